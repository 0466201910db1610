"""The schemas themselves: what they may use, and what they owe their readers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from deskprivacy.law.files import data
from deskprivacy.model.register import KINDS
from deskprivacy.words import enumerations

FOLDER = Path(__file__).parents[1] / "schemas"
NAMES = sorted(path.name.removesuffix(".schema.json") for path in FOLDER.glob("*.schema.json"))
SCHEMAS: dict[str, Any] = {name: json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8")) for name in NAMES}
META = json.loads((FOLDER / "meta" / "deskprivacy.schema.json").read_text("utf-8"))


def nodes(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every mapping of a schema, with its path."""
    if isinstance(node, dict):
        yield path, node
        for key, below in node.items():
            yield from nodes(below, (*path, key))
    elif isinstance(node, list):
        for position, below in enumerate(node):
            yield from nodes(below, (*path, str(position)))


def resolved(node: dict[str, Any], home: str) -> tuple[dict[str, Any], str]:
    """A schema, its reference followed, and the file that it stands in."""
    while "$ref" in node:
        file, _, name = node["$ref"].partition("#/$defs/")
        home = file.removesuffix(".schema.json") or home
        node = SCHEMAS[home]["$defs"][name]
    return node, home


def described(node: dict[str, Any], home: str) -> dict[str, Any]:
    """A property, or the one that all nouns share, where it only refers to that."""
    if set(node) != {"$ref"}:
        return node
    file, _, name = node["$ref"].partition("#/$defs/")
    found: dict[str, Any] = SCHEMAS[file.removesuffix(".schema.json") or home]["$defs"][name]
    return found


def properties() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every property of every schema: where it stands, its name, its schema (a bare reference followed)."""
    for name, schema in SCHEMAS.items():
        for path, node in nodes(schema):
            if path[-1:] == ("properties",) and "oneOf" not in path:
                for key, below in node.items():
                    yield f"{name}/{'/'.join(path)}", key, described(below, name)


def test_there_is_a_schema_for_every_kind_and_every_file() -> None:
    assert set(SCHEMAS) == {*KINDS, "open_questions", "waivers", "takeovers", "register", "common", "vocabulary"}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_sound_and_keeps_to_the_common_subset(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    errors = [
        f"{list(one.absolute_path)}: {one.message}" for one in Draft202012Validator(META).iter_errors(SCHEMAS[name])
    ]

    assert errors == []


@pytest.mark.parametrize(
    "node",
    [
        {"anyOf": [{}, {}]},
        {"type": "number"},
        {"format": "date"},
        {"type": "string", "minLength": 1},
        {"type": "object", "properties": {"a": {"description": "d", "x-fr": "f", "x-visibility": "public"}}},
        {"type": "object", "properties": {"a": {"$ref": "#/$defs/text"}}, "additionalProperties": False},
        {"type": "object", "additionalProperties": True},
        {"pattern": "^\\d+"},
        {"pattern": "^[0-9]+$"},
        {"allOf": [{"properties": {}}, {"properties": {}}]},
        {"oneOf": [{"type": "string"}, {"type": "array"}]},
    ],
)
def test_the_meta_schema_refuses_what_the_engines_read_apart(node: dict[str, Any]) -> None:
    whole = {key: SCHEMAS["sources"][key] for key in ("$schema", "title", "description", "x-fr")}

    assert not Draft202012Validator(META).is_valid({**whole, "$defs": {"one": node}})


def test_the_vocabulary_is_the_one_of_the_law(tmp_path: Path) -> None:
    enumerations.main([str(tmp_path / "made.json")])
    made, committed = tmp_path / "made.json", FOLDER / "vocabulary.schema.json"

    assert committed.read_bytes() == made.read_bytes(), "run `make schemas`"


def test_every_closed_list_is_an_enumeration() -> None:
    assert set(SCHEMAS["vocabulary"]["$defs"]) == {*data("vocabulary"), "authority", "country"}
    assert SCHEMAS["vocabulary"]["$defs"]["retention_then"]["enum"] == ["delete", "anonymise", "permanent-archive"]


def test_every_reference_leads_somewhere() -> None:
    for name, schema in SCHEMAS.items():
        for _, node in nodes(schema):
            if isinstance(node.get("$ref"), str):
                resolved(node, name)


def test_every_definition_is_used() -> None:
    used = {"entity"}
    for _, node in (pair for schema in SCHEMAS.values() for pair in nodes(schema)):
        if isinstance(node.get("$ref"), str):
            used.add(node["$ref"].rpartition("/")[2])
    defined = {name for kind, schema in SCHEMAS.items() if kind != "vocabulary" for name in schema.get("$defs", {})}

    assert defined - used == set()


def test_every_property_is_described_in_both_languages() -> None:
    for where, key, node in properties():
        for language in ("description", "x-fr"):
            assert node.get(language, "").endswith((".", ":", ")")), (where, key)
        assert node["description"] != node["x-fr"], (where, key)
        assert not any(mark in node["x-fr"] for mark in ("'", '"')), (where, key, "French typography")


def test_nothing_stands_before_the_words_of_a_property() -> None:
    """Where a property refers to a definition, editors show the definition's description and not the property's."""
    for name, schema in SCHEMAS.items():
        for path, node in nodes(schema):
            if "$ref" in node and "description" in node:
                assert "description" not in resolved(node, name)[0], (name, path)


def test_every_example_is_valid() -> None:
    bundle = {name: _rebased(schema, name) for name, schema in SCHEMAS.items()}
    for name, schema in SCHEMAS.items():
        for path, node in nodes(schema):
            for example in node["examples"] if isinstance(node.get("examples"), list) else ():
                pointed = {"$ref": "/".join(("#", "$defs", name, *path)), "$defs": bundle}
                assert Draft202012Validator(pointed).is_valid(example), (name, path, example)


def _rebased(node: Any, home: str) -> Any:
    if isinstance(node, list):
        return [_rebased(member, home) for member in node]
    if not isinstance(node, dict):
        return node
    bundled = {key: _rebased(below, home) for key, below in node.items()}
    if isinstance(node.get("$ref"), str):
        file, _, pointer = node["$ref"].partition("#")
        bundled["$ref"] = f"#/$defs/{file.removesuffix('.schema.json') or home}{pointer}"
    return bundled
