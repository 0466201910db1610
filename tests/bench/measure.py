"""Measures deskprivacy against what it cannot beat and what it must: ratios of whole processes, in turn, in one run.

`make bench` runs this on a compiled, non-editable install. It prints a table and writes it into docs/performance.md.
Milliseconds of one machine say little; the ratios of processes run in turn say what holds.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from registers import write

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- measured -->", "<!-- /measured -->"
BARE = """
import sys, pathlib
from yaml._yaml import CParser
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    CParser(path.read_bytes()).raw_parse()
"""

Command = Sequence[str]


def main(day: str) -> None:
    """Measures, prints, and writes the page."""
    program = [sys.executable, "-m", "deskprivacy"]
    with tempfile.TemporaryDirectory() as folder:
        registers = {size: write(Path(folder) / str(size), size) for size in (10, 1000, 10000)}
        validate = {size: [*program, "validate", str(path), "--date", day] for size, path in registers.items()}
        small = taken(
            {
                "pass": [sys.executable, "-c", "pass"],
                "version": [*program, "--version"],
                "validate 10": validate[10],
            },
            rounds=11,
        )
        thousand = taken(
            {
                "libyaml 1000": [sys.executable, "-c", BARE, str(registers[1000])],
                "validate 1000": validate[1000],
                "check-jsonschema 1000": peer(registers[1000]),
            },
            rounds=5,
        )
        large = taken({"validate 1000 again": validate[1000], "validate 10000": validate[10000]}, rounds=3)
        memory = (peak(validate[10000]) - peak(validate[10])) / 9990
    rows = table({**small, **thousand, **large}, memory)
    print(rows)  # noqa: T201 - it is what one runs this for
    write_page(rows, day)


def taken(commands: Mapping[str, Command], *, rounds: int) -> dict[str, float]:
    """The median time of each command in seconds, the commands taking turns."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(once(command))
    return {name: statistics.median(found) for name, found in times.items()}


def once(command: Command) -> float:
    """How long one run takes, in seconds."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, env=env, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak(command: Command) -> float:
    """The most memory that a run takes, in kilobytes."""
    script = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)
    return float(done.stdout)


def peer(register: Path) -> Command:
    """check-jsonschema on the activities of a register, with our schema of them: structure only."""
    schema = ROOT / "schemas" / "activities.schema.json"
    entity = register.parent / "entity.schema.json"
    entity.write_text(f'{{"$ref": "{schema.as_uri()}#/$defs/entity"}}', encoding="utf-8")
    files = [str(path) for path in sorted((register / "activities").glob("*.yaml"))]
    return [sys.executable, "-m", "check_jsonschema", "--schemafile", str(entity), *files]


def table(times: Mapping[str, float], memory: float) -> str:
    """The limits of the design, what was measured, and whether the limit and the stretch hold."""
    growth = (times["validate 10000"] - times["validate 10"]) / (times["validate 1000 again"] - times["validate 10"])
    faster = times["check-jsonschema 1000"] / times["validate 1000"]
    rows = [
        ("`--version` / `python -c pass`", times["version"] / times["pass"], 1.6, 1.2, False),
        ("`validate` of 10 activities / `python -c pass`", times["validate 10"] / times["pass"], 14, 10, False),
        (
            "`validate` of 1 000, all rules / libyaml's bare parse",
            times["validate 1000"] / times["libyaml 1000"],
            10,
            8,
            False,
        ),
        ("check-jsonschema / `validate`, 1 000 activities", faster, 10, 15, True),
        ("growth from 1 000 to 10 000 activities", growth, 16, 13, False),
        ("memory for each activity, KB", memory, 16, 12, False),
    ]
    lines = ["| what | measured | limit | stretch | holds |", "| --- | --- | --- | --- | --- |"]
    for what, found, limit, stretch, more in rows:
        held = found >= limit if more else found <= limit
        best = found >= stretch if more else found <= stretch
        verdict = "stretch" if best else "limit" if held else "no"
        lines.append(f"| {what} | {found:.1f} | {limit} | {stretch} | {verdict} |")
    return "\n".join(lines)


def write_page(rows: str, day: str) -> None:
    """Puts the table between the marks of the page."""
    text = PAGE.read_text(encoding="utf-8")
    head, _, rest = text.partition(START)
    _, _, tail = rest.partition(END)
    machine = f"{day}, CPython {platform.python_version()}, {os.cpu_count()} cores."
    PAGE.write_text(f"{head}{START}\n\n{machine}\n\n{rows}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
