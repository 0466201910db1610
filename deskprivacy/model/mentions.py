"""Mentions: whom and what a fact names by id, where the public may read it.

A notice tells of the activities that it covers; in doing so it also says names of which it tells nothing more: the
persons whom a photograph shows, the source that narrows a period, the controller whose officer serves another one too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from deskprivacy.model.parties import Entity
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Scalar, Shape, noun_of


def mentions(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """The kind and id of what these entities name in public fields, once each; an id may be of several kinds."""
    found: dict[tuple[str, str], None] = {}
    for entity in entities:
        _collect(found, noun_of(type(entity)), entity)
    return iter(found)


def _collect(found: dict[tuple[str, str], None], shape: Shape, value: Any) -> None:
    if isinstance(shape, Scalar):
        if shape.reference:
            ident = value.partition("/")[0]
            found.update(dict.fromkeys((kind, ident) for kind in shape.reference.kinds))
    elif isinstance(shape, Noun):
        for field in _naming(shape.cls):
            if below := getattr(value, field.name):
                _collect(found, field.shape, below)
    elif isinstance(shape, Many):
        for one in value:
            _collect(found, shape.of, one)
    else:
        _collect_by_key(found, shape, value)


def _collect_by_key(found: dict[tuple[str, str], None], shape: ByKey, value: Mapping[str, Any]) -> None:
    for key, one in value.items():
        _collect(found, shape.key, key)
        if _names(shape.of):
            _collect(found, shape.of, one)


@cache
def _naming(cls: type) -> tuple[Field, ...]:
    """The public fields of a noun below which something can be named."""
    return tuple(one for one in noun_of(cls).fields.values() if not one.internal and _names(one.shape))


def _names(shape: Shape) -> bool:
    if isinstance(shape, Scalar):
        return shape.reference is not None
    if isinstance(shape, Noun):
        return bool(_naming(shape.cls))
    return _names(shape.of) or (isinstance(shape, ByKey) and _names(shape.key))
