"""`make test-pythons`: the tests of reading, checking and the command line under every CPython from 3.11 on.

Each interpreter that the machine has gets a virtual environment of its own with the same wheel in it: those on the
PATH, the system's, and pyenv's. Browser and Java are not needed, nor long proofs. With `--others` the version that
runs this file is left out: `make test` has just run all tests under it.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = ("load", "model", "duty", "check", "report", "words", "cli", "test_mistakes.py", "test_early_pythons.py")
ASK = """
import os, sys
print(sys.implementation.name, '%d.%d.%d' % sys.version_info[:3], os.path.realpath(sys.executable))
"""
OLDEST = (3, 11)


def candidates() -> Iterator[Path]:
    """Where interpreters may lie; some may be no Python, too old, or one and the same."""
    for folder in (Path("/usr/bin"), Path("/usr/local/bin"), *map(Path, os.get_exec_path())):
        yield from sorted(folder.glob("python3*")) if folder.is_dir() else ()
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from sorted(pyenv.glob("versions/*/bin/python3"))


def interpreters() -> dict[str, Path]:
    """The CPythons that are new enough, by version; of two of one version the first."""
    found: dict[str, Path] = {}
    for candidate in candidates():
        if "config" in candidate.name or ROOT in candidate.parents:
            continue
        try:
            asked = subprocess.run(
                [candidate, "-P", "-c", ASK], capture_output=True, text=True, timeout=20, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        name, _, rest = asked.stdout.strip().partition(" ")
        version, _, real = rest.partition(" ")
        if asked.returncode == 0 and name == "cpython" and tuple(map(int, version.split(".")))[:2] >= OLDEST:
            found.setdefault(version, Path(real))
    return dict(sorted(found.items(), key=lambda one: tuple(map(int, one[0].split(".")))))


def make_environment(interpreter: Path, place: Path) -> None:
    """Makes a virtual environment; ends where the interpreter lacks what that takes, as Debian's does by itself."""
    made = subprocess.run([interpreter, "-m", "venv", place], capture_output=True, text=True, check=False)
    if made.returncode != 0:
        shutil.rmtree(place, ignore_errors=True)
        said = (made.stdout + made.stderr).strip()
        raise SystemExit(f"{interpreter} cannot make a virtual environment (on Debian: python3-venv)\n{said}")


def run(version: str, interpreter: Path, wheel: Path) -> bool:
    """Whether the tests pass under one interpreter; what they say is shown."""
    place = ROOT / ".venv" / "pythons" / version
    python = place / "bin" / "python"
    if not python.is_file():
        make_environment(interpreter, place)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", "pip>=25.1"], check=True)
    install = [python, "-m", "pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt"]
    subprocess.run([*install, "pytest", "pytest-xdist", "hypothesis", "html5lib"], check=True)
    subprocess.run([*install, "--force-reinstall", "--no-deps", wheel], check=True)
    subprocess.run([*install, wheel], check=True)
    sys.stdout.write(f"CPython {version} ({interpreter})\n")
    sys.stdout.flush()
    chosen = [str(ROOT / "tests" / name) for name in TESTS]
    command = [python, "-P", "-m", "pytest", "-m", "not system and not slow", "-p", "no:cacheprovider", *chosen]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def main() -> int:
    """Runs them all, and names those that failed."""
    chosen = interpreters()
    if "--others" in sys.argv[1:]:
        chosen.pop(platform.python_version(), None)
    if not chosen:
        sys.stdout.write("no other CPython from 3.11 on is here\n")
        return 0
    named = f"CPython {', '.join(chosen)}"
    dist = ROOT / ".venv" / "wheel"
    shutil.rmtree(dist, ignore_errors=True)
    wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", dist, ROOT]
    subprocess.run(wheel, check=True)
    (built,) = dist.glob("*.whl")
    failed = [version for version, interpreter in chosen.items() if not run(version, interpreter, built)]
    sys.stdout.write(f"failed under CPython {', '.join(failed)}\n" if failed else f"passed under {named}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
