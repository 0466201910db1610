"""Citations: which facts say that they come from which sentence of a text taken over, or rest on which evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from deskprivacy.address import Address, Key
from deskprivacy.model.circumstances import Traced
from deskprivacy.model.register import Register
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Shape, noun_of
from deskprivacy.model.side import SETTINGS, SIDE


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
        _collect(found, (), noun_of(type(entity)), entity, lambda one: one.stated_in)
        for sentence, keys in found:
            yield sentence, entity.where.at(*keys)


def all_evidence(register: Register) -> Iterator[tuple[str, Address]]:
    """Every piece of evidence with the address of what rests on it: of the facts, then of what stands beside them."""
    for entity in register.entities():
        found: list[Cited] = []
        _collect(found, (), noun_of(type(entity)), entity, lambda one: filter(None, (one.evidence,)))
        for evidence, keys in found:
            yield evidence, entity.where.at(*keys)
    settings = register.settings
    beside: list[tuple[Address, Traced]] = [
        *((Address(kind, ident), one) for kind in SIDE for ident, one in getattr(register, kind).items()),
        *((Address(SETTINGS, "", ("events", ident)), one) for ident, one in (settings.events or {}).items()),
        *((Address(SETTINGS, "", ("severities", rule)), one) for rule, one in (settings.severities or {}).items()),
    ]
    yield from ((one.evidence, where) for where, one in beside if one.evidence)


Cited = tuple[str, tuple[Key, ...]]
Noted = Callable[[Any], Iterable[str]]  # the notes of a noun on where it comes from


def _collect(found: list[Cited], keys: tuple[Key, ...], shape: Shape, value: Any, noted: Noted) -> None:
    """Adds the notes at a value and below it, each with the keys that lead to it."""
    if isinstance(shape, Noun):
        found.extend((note, keys) for note in noted(value))
        for field in _deep(shape.cls):
            if below := getattr(value, field.name):
                _collect(found, (*keys, field.key), field.shape, below, noted)
    elif isinstance(shape, ByKey):
        for key, below in value.items():
            _collect(found, (*keys, key), shape.of, below, noted)
    elif isinstance(shape, Many):
        for position, below in enumerate(value):
            _collect(found, (*keys, position) if len(value) > 1 else keys, shape.of, below, noted)


@cache
def _deep(cls: type) -> tuple[Field, ...]:
    """The fields of a noun with other nouns below: nothing else cites."""
    return tuple(field for field in noun_of(cls).fields.values() if _holds_nouns(field.shape))


def _holds_nouns(shape: Shape) -> bool:
    return isinstance(shape, Noun) or (isinstance(shape, Many | ByKey) and _holds_nouns(shape.of))
