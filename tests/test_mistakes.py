"""Small registers full of mistakes: each mistake is told by its own rule, on its own line, and nothing else is told."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from program import DATE, SAMPLES

from deskprivacy.law.rules import structure
from deskprivacy.load.bounds import MAX_BYTES, MAX_EVENTS
from deskprivacy.load.schemas.refusal import EXPLAINED
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

Told = tuple[str, str, int]  # rule, file, line

FOLDER = SAMPLES / "mistakes"
REGISTERS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
MARK = re.compile(r"# <- ([a-z0-9 -]+)$")


def told(register: Path) -> list[Told]:
    """What is told of the structure of a register, by rule, file and line."""
    reported = validate(register, schemas(), date.fromisoformat(DATE)).reported
    return sorted(
        (one.finding.rule, one.place.file, one.place.line) for one in reported if one.finding.rule in structure()
    )


def marked(register: Path) -> Iterator[Told]:
    """The mistakes that are marked in the files of a register, and beside it."""
    for path in register.rglob("*.yaml"):
        for number, line in enumerate(path.read_bytes().decode("utf-8").split("\n"), start=1):
            if found := MARK.search(line.rstrip("\r")):
                yield from ((rule, path.relative_to(register).as_posix(), number) for rule in found[1].split())
    beside = yaml.safe_load((FOLDER / "expected.yaml").read_text("utf-8"))
    yield from (tuple(one) for one in beside.get(register.name, ()))


@pytest.mark.parametrize("name", REGISTERS)
def test_every_mistake_is_told_on_its_line_and_nothing_else(name: str) -> None:
    assert told(FOLDER / name) == sorted(marked(FOLDER / name))


# --- mistakes that no repository should hold -----------------------------------------------------


def not_utf_8(register: Path) -> None:
    (register / "controllers.yaml").write_bytes("corail:\n  name: Librairie Bérénice\n".encode("cp1252"))


def same_file_name(register: Path) -> None:
    (register / "purposes").mkdir()
    for name in ("commandes.yaml", "Commandes.yaml"):
        (register / "purposes" / name).write_text("name: Préparer vos commandes\n", "utf-8")


def link_outside(register: Path) -> None:
    (register / "purposes.yaml").symlink_to("../purposes.yaml")


def not_a_file(register: Path) -> None:
    (register / "purposes.yaml").symlink_to("finalites.yaml")


def file_too_large(register: Path) -> None:
    (register / "controllers.yaml").write_text("# " + "…" * (MAX_BYTES // 3) + "\n", "utf-8")


def too_many_values(register: Path) -> None:
    (register / "controllers.yaml").write_text(f"corail: [{'a,' * MAX_EVENTS}]\n", "utf-8")


def broken_yaml(register: Path) -> None:
    """A key longer than YAML reads, which no walk over the lines would call wrong."""
    (register / "controllers.yaml").write_text(f"corail:\n  name: Librairie Corail\n  {'a' * 1100}: b\n", "utf-8")


def further_mistakes(register: Path) -> None:
    entities = "".join(f"c{number}:\n  nom: Corail\n" for number in range(EXPLAINED + 1))
    (register / "controllers.yaml").write_text(entities, "utf-8")


def text_too_long(register: Path) -> None:
    (register / "controllers.yaml").write_text(f"corail:\n  name: {'Librairie ' * 101}\n", "utf-8")


MADE: Mapping[str, tuple[Callable[[Path], None], list[Told]]] = {
    "not-utf-8": (not_utf_8, [("not-utf-8", "controllers.yaml", 2)]),
    "same-file-name": (
        same_file_name,
        [("bad-file-name", "purposes/Commandes.yaml", 1), ("same-file-name", "purposes/commandes.yaml", 1)],
    ),
    "link-outside": (link_outside, [("link-outside", "purposes.yaml", 1)]),
    "not-a-file": (not_a_file, [("not-a-file", "purposes.yaml", 1)]),
    "file-too-large": (file_too_large, [("file-too-large", "controllers.yaml", 1)]),
    "too-many-values": (too_many_values, [("too-many-values", "controllers.yaml", 1)]),
    "text-too-long": (text_too_long, [("text-too-long", "controllers.yaml", 2)]),
    "broken-yaml": (broken_yaml, [("broken-yaml", "controllers.yaml", 3)]),
    "further-mistakes": (
        further_mistakes,
        [
            ("further-mistakes", "controllers.yaml", 2 * EXPLAINED + 1),
            *(("unknown-key", "controllers.yaml", 2 * number) for number in range(1, EXPLAINED + 1)),
        ],
    ),
}
ONLY_ON = {"same-file-name": ("linux",), "link-outside": ("linux", "darwin"), "not-a-file": ("linux", "darwin")}


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(rule, marks=pytest.mark.skipif(sys.platform not in ONLY_ON[rule], reason="no such files here"))
        if rule in ONLY_ON
        else rule
        for rule in MADE
    ],
)
def test_a_mistake_that_is_made_on_the_spot_is_told_too(rule: str, tmp_path: Path) -> None:
    make, expected = MADE[rule]
    register = tmp_path / "register"
    register.mkdir()
    (register / "register.yaml").write_text("title: Registre fautif\nlanguage: fr\n", "utf-8")
    make(register)

    assert told(register) == expected


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who runs the tests may be allowed to read everything: the refusal of the system is played."""
    (tmp_path / "register.yaml").write_text("title: Registre fautif\nlanguage: fr\n", "utf-8")
    (tmp_path / "activities").mkdir()
    scandir = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path).name == "activities":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert told(tmp_path) == [("unreadable-file", "activities", 1)]


# Every other rule of structure is told above.
PLAYED = {"unreadable-file"}


def test_every_rule_of_structure_is_told_of_some_register() -> None:
    in_folders = {rule for name in REGISTERS for rule, _, _ in marked(FOLDER / name)}

    assert {*in_folders, *MADE, *PLAYED} >= set(structure()), "add a mistake to tests/samples/mistakes"
    assert not in_folders & {*MADE, *PLAYED}
