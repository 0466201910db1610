"""Every pattern is read alike by every CPython from 3.11.0 on, and no walk over a text can stand still."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from program import DATE, SAMPLES
from proofs.patterns import patterns_of_the_law

from deskprivacy.cli.exits import Exit
from deskprivacy.cli.main import run
from deskprivacy.load.text import brackets, mistakes
from deskprivacy.load.text.tree import read
from deskprivacy.load.text.walk import StandingStillError, Steps

# CPython before 3.11.5 misreads them (gh-100061, gh-106052), and Debian 12 has 3.11.2.
MISREAD = {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"}

# Imports the whole house and validates a register, and prints each pattern that was compiled on the way.
GATHER = f"""
import json, pkgutil, re, importlib, sys
seen, compiler = set(), re._compiler.compile
def keep(pattern, *more):
    if isinstance(pattern, str):
        seen.add(pattern)
    return compiler(pattern, *more)
re._compiler.compile = keep
import deskprivacy
for module in pkgutil.walk_packages(deskprivacy.__path__, "deskprivacy."):
    if "__main__" not in module.name and "packaging" not in module.name:
        importlib.import_module(module.name)
from deskprivacy.cli.main import run
run(["validate", {str(SAMPLES / "complete")!r}, "--date", {DATE!r}, "--format", "json"])
print("\\n" + json.dumps(sorted(seen)))
"""


def operations(parsed: Any) -> Iterator[str]:
    """The names of the operations of a pattern, however deep."""
    for item in parsed:
        if isinstance(item, (tuple, list)) or type(item).__name__ == "SubPattern":
            yield from operations(item)
        elif type(item).__name__ == "_NamedIntConstant":
            yield item.name


def misread(pattern: str) -> set[str]:
    return MISREAD & set(operations(re._parser.parse(pattern)))  # type: ignore[attr-defined]


def test_what_early_pythons_misread_is_seen() -> None:
    assert misread("a(?:b++|c)*") == {"POSSESSIVE_REPEAT"}
    assert misread("(?=(?>a))") == {"ATOMIC_GROUP"}


def test_no_pattern_of_the_house_is_misread(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", GATHER], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    patterns = json.loads(done.stdout.splitlines()[-1])

    assert mistakes._KEY.pattern in patterns
    assert [pattern for pattern in patterns if misread(pattern)] == []


def test_nor_one_of_the_laws_data() -> None:
    assert [name for name, pattern in patterns_of_the_law().items() if misread(pattern.pattern)] == []


@pytest.mark.parametrize("text", ["title: Essai\n: b\n", "y: \n:", "a: [b, : c", "a:\n  - : b\n:"])
def test_a_text_that_stood_still_is_read(text: str) -> None:
    assert read("register.yaml", text.encode())[1]


def test_a_walk_that_does_not_go_on_is_told() -> None:
    steps = Steps()
    assert [steps.to(0), steps.to(3)] == [0, 3]
    with pytest.raises(StandingStillError, match="character 3"):
        steps.to(3)


@pytest.mark.parametrize(
    ("room", "name", "broken", "text"),
    [
        (mistakes, "_DASH", re.compile("()"), "k:\n  - a: b: c\n"),
        (mistakes, "next_line", lambda text, at: at, "a: b\nc: d: e\n"),
        (mistakes, "_LINE", re.compile("()()"), "a: b: c\n"),
        (brackets, "_PLAIN", re.compile("()"), "a: [b, c: d: e\n"),
    ],
)
def test_a_walk_whose_patterns_are_misread_stops(
    room: Any, name: str, broken: Any, text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(room, name, broken)
    (tmp_path / "register.yaml").write_text(text, "utf-8")
    if name == "_LINE":
        monkeypatch.setattr(mistakes, "next_line", lambda text, at: at)

    assert run(["validate", str(tmp_path), "--date", DATE]) == Exit.BUG
