"""Doubts: what entries with errors may name, for all that is known of them; none of that is called unused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from deskprivacy.address import Address
from deskprivacy.load.declared import Declarations
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Noun, Scalar, Shape, noun_of
from deskprivacy.model.side import SIDE


class Doubts:
    """What may be named where the schemas found something wrong."""

    def __init__(self, declared: Declarations, wrong: Iterable[Address]) -> None:
        self._declared = declared
        self._wrong = tuple(wrong)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the entries with errors: a reference below a misspelt key is one all the same."""
        entries = {one.entity for one in self._wrong}
        known = (self._declared.entities.get(one.kind, {}).get(one.id) for one in entries)
        return frozenset(word for one in known if one for word in _words(one.data))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds that a field with errors names."""
        classes = {**KINDS, **SIDE}
        fields = {(one.kind, str(one.keys[0])) for one in self._wrong if one.kind in classes and one.keys}
        shapes = (noun_of(classes[kind]).fields.get(key) for kind, key in fields)
        return frozenset(kind for field in shapes if field for kind in _named(field.shape))


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data.partition("/")[0]
    elif isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(data, list):
        for one in data:
            yield from _words(one)


def _named(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Scalar):
        yield from shape.reference.kinds if shape.reference else ()
    elif isinstance(shape, Noun):
        for field in shape.fields.values():
            yield from _named(field.shape)
    else:
        yield from _named(shape.of)
        if isinstance(shape, ByKey):
            yield from _named(shape.key)
