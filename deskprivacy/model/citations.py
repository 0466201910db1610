"""Citations: which facts say that they come from which sentence of a text taken over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deskprivacy.address import Address
from deskprivacy.model.register import Register
from deskprivacy.model.shape import ByKey, Many, Noun, Scalar, Shape, noun_of


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
        yield from _cited(noun_of(type(entity)), entity, entity.where)


def _cited(shape: Shape, value: Any, where: Address) -> Iterator[tuple[str, Address]]:
    if value is None or isinstance(shape, Scalar):
        return
    if isinstance(shape, Noun):
        for sentence in value.stated_in:
            yield sentence, where
        for key, field in shape.fields.items():
            if not isinstance(field.shape, Scalar):
                yield from _cited(field.shape, getattr(value, field.name), where.at(key))
    elif isinstance(shape, ByKey):
        for key, below in value.items():
            yield from _cited(shape.of, below, where.at(key))
    elif isinstance(shape, Many) and not isinstance(shape.of, Scalar):
        for position, below in enumerate(value):
            yield from _cited(shape.of, below, where.at(position) if len(value) > 1 else where)
