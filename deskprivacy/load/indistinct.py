"""Entries of the grammar that no key tells apart: which of them holds could not be said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from deskprivacy.address import Address, Key
from deskprivacy.finding import Finding
from deskprivacy.model.circumstances import indistinct
from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Shape, noun_of


def indistinct_entries(register: Register) -> Iterator[Finding]:
    """Entries of the grammar that no key tells apart."""
    for kind in KINDS:
        for ident, entity in register.of_kind(kind).items():
            for keys, (first, second) in _pairs(noun_of(type(entity)), entity):
                at = Address(kind, ident, (*keys, second))
                values = {"first": first + 1, "second": second + 1}
                yield Finding(rule="indistinct-entries", at=at, on="key", values=values)


def _pairs(shape: Shape, value: Any) -> Iterator[tuple[tuple[Key, ...], tuple[int, int]]]:
    """Pairs of positions in a list, with the keys that lead to the list."""
    if isinstance(shape, Noun):
        for field in _branching(shape.cls):
            if below := getattr(value, field.name):
                for keys, pair in _pairs(field.shape, below):
                    yield (field.key, *keys), pair
    elif isinstance(shape, ByKey):
        for key, below in value.items():
            for keys, pair in _pairs(shape.of, below):
                yield (key, *keys), pair
    elif isinstance(shape, Many) and isinstance(shape.of, Noun) and len(value) > 1:
        for pair in indistinct(value, _apart(shape.of)):
            yield (), pair


def _apart(noun: Noun) -> tuple[str, ...]:
    """The keys that tell entries of this noun apart; none where each stands for itself."""
    return getattr(noun.cls, "KEYS", ())


@cache
def _branching(cls: type) -> tuple[Field, ...]:
    """The fields of a noun that hold entries of the grammar."""
    return tuple(field for field in noun_of(cls).fields.values() if _branches(field.shape))


def _branches(shape: Shape) -> bool:
    if isinstance(shape, Many):
        return shape.one and isinstance(shape.of, Noun) and bool(_apart(shape.of))
    if isinstance(shape, Noun):
        return bool(_branching(shape.cls))
    return isinstance(shape, ByKey) and _branches(shape.of)
