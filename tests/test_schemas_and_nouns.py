"""A field is described twice, in a schema for editors and in a noun for the program: both say the same."""

from __future__ import annotations

from typing import Any

import pytest
from test_schemas import SCHEMAS, described, resolved

from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.side import SIDE, Settings

NOUNS = {**KINDS, **SIDE}
INTERNAL_FILES = set(SIDE)

# Demanded of every entity but these, whose dataclasses share an optional `name`.
NAMELESS = {"controllers", "retention_rules", "commitments", *SIDE}
# The only lists and mappings that may be declared as none.
MAY_BE_NONE = {
    *("recipients.transfer", "recipients.sub_processors"),
    *("activities.recipients", "activities.trackers", "activities.measures", "activities.automated_decisions"),
    *("activities.recipients.*.transfer", "notices.commitments"),
}
# A schema may know more of a text than the dataclass does.
NARROWER = {("territories", "country"), ("codes", "country"), ("items", "id"), ("rule", "id"), ("dropped", "sentence")}


@pytest.mark.parametrize("kind", NOUNS)
def test_schema_and_noun_say_the_same(kind: str) -> None:
    schema = SCHEMAS[kind]["$defs"]["entity"]
    noun = noun_of(NOUNS[kind])

    same_noun(schema, kind, noun, kind, kind in INTERNAL_FILES, () if kind in NAMELESS else ("name",))


def test_schema_and_settings_say_the_same() -> None:
    same_noun(SCHEMAS["register"], "register", noun_of(Settings), "register", False)


def same_noun(
    node: dict[str, Any], home: str, noun: Noun, where: str, internal: bool, also: tuple[str, ...] = ()
) -> None:
    """A mapping: the same keys, the same ones demanded, each with the same shape."""
    node, home = resolved(node, home)
    demanded = {*also, *(key for key, field in noun.fields.items() if field.required)}
    assert set(node["properties"]) == set(noun.fields), where
    assert set(node.get("required", ())) == demanded, where
    for key, field in noun.fields.items():
        same_field(node["properties"][key], home, field, f"{where}.{key}", internal)


def same_field(node: dict[str, Any], home: str, field: Field, where: str, internal: bool) -> None:
    """A property: seen by the same readers; below what is internal all is internal."""
    inside = internal or field.internal
    assert described(node, home)["x-visibility"] == ("internal" if inside else "public"), where
    same_shape(node, home, field.shape, where, inside)


def same_shape(node: dict[str, Any], home: str, shape: Shape, where: str, internal: bool) -> None:
    node, home = resolved(node, home)
    if isinstance(shape, Noun):
        assert node["type"] == "object", where
        same_noun(node, home, shape, where, internal)
    elif isinstance(shape, Many):
        same_list(node, home, shape, where, internal)
    elif isinstance(shape, ByKey):
        assert ("minProperties" in node) == (where not in MAY_BE_NONE), where
        same_scalar(node["propertyNames"], home, shape.key, where)
        same_shape(node["additionalProperties"], home, shape.of, f"{where}.*", internal)
    else:
        same_scalar(node, home, shape, where)


def same_list(node: dict[str, Any], home: str, shape: Many, where: str, internal: bool) -> None:
    branches = {one["if"]["type"]: one["then"] for one in node.get("allOf", ())}
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    items = branches.get("array", node)
    assert set(branches) == set(types) - {"null"} if branches else types == ["array"], where
    assert ("minItems" in items) == (where not in MAY_BE_NONE), where
    same_shape(items["items"], home, shape.of, where, internal)
    if isinstance(shape.of, Noun):
        assert ("null" in types) == shape.of.empty, where
        if "object" in types:
            same_noun(branches["object"], home, shape.of, where, internal)
            same_short(branches.get("string"), home, shape.of, where)
        else:
            assert shape.of.short is None, where
    else:
        assert items.get("uniqueItems"), where
        assert shape.one == ("string" in types), where
        if shape.one:
            same_shape(branches["string"], home, shape.of, where, internal)


def same_short(node: dict[str, Any] | None, home: str, noun: Noun, where: str) -> None:
    if noun.short is None:
        assert node is None, where
    elif isinstance(noun.short, str):
        assert node is not None, where
        same_shape(node, home, noun.fields[noun.short].shape, where, False)
    else:
        assert node is not None, where
        assert node["enum"] == list(noun.short), where


def same_scalar(node: dict[str, Any], home: str, shape: Shape, where: str) -> None:
    assert isinstance(shape, Scalar), where
    found, home = resolved(node, home)
    assert found["type"] == {str: "string", bool: "boolean", int: "integer"}[shape.python], where
    if shape.word:
        assert (home, found) == ("vocabulary", SCHEMAS["vocabulary"]["$defs"][shape.word.terms]), where
    elif shape.python is str:
        form = found["x-form"]
        if shape.reference:
            assert form == ("data" if shape.reference.items else "id"), where
        else:
            forms = {shape.form.name} if shape.form else {"id", "text"}  # the key of a mapping has no form of its own
            forms |= {"text"} if "proper" in forms else set()  # the same to write, but never translated
            assert form in forms or (where.rpartition(".")[2], form) in NARROWER, (where, form, forms)
