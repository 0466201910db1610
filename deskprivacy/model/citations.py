"""Citations: which facts say that they come from which sentence of a text taken over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from deskprivacy.address import Address, Key
from deskprivacy.model.register import Register
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Shape, noun_of


def citations(register: Register, takeover: str) -> Iterator[tuple[str, Address]]:
    """Each sentence of a text that some fact cites, with the address of the fact; in the order of the register.

    `P15.2` speaks of the register's only text; where there are several, `takeover/P15.2` says which.
    """
    alone = len(register.takeovers) == 1
    for sentence, where in all_citations(register):
        text, _, ident = sentence.rpartition("/")
        if text == takeover or (not text and alone):
            yield ident, where


def all_citations(register: Register) -> Iterator[tuple[str, Address]]:
    """Every sentence that some fact cites, as it is written, with the address of the fact."""
    for entity in register.entities():
        found: list[Cited] = []
        _collect(found, (), noun_of(type(entity)), entity)
        for sentence, keys in found:
            yield sentence, entity.where.at(*keys)


Cited = tuple[str, tuple[Key, ...]]


def _collect(found: list[Cited], keys: tuple[Key, ...], shape: Shape, value: Any) -> None:
    """Adds the sentences below a value, each with the keys that lead to it."""
    if isinstance(shape, Noun):
        found.extend((sentence, keys) for sentence in value.stated_in)
        for field in _deep(shape.cls):
            if below := getattr(value, field.name):
                _collect(found, (*keys, field.key), field.shape, below)
    elif isinstance(shape, ByKey):
        for key, below in value.items():
            _collect(found, (*keys, key), shape.of, below)
    elif isinstance(shape, Many):
        for position, below in enumerate(value):
            _collect(found, (*keys, position) if len(value) > 1 else keys, shape.of, below)


@cache
def _deep(cls: type) -> tuple[Field, ...]:
    """The fields of a noun with other nouns below: nothing else cites."""
    return tuple(field for field in noun_of(cls).fields.values() if _holds_nouns(field.shape))


def _holds_nouns(shape: Shape) -> bool:
    return isinstance(shape, Noun) or (isinstance(shape, Many | ByKey) and _holds_nouns(shape.of))
