"""`make bench`: what deskprivacy costs, as ratios to other processes that run in turn with it, in one table.

Whole processes are measured, by the processor time that they take: on a shared machine the clock on the wall measures
the neighbours. The file cache is warm, the bytecode compiled, and PYTHONDONTWRITEBYTECODE unset.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"
PROGRAM = Path(sys.executable).with_name("deskprivacy")
PEER = Path(sys.executable).with_name("check-jsonschema")

# libyaml alone: the floor of all that reads YAML with it. The private names of PyYAML serve here only.
BARE = """
import sys
from pathlib import Path
from yaml._yaml import CParser
for file in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    with open(file, "rb") as stream:
        CParser(stream.read()).raw_parse()
"""

# The command up to the register that is loaded: syntax, schemas, references; no duty and no rule.
BEFORE_RULES = """
import gc
gc.disable()
import sys
from pathlib import Path
import deskprivacy.cli.main
from deskprivacy.load import load
from deskprivacy.resources import schemas
loaded = load(Path(sys.argv[1]), schemas())
gc.freeze()
sys.exit(loaded.register is None or bool(loaded.findings))
"""

# A build that sets no PDF: what the rest of it costs.
WITHOUT_PDF = """
import gc
gc.disable()
import sys
from pathlib import Path
import deskprivacy.stories.build as story
story.to_pdf = lambda document, templates, today: b""
from deskprivacy.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


