"""`make mutants`: whether a test notices when the program is changed.

Once, each file of tests is run with notes of what it calls. Then each mutant of a sample (or, with `all`, every one)
is run against the files of tests that call its function, the fastest first, in a copy of the installed package. What
no test notices must stand in `survivors.yaml` with the reason why that may be. At least 85 of 100 must be noticed.

Own code, because the mutation testers at hand change a package that is imported by the tests, and most tests here run
the installed program in a process of its own.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from mutants.changes import Mutant, mutants_of

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCOPE = ("model", "load", "duty", "stories/build.py", "stories/validate.py", "stories/verdict.py", "stories/waivers.py")
# These look at the project's own files or at speed, which no mutant changes.
NOT_ASKED = ("test_house.py", "test_docs.py", "test_installed.py", "test_wheel.py", "test_speed.py", "test_fuzz.py")
ENOUGH = 85
SAMPLE = 300


@dataclass(frozen=True)
class Asked:
    """A file of tests: how long it runs with notes, in seconds, and which functions it calls."""

    path: Path
    seconds: float
    calls: frozenset[tuple[str, str]]


def copy_of_the_package(place: Path) -> Path:
    """A folder to import from: the installed package, and the notes of what is called."""
    spec = find_spec("deskprivacy")
    assert spec is not None
    assert spec.origin is not None
    shutil.copytree(Path(spec.origin).parent, place / "deskprivacy")
    shutil.copy(HERE / "site" / "sitecustomize.py", place)
    return place


def run_tests(place: Path, files: Iterable[Path], notes: Path | None, seconds: float | None) -> int | None:
    """What pytest returns for some files, with the package of a folder; none where it takes longer than `seconds`."""
    env = {**os.environ, "PYTHONPATH": str(place), "PYTHONDONTWRITEBYTECODE": "1", "CI": "true"}
    if notes:
        env["MUTANTS_NOTES"] = str(notes)
    command = [sys.executable, "-P", "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider"]
    command += ["-m", "not system and not slow", f"--basetemp={place / 'tmp'}", *map(str, files)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None


def ask(place: Path, path: Path) -> Asked:
    """One file of tests, with the notes of what it calls."""
    notes = place / "notes"
    notes.write_text("", encoding="utf-8")
    began = time.monotonic()
    code = run_tests(place, [path], notes, None)
    if code not in (0, 5):
        raise SystemExit(f"{path} fails without any change: pytest returns {code}")
    seconds = time.monotonic() - began
    calls = set()
    for line in notes.read_text(encoding="utf-8").splitlines():
        file, name = line.split("\t")
        if file.startswith(str(place / "deskprivacy")):
            module = Path(file).relative_to(place / "deskprivacy").as_posix()
            calls.add((module, name.split(".<locals>")[0]))
    return Asked(path, seconds, frozenset(calls))


def is_noticed(place: Path, mutant: Mutant, asked: Iterable[Asked]) -> bool:
    """Whether a test fails, or does not end, with one change."""
    path = place / "deskprivacy" / mutant.module
    sound = path.read_bytes()
    path.write_text(mutant.source(), encoding="utf-8")
    try:
        for one in sorted(asked, key=lambda one: one.seconds):
            if (mutant.module, mutant.function) in one.calls and run_tests(
                place, [one.path], None, 5 * one.seconds + 60
            ) not in (0, 5):
                return True
    finally:
        path.write_bytes(sound)
    return False


def of_all(package: Path) -> list[Mutant]:
    """Every mutant of the scope, in the order of the sample."""
    found = []
    for part in SCOPE:
        for path in sorted((package / part).rglob("*.py")) if (package / part).is_dir() else [package / part]:
            found += mutants_of(path.relative_to(package).as_posix(), path)
    return sorted(found, key=lambda mutant: mutant.rank)


def in_parallel(workers: int, work, things, places):  # type: ignore[no-untyped-def]
    """Does some work on each thing, each time in a folder that nobody else has."""
    free: SimpleQueue[Path] = SimpleQueue()
    for place in places:
        free.put(place)

    def one(thing):  # type: ignore[no-untyped-def]
        place = free.get()
        try:
            return work(place, thing)
        finally:
            free.put(place)

    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(one, things)


def report(results: Mapping[str, bool], reasons: Mapping[str, str]) -> int:
    """Prints what survived, and says whether that may be."""
    alive = [name for name, noticed in results.items() if not noticed]
    share = 100 * (len(results) - len(alive)) / len(results)
    unexplained = [name for name in alive if name not in reasons]
    for name in alive:
        sys.stdout.write(f"- {name}\n    {reasons.get(name, '(no reason is given in survivors.yaml)')}\n")
    sys.stdout.write(f"{len(results)} mutants, {len(alive)} not noticed: {share:.0f} of 100 are (at least {ENOUGH})\n")
    return 1 if share < ENOUGH or unexplained else 0


def main() -> int:
    """Runs the sample; an argument is its size, `all`, or a part of the names of the mutants that are meant."""
    wish = sys.argv[1] if len(sys.argv) > 1 else str(SAMPLE)
    workers = os.cpu_count() or 1
    listed = yaml.safe_load((HERE / "survivors.yaml").read_text(encoding="utf-8")) or []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        places = [copy_of_the_package(Path(folder) / str(number)) for number in range(workers)]
        every = of_all(places[0] / "deskprivacy")
        chosen = (
            every if wish == "all" else every[: int(wish)] if wish.isdigit() else [m for m in every if wish in m.name]
        )
        sys.stdout.write(f"{len(every)} mutants, {len(chosen)} of them are run\n")
        files = [path for path in sorted((ROOT / "tests").rglob("test_*.py")) if path.name not in NOT_ASKED]
        asked = list(in_parallel(workers, ask, files, places))
        sys.stdout.write(f"{len(asked)} files of tests take {sum(one.seconds for one in asked):.0f} s\n")
        results = {}
        noticed = in_parallel(workers, lambda place, one: is_noticed(place, one, asked), chosen, places)
        for mutant, found in zip(chosen, noticed, strict=True):
            results[mutant.name] = found
            sys.stdout.write("." if found else f"\n{mutant.name}\n")
            sys.stdout.flush()
    sys.stdout.write("\n")
    return report(results, {one["mutant"]: one["why"] for one in listed})


if __name__ == "__main__":
    sys.exit(main())
