"""What is tested is what is installed, never the checkout beside which the tests stand."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from program import ROOT

import deskprivacy as tested

WHERE = "import deskprivacy; print(deskprivacy.__file__)"
# A way to run the program or a piece of it in a process of its own: an interpreter, and what makes it import.
RUNS = re.compile(r"""sys\.executable[}"',\s]+(?P<next>\S+)""")


def is_installed(file: str | None) -> bool:
    return file is not None and not Path(file).resolve().is_relative_to(ROOT / "deskprivacy")


def test_the_tests_import_what_is_installed() -> None:
    assert is_installed(tested.__file__)


def test_so_does_a_process_that_they_start_in_the_checkout() -> None:
    command = [sys.executable, "-P", "-c", WHERE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)

    assert is_installed(done.stdout.strip())
    assert Path(done.stdout.strip()) == Path(str(tested.__file__))


@pytest.mark.parametrize("file", sorted((ROOT / "tests").rglob("*.py")), ids=lambda file: file.stem)
def test_no_test_starts_an_interpreter_that_looks_around_it_first(file: Path) -> None:
    for found in RUNS.finditer(file.read_text("utf-8")):
        if found["next"].strip("\"',") in ("-m", "-c"):
            line = file.read_text("utf-8")[found.start() :].split("]", 1)[0]
            assert '"pip"' in line or " pip" in line, f"{file.name}: -P is missing before {found[0]}"


def needed(wanted: list[Requirement]) -> set[str]:
    """The distributions that these requirements bring on this machine, with those that they ask for in turn."""
    found: set[str] = set()
    while wanted:
        one = wanted.pop()
        name = canonicalize_name(one.name)
        if name not in found:
            found.add(name)
            wanted += [
                below
                for below in map(Requirement, requires(name) or ())
                if not below.marker or any(below.marker.evaluate({"extra": extra}) for extra in ("", *one.extras))
            ]
    return found


def test_every_package_with_which_the_whole_is_tested_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {canonicalize_name(line.partition("==")[0]) for line in lines if "==" in line}
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]

    assert needed([Requirement("deskprivacy"), *map(Requirement, groups["test"])]) <= pinned | {"deskprivacy"}
