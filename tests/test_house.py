"""The plan of the house: imports go down only, wings never meet below the stories, and each library has its rooms."""

from __future__ import annotations

import ast
import re
import tokenize
from itertools import pairwise
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "deskprivacy"

# Floors from the bottom; a room imports only from floors below its own, or from itself.
FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"__init__", "address", "errors", "frozen", "nearest", "resources"}),
    frozenset({"finding"}),
    frozenset({"law"}),
    frozenset({"model"}),
    frozenset({"duty"}),
    frozenset({"words"}),
    frozenset({"load", "check", "render", "report"}),
    frozenset({"stories"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)

# Which rooms may import a library. What is not named here is imported nowhere.
LIBRARIES: dict[str, frozenset[str]] = {
    "yaml": frozenset({"load", "law"}),
    "jsonschema": frozenset({"load"}),
    "jsonschema_rs": frozenset({"load"}),
    "jinja2": frozenset({"render"}),
    "markupsafe": frozenset({"render"}),
    "mdurl": frozenset({"render"}),
    "markdown_it": frozenset({"render"}),
    "pikepdf": frozenset({"render"}),
    "typst": frozenset({"render"}),
    "babel": frozenset({"words", "load"}),  # load reads the register's own translations
    "hatchling": frozenset({"words"}),
    "rich": frozenset({"cli"}),
    "typer": frozenset({"cli"}),
}


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            found.add(node.module)
            if node.module == "deskprivacy":
                found.update(f"deskprivacy.{alias.name}" for alias in node.names)
    return found


MODULES = sorted(HOUSE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_imports_go_down(path: Path) -> None:
    here = room(path)

    for name in imports(path):
        if name.startswith("deskprivacy."):
            there = name.split(".")[1]
            if there == "__version__":
                continue
            assert there == here or floor(there) < floor(here), f"{here} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    import sys

    outside = {name.partition(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"deskprivacy"}

    for name in outside:
        assert room(path) in LIBRARIES.get(name, frozenset()), f"{room(path)} must not import {name}"


def test_every_room_stands_on_a_floor() -> None:
    rooms = {room(path) for path in MODULES}

    assert rooms == set().union(*FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_no_two_words_run_into_one_where_a_text_is_broken(path: Path) -> None:
    """Pieces of one text stand side by side in the code, and only their spaces part their words."""
    with path.open("rb") as file:
        found = [one for one in tokenize.tokenize(file.readline) if one.type not in (tokenize.NL, tokenize.COMMENT)]
    for first, second in pairwise(found):
        plain = first.type == second.type == tokenize.STRING  # an f-string is another token from Python 3.12 on
        if plain and not re.match("(?i)r?f", first.string) and not re.match("(?i)r?f", second.string):
            before, after = ast.literal_eval(first.string), ast.literal_eval(second.string)
            assert not (before[-1:].isalnum() and after[:1].isalnum()), f"{path}:{first.start[0]}"
