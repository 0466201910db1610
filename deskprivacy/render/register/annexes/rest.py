"""Annex: what is declared and stands on no sheet: descriptions, kinds, notices, promises.

One walk over the shapes of the model words every field alike, so that a field that is named here has a place at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deskprivacy.model.contacts import Contact
from deskprivacy.model.notices import ALL
from deskprivacy.model.parties import Entity, name_of
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.render.document import Run, Runs, Section
from deskprivacy.render.keys import word_of
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import contact, data_name
from deskprivacy.render.register.cells import Cell, labelled, said, table
from deskprivacy.render.resolved import is_declared

# By kind, the fields that stand here; below one of them, all do that are not left to the sheets or the notices.
_HERE: Mapping[str, tuple[str, ...]] = {
    "controllers": ("description",),
    "data_categories": ("description", "sources", "items"),
    "sources": ("description", "url", "recipient"),
    "purposes": ("kind",),
    "recipients": ("description", "sector", "group", "members", "notice", "rights", "own_use"),
    "trackers": ("description",),
    "measures": ("public",),
    "commitments": ("description", "sentence", "asserts", "to", "unless", "scope", "status", "reason"),
    "notices": (
        *("description", "covers", "languages", "status", "version", "effective", "commitments", "collection_points"),
        "changes",
    ),
}
# What the sheets print of these already, by the class that holds it.
_ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "Item": ("name", "examples", "special", "criminal", "national_id", "concerns"),
    "Member": ("name", "country"),
}
_NOTES = ("stated_in", "evidence")
_CODES = ("territories",)


def annex(page: Page) -> Iterator[Section]:
    """A table of the facts, a row for each entity that has some; nothing where there is none."""
    rows = [
        row
        for kind, keys in _HERE.items()
        for one in page.register.of_kind(kind).values()
        for row in _row(page, one, keys)
    ]
    if rows:
        say = page.say
        columns = (say("Fact"), say("What is declared besides"))
        blocks = (table(page, say("What stands on no sheet"), columns, rows),)
        yield page.section("annex-rest", "annex", "Annex: other declared facts", blocks)


def _row(page: Page, one: Entity, keys: tuple[str, ...]) -> Iterator[tuple[Cell, ...]]:
    fields = noun_of(type(one)).fields
    lines = [
        labelled(page, _label(page, key), page.fact(one.where.at(key), _field(page, fields[key], one))) for key in keys
    ]
    if any(lines):
        name = page.run(name_of(one))
        yield said(page.phrase("{what} ({detail})", what=(name,), detail=page.say.term("kind", one.KIND))), said(*lines)


def _label(page: Page, key: str) -> Run:
    word = word_of(key, page.say)
    return page.run(word[:1].upper() + word[1:])


def _field(page: Page, field: Field, holder: Any) -> Runs:
    value = getattr(holder, field.name)
    return _said(page, field.shape, value, field.key) if is_declared(field, value) else ()


def _said(page: Page, shape: Shape, value: Any, key: str) -> Runs:
    """A value in words; nothing where there is nothing to say here."""
    if isinstance(shape, Noun):
        return _noun(page, shape, value)
    if isinstance(shape, Many):
        separator = ", " if isinstance(shape.of, Scalar) else "; "
        return page.joined([part for one in value if (part := _said(page, shape.of, one, key))], separator)
    if isinstance(shape, ByKey):
        parts = ((_name(page, shape.key, ident, one), _said(page, shape.of, one, key)) for ident, one in value.items())
        return page.joined(
            [page.phrase("{what} ({detail})", what=name, detail=part) for name, part in parts if part], "; "
        )
    return _scalar(page, shape, value, key)


def _noun(page: Page, shape: Noun, value: Any) -> Runs:
    if isinstance(value, Contact):
        return contact(page, value)
    left = (*_NOTES, *_ELSEWHERE.get(shape.cls.__name__, ()))
    found = ((key, _field(page, field, value)) for key, field in shape.fields.items() if key not in left)
    parts = [page.phrase("{what}: {detail}", what=word_of(key, page.say), detail=said) for key, said in found if said]
    return page.joined(parts, "; ")


def _name(page: Page, key: Scalar, ident: str, value: Any) -> Runs:
    if key.word:
        return (page.run(page.say.term(key.word.terms, ident)),)
    return (page.run(getattr(value, "name", None) or ident),)


def _scalar(page: Page, shape: Scalar, value: Any, key: str) -> Runs:
    say, form = page.say, shape.form.name if shape.form else ""
    if isinstance(value, bool):
        return (page.words("yes") if value else page.words("no"),)
    if shape.word:
        return (page.run(say.term(shape.word.terms, value)),)
    if shape.reference:
        return _referred(page, shape, value)
    if form == "prose":
        return page.line(value)
    worded = {"date": say.date, "period": say.period, "country": say.country}.get("country" if key in _CODES else form)
    return (page.run(worded(value) if worded else str(value), link=value if form == "url" else None),)


def _referred(page: Page, shape: Scalar, value: str) -> Runs:
    assert shape.reference
    if value == ALL:
        return (page.words("all activities that run"),)
    if shape.reference.items:
        return (page.run(data_name(page.register, value)),)
    return (page.run(name_of(page.register.of_kind(shape.reference.kinds[0])[value])),)
