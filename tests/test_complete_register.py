"""A complete, published register: it gives no finding, and there is nothing in the schemas that it does not use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from program import DATE, SAMPLES, Run

from deskprivacy.load import load
from deskprivacy.load.loaded import Loaded
from deskprivacy.model.texts import public_texts
from deskprivacy.resources import schemas

REGISTER = SAMPLES / "complete"
OLD_NOTICE = SAMPLES / "complete-old-notice.txt"
TYPES = {dict: "object", list: "array", str: "string", int: "integer", bool: "boolean", type(None): "null"}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(REGISTER, schemas())


@pytest.mark.parametrize(("language", "said"), [("fr", "Aucun constat."), ("en", "No finding.")])
def test_it_gives_no_finding(deskprivacy: Run, language: str, said: str) -> None:
    done = deskprivacy("validate", REGISTER, "--date", DATE, "--fail-on", "warning", "--lang", language)

    assert (done.returncode, done.stdout.strip()) == (0, said)


@pytest.mark.slow
def test_it_builds_every_notice_in_every_language(deskprivacy: Run, loaded: Loaded, tmp_path: Path) -> None:
    output = tmp_path / "out"
    done = deskprivacy("build", REGISTER, "--output", output, "--date", DATE)

    assert done.returncode == 0, done.stdout + done.stderr
    assert loaded.register is not None
    assert {path.name for path in (output / "public").iterdir()} == {
        f"{notice.id}.{language}.{extension}"
        for notice in loaded.register.notices.values()
        for language in notice.languages
        for extension in ("html", "pdf")
    }
    assert list((output / "draft").iterdir()) == []


def test_every_public_text_is_translated(loaded: Loaded) -> None:
    assert loaded.register is not None
    catalogue = loaded.register.catalogues["en"]

    assert [f"{where}: {text}" for where, text in public_texts(loaded.register) if not catalogue.of(where, text)] == []


def test_every_sentence_of_the_old_notice_is_cited_or_dropped(deskprivacy: Run) -> None:
    done = deskprivacy("trace", REGISTER, "--document", OLD_NOTICE)

    assert done.returncode == 0, done.stdout


# --- what the schemas offer and the register uses ------------------------------------------------


@dataclass(slots=True)
class Used:
    """What of the schemas is used, each named by where it stands in them.

    `forms` are the types of a value that may have several; `none`, the lists and mappings that may be empty.
    """

    fields: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    none: set[str] = field(default_factory=set)


class Schemas:
    """The schemas as a whole, to walk through them alone or along some data."""

    def __init__(self) -> None:
        self.of = {
            path.name.removesuffix(".schema.json"): json.loads(path.read_text("utf-8"))
            for path in schemas().glob("*.schema.json")
        }

    def offered(self) -> Used:
        """All that a register could use."""
        offered = Used()
        for name, schema in self.of.items():
            if name == "register":
                self._offer(schema, f"{name}#file", offered)
            for definition, node in schema.get("$defs", {}).items() if name != "vocabulary" else ():
                self._offer(node, f"{name}#{definition}", offered)
        return offered

    def follow(self, data: Any, node: Any, where: str, used: Used) -> None:
        """Notes what some data use of the schema at a place."""
        if data in ([], {}):
            used.none.add(where)
        node, where = self._resolved(node, where)
        if isinstance(node.get("type"), list):
            used.forms.add(f"{where}: {TYPES[type(data)]}")
        for branch in _branches(node, TYPES[type(data)]):
            self.follow(data, branch, where, used)
        for key, below in data.items() if isinstance(data, dict) else ():
            if key in node.get("properties", {}):
                used.fields.add(f"{where}.{key}")
                self.follow(below, node["properties"][key], f"{where}.{key}", used)
            elif isinstance(node.get("additionalProperties"), dict):
                self.follow(below, node["additionalProperties"], where, used)
        for below in data if isinstance(data, list) and "items" in node else ():
            self.follow(below, node["items"], where, used)

    def _offer(self, node: Any, where: str, offered: Used) -> None:
        if isinstance(node.get("type"), list):
            offered.forms.update(f"{where}: {one}" for one in node["type"])
        for key, below in node.get("properties", {}).items():
            offered.fields.add(f"{where}.{key}")
            if _may_be_empty(self._resolved(below, where)[0]):
                offered.none.add(f"{where}.{key}")
            self._offer(below, f"{where}.{key}", offered)

    def _resolved(self, node: Any, where: str) -> tuple[Any, str]:
        """A schema with its references followed, and where that stands."""
        while "$ref" in node:
            file, _, definition = node["$ref"].partition("#/$defs/")
            home = file.removesuffix(".schema.json") or where.partition("#")[0]
            node, where = self.of[home]["$defs"][definition], f"{home}#{definition}"
        return node, where


def _branches(node: Any, type_: str) -> Iterator[Any]:
    """What a union of types demands of a value of one type."""
    for branch in node.get("allOf", ()):
        if branch["if"]["type"] == type_:
            yield branch["then"]


def _may_be_empty(node: Any) -> bool:
    """Whether an empty list, or an empty mapping of ids, says that there is none."""
    lists = [node] if node.get("type") == "array" else list(_branches(node, "array"))
    maps = node.get("type") == "object" and isinstance(node.get("additionalProperties"), dict)
    return any("minItems" not in one for one in lists) or (maps and "minProperties" not in node)


@pytest.fixture(scope="module")
def offered() -> Used:
    return Schemas().offered()


@pytest.fixture(scope="module")
def used(loaded: Loaded) -> Used:
    known, used = Schemas(), Used()
    for kind, entities in loaded.declared.entities.items():
        for one in entities.values():
            known.follow(one.data, known.of[kind]["$defs"]["entity"], f"{kind}#entity", used)
    assert loaded.declared.settings is not None
    known.follow(loaded.declared.settings.data, known.of["register"], "register#file", used)
    return used


def test_every_field_of_every_schema_is_used(offered: Used, used: Used) -> None:
    assert len(offered.fields) > 400
    assert sorted(offered.fields - used.fields) == [], "add them to tests/samples/complete"


def test_every_form_that_a_field_may_have_is_used(offered: Used, used: Used) -> None:
    assert "common#choice_cases: string" in offered.forms
    assert sorted(offered.forms - used.forms) == [], "write them so in tests/samples/complete"


def test_whatever_may_be_declared_as_none_is_so_somewhere(offered: Used, used: Used) -> None:
    assert {"notices#entity.commitments", "recipients#entity.transfer", "activities#entity.recipients"} <= offered.none
    assert sorted(offered.none - used.none) == [], "declare them as none somewhere in tests/samples/complete"
