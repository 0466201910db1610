"""The files of the law: each has its schema, its source and its check date, and each table its day of review."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from program import DATE, ROOT
from referencing import Registry, Resource

from deskprivacy.law.files import FOLDER, parsed

SCHEMAS = ROOT / "schemas" / "law"
FILES = sorted(path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.yaml"))
OURS = {
    "structure",
    "vocabulary",
    "third_person",
    "tables",
    "reviews",
}  # made here, not read in a text: nothing to check them against


def schema_of(name: str) -> dict[str, Any]:
    stem = "lexicon" if name.startswith("lexicons/") else name
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{stem}.schema.json").read_text(encoding="utf-8"))
    return loaded


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    common = Resource.from_contents(schema_of("common"))
    registry = Registry().with_resource("https://deskprivacy.invalid/schemas/law/common.schema.json", common)
    return Draft202012Validator(schema, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("name", FILES)
def test_a_file_keeps_to_its_schema(name: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)

    errors = [f"{list(one.absolute_path)}: {one.message}" for one in validator(schema).iter_errors(parsed(name))]

    assert errors == []


def test_there_is_a_schema_for_every_file_and_no_other() -> None:
    stems = {"lexicon" if name.startswith("lexicons/") else name for name in FILES}

    assert {path.name.removesuffix(".schema.json") for path in SCHEMAS.iterdir()} == stems | {"common"}


@pytest.mark.parametrize("name", sorted(set(FILES) - OURS))
def test_a_file_says_where_it_comes_from_and_when_it_was_checked(name: str) -> None:
    content = parsed(name)

    assert set(content["source"]) == {"en", "fr"}
    assert date.fromisoformat(content["checked"]) <= date.fromisoformat(DATE)


@pytest.mark.parametrize("name", sorted(set(FILES) - OURS))
def test_a_file_without_its_source_or_its_date_is_refused(name: str) -> None:
    for key in ("source", "checked"):
        content = {other: value for other, value in parsed(name).items() if other != key}

        assert not validator(schema_of(name)).is_valid(content)


@pytest.mark.parametrize("name", FILES)
def test_french_is_set_with_its_own_signs(name: str) -> None:
    for text in _french(parsed(name)):
        assert not re.search(r"[^\W\d]'[^\W\d]", text), text
        assert not re.search(r"[^\s`«»?!:;][;?!»]|«\S", text), text


def _french(node: Any) -> list[str]:
    """The texts that stand in French beside English ones; patterns are no texts."""
    if isinstance(node, dict):
        own = [node["fr"]] if isinstance(node.get("fr"), str) and isinstance(node.get("en"), str) else []
        own = [text for text in own if "\\" not in text]
        return own + [text for below in node.values() for text in _french(below)]
    return [text for below in node for text in _french(below)] if isinstance(node, list) else []