@dataclass(slots=True)
class Work:
    """A process to be measured, how often, and what was measured."""

    command: Sequence[str | Path]
    rounds: int
    seconds: list[float] = field(default_factory=list)
    kilobytes: list[int] = field(default_factory=list)

    def run(self) -> None:
        """Runs the process once more. It must succeed: a register that is faulty is checked with `--fail-on never`."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        process = subprocess.Popen(self.command, env=environment, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, self.command
        self.seconds.append(usage.ru_utime + usage.ru_stime)
        self.kilobytes.append(usage.ru_maxrss)

    @property
    def time(self) -> float:
        """The median, in seconds."""
        return median(self.seconds)

    @property
    def peak(self) -> float:
        """The median of the most memory that it held, in KB."""
        return median(self.kilobytes)


@dataclass(frozen=True, slots=True)
class Goal:
    """What design.md, section 6, asks for: at most `limit`, better `stretch`; the other way round where `more` is."""

    what: str
    measured: float
    limit: float
    stretch: float
    more: bool = False

    def row(self) -> tuple[str, ...]:
        """The goal as a row of the table."""
        holds, stretches = (
            (self.measured >= wanted) if self.more else (self.measured <= wanted)
            for wanted in (self.limit, self.stretch)
        )
        verdict = "stretch" if stretches else "limit" if holds else "**no**"
        return self.what, f"{self.measured:.2f}", f"{self.limit:g}", f"{self.stretch:g}", verdict


def works(folder: Path, rounds: int) -> dict[str, Work]:
    """All that is measured, by name."""
    small, large, huge = (_register(folder / str(size), size) for size in (10, 1_000, 10_000))
    schema = folder / "activity.schema.json"
    schema.write_text(json.dumps({"$ref": f"{(ROOT / 'schemas' / 'activities.schema.json').as_uri()}#/$defs/entity"}))
    wrong, silent = (_faulty(folder / fault, 1_000, fault) for fault in ("structure", "duty"))
    few = min(rounds, 3)
    python = sys.executable
    return {
        "`python -c pass`": Work([python, "-c", "pass"], rounds),
        "`--version`": Work([PROGRAM, "--version"], rounds),
        "`--help`": Work([PROGRAM, "--help"], rounds),
        "`validate`, 10": Work([PROGRAM, "validate", small], rounds),
        "check-jsonschema, 10": Work([PEER, "--schemafile", schema, *_activities(small)], rounds),
        "libyaml’s bare parse, 1 000": Work([python, "-c", BARE, large], rounds),
        "`validate` before rules, 1 000": Work([python, "-c", BEFORE_RULES, large], rounds),
        "`validate`, 1 000": Work([PROGRAM, "validate", large], rounds),
        "check-jsonschema, 1 000": Work([PEER, "--schemafile", schema, *_activities(large)], few),
        "`validate`, 1 000, faults of structure": Work([PROGRAM, "validate", wrong, "--fail-on", "never"], rounds),
        "`validate`, 1 000, absent facts": Work([PROGRAM, "validate", silent, "--fail-on", "never"], rounds),
        "`validate`, 10 000": Work([PROGRAM, "validate", huge], few),
        **dict(_builds(folder, few)),
    }


def _builds(folder: Path, rounds: int) -> Iterator[tuple[str, Work]]:
    """Whole builds, of DESKMANAGER and of 100 activities; each goes on writing into the folder of its own."""
    for name, register in (("DESKMANAGER", ROOT / "register"), ("100", _register(folder / "100", 100))):
        for of, program in (("", [PROGRAM]), (" without PDF", [sys.executable, "-P", "-c", WITHOUT_PDF])):
            output = folder / f"built {name}{of}"
            yield f"`build`, {name}{of}", Work([*program, "build", register, "--output", output], rounds)
        yield f"`validate`, {name}", Work([PROGRAM, "validate", register], rounds)


def goals(of: dict[str, Work]) -> Iterator[Goal]:
    """What is asked for, with what was measured."""
    start, bare = of["`python -c pass`"].time, of["libyaml’s bare parse, 1 000"].time
    small, large, huge = (of[f"`validate`, {size}"] for size in ("10", "1 000", "10 000"))
    yield Goal("`--version` / `python -c pass`", of["`--version`"].time / start, 1.6, 1.2)
    yield Goal("`validate` of 10 / `python -c pass`", small.time / start, 14, 10)
    yield Goal("`validate` of 1 000 before rules / bare parse", of["`validate` before rules, 1 000"].time / bare, 7, 5)
    yield Goal("`validate` of 1 000, all rules / bare parse", large.time / bare, 10, 8)
    faster = of["check-jsonschema, 1 000"].time / large.time
    yield Goal("times faster than check-jsonschema, 1 000", faster, 10, 15, more=True)
    for fault in ("faults of structure", "absent facts"):
        faulty = of[f"`validate`, 1 000, {fault}"].time / large.time
        yield Goal(f"{fault} in every activity of 1 000 / none", faulty, 3, 2)
    growth = (huge.time - small.time) / (large.time - small.time)
    yield Goal("growth from 1 000 to 10 000, less that of 10", growth, 16, 13)
    build = of["`build`, DESKMANAGER"]
    yield Goal("`build` of DESKMANAGER / `validate` of it", build.time / of["`validate`, DESKMANAGER"].time, 20, 10)
    yield Goal("MB at the highest, `build` of DESKMANAGER", build.peak / 1024, 400, 200)
    yield Goal("KB an activity, from 10 to 10 000", (huge.peak - small.peak) / 9_990, 16, 12)


def report(measured: dict[str, Work], day: str) -> str:
    """On what was measured, then both tables."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("PyYAML", "jsonschema-rs", "typer", "check-jsonschema"))
    times = [
        (name, f"{one.time * 1000:.1f}", f"{one.peak / 1024:.0f}", str(len(one.seconds)))
        for name, one in measured.items()
    ]
    return "\n".join(
        (
            f"{day}, {_machine()}, Python {platform.python_version()}, {packages}.",
            "",
            *_table(("goal", "measured", "limit", "stretch", "holds"), [goal.row() for goal in goals(measured)]),
            "",
            *_table(("process", "ms", "MB", "rounds"), times),
        )
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, ["-" * width for width in widths], *rows):
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"


def _register(folder: Path, size: int) -> Path:
    """A register, written by another process: the memory of this one counts for those that it starts."""
    subprocess.run([sys.executable, Path(__file__).with_name("registers.py"), folder, str(size)], check=True)
    return folder


def _faulty(folder: Path, size: int, fault: str) -> Path:
    """The same with a fault in each activity, likewise written by another process."""
    register = _register(folder, size)
    subprocess.run([sys.executable, Path(__file__).with_name("faulty.py"), register, fault], check=True)
    return register


def _activities(register: Path) -> list[Path]:
    return sorted((register / "activities").iterdir())


def _machine() -> str:
    models = [line.partition(": ")[2] for line in _lines(Path("/proc/cpuinfo")) if line.startswith("model name")]
    return f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores, {platform.system()}"


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []


def main(day: str, rounds: int = 9) -> None:
    """Measures, prints the tables, and writes them into the page."""
    with TemporaryDirectory() as folder:
        measured = works(Path(folder), rounds)
        for number in range(rounds):
            for work in measured.values():
                if number < work.rounds:
                    work.run()
    found = report(measured, day)
    print(found)  # noqa: T201 - it is what one runs this for
    head, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    page = f"{head}{BEGIN}\n\n{found}\n\n{END}{rest.partition(END)[2]}"
    PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
