"""The texts of a register that people read: what is translated, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from deskprivacy.address import Address, Key
from deskprivacy.model.parties import Member
from deskprivacy.model.register import Register
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.side import SETTINGS, SIDE

_TEXTS = ("text", "prose")
Words = Callable[[Address, str], str]
Found = tuple[tuple[Key, ...], str]


def public_texts(register: Register) -> Iterator[tuple[Address, str]]:
    """Every text that a public document may print, with its address; in the order of the register."""
    yield from _events(register)
    for entity in register.entities():
        yield from _of(entity, entity.where, inside=False)


def every_text(register: Register) -> Iterator[tuple[Address, str]]:
    """Every text of the facts, internal ones too; then those of the side files, which nobody translates."""
    yield from _events(register)
    for entity in register.entities():
        yield from _of(entity, entity.where, inside=True)
    for kind in SIDE:
        for ident, one in getattr(register, kind).items():
            yield from _of(one, Address(kind, ident), inside=True)


def in_other_words(register: Register, words: Words) -> Register:
    """The register with each text, internal ones too, replaced by what `words` gives for its address and itself."""
    kinds: dict[str, Any] = {}
    for entity in register.entities():
        kinds.setdefault(entity.KIND, {})[entity.id] = _replaced(noun_of(type(entity)), entity, entity.where, words)
    own = register.settings.events or {}
    events = {key: replace(one, name=words(_event(key), one.name)) for key, one in own.items()}
    return replace(register, settings=replace(register.settings, events=events or None), **kinds)


def _events(register: Register) -> Iterator[tuple[Address, str]]:
    for key, one in (register.settings.events or {}).items():
        yield _event(key), one.name


def _event(key: str) -> Address:
    return Address(SETTINGS, "", ("events", key, "name"))


def _of(one: Any, where: Address, *, inside: bool) -> Iterator[tuple[Address, str]]:
    found: list[Found] = []
    _collect(found, (), noun_of(type(one)), one, inside)
    for keys, text in found:
        yield where.at(*keys), text


def _collect(found: list[Found], keys: tuple[Key, ...], shape: Shape, value: Any, inside: bool) -> None:
    """Adds the texts below a value, each with the keys that lead to it."""
    if isinstance(shape, Noun):
        if inside or not _is_hidden(value):
            for field in _speaking(shape.cls, inside):
                below = getattr(value, field.name)
                if isinstance(below, str):
                    found.append(((*keys, field.key), below))
                elif below:
                    _collect(found, (*keys, field.key), field.shape, below, inside)
    elif isinstance(shape, Scalar):
        found.append((keys, value))
    elif isinstance(shape, Many):
        for position, below in enumerate(value):
            _collect(found, (*keys, position) if len(value) > 1 else keys, shape.of, below, inside)
    else:
        for key, below in value.items():
            _collect(found, (*keys, key), shape.of, below, inside)


@cache
def _speaking(cls: type, inside: bool) -> tuple[Field, ...]:
    """The fields of a noun in which people read something; what is internal only for those inside."""
    fields = noun_of(cls).fields.values()
    return tuple(field for field in fields if (inside or not field.internal) and _holds_text(field.shape, inside))


def _holds_text(shape: Shape, inside: bool) -> bool:
    if isinstance(shape, Scalar):
        return _is_text(shape)
    return bool(_speaking(shape.cls, inside)) if isinstance(shape, Noun) else _holds_text(shape.of, inside)


def _replaced(shape: Shape, value: Any, where: Address, words: Words) -> Any:
    if value is None:
        return None
    if isinstance(shape, Scalar):
        return words(where, value) if _is_text(shape) else value
    if isinstance(shape, Many):
        return tuple(
            _replaced(shape.of, one, where.at(position) if len(value) > 1 else where, words)
            for position, one in enumerate(value)
        )
    if isinstance(shape, ByKey):
        return {key: _replaced(shape.of, one, where.at(key), words) for key, one in value.items()}
    changes = {
        field.name: _replaced(field.shape, getattr(value, field.name), where.at(key), words)
        for key, field in shape.fields.items()
    }
    return replace(value, **changes)


def _is_text(shape: Scalar) -> bool:
    return shape.form is not None and shape.form.name in _TEXTS


def _is_hidden(value: Any) -> bool:
    """A member that is not published is internal, whatever its fields are."""
    return isinstance(value, Member) and not value.published
