"""The shape of the nouns, read from their annotations.

Binding, checking references, resolving addresses and `public()` all walk the same shapes; so a field is described
once, where it is declared.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from deskprivacy.address import Key
from deskprivacy.model.types import EmptyAllowed, Form, Internal, OneOrMore, Reference, Word


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, a number or a truth value."""

    python: type
    reference: Reference | None = None
    word: Word | None = None
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class Many:
    """A list. A member that stands alone may be written without the list where `one` is true."""

    of: Shape
    one: bool


@dataclass(frozen=True, slots=True)
class ByKey:
    """A mapping of ids (or words) to members."""

    key: Scalar
    of: Shape


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a noun: its attribute, its key in YAML, its shape."""

    name: str
    key: str
    shape: Shape
    internal: bool
    required: bool
    default: object


@dataclass(frozen=True, slots=True)
class Noun:
    """A mapping that becomes a dataclass."""

    cls: type
    fields: Mapping[str, Field]
    short: str | Mapping[str, Mapping[str, object]] | None
    empty: bool  # an empty value stands for the noun with nothing said


Shape = Scalar | Many | ByKey | Noun
Role = TypeVar("Role", Reference, Word, Form)


def noun_of(cls: type, *, empty: bool = False) -> Noun:
    """The shape of a dataclass of the model; `empty` where an empty value may stand for it."""
    found = _NOUNS.get((cls, empty))
    if found is None:
        found = _NOUNS[cls, empty] = _read(cls, empty)
    return found


_NOUNS: dict[tuple[type, bool], Noun] = {}


def _read(cls: type, empty: bool) -> Noun:
    hints = get_type_hints(cls, include_extras=True)
    found = {}
    for field in fields(cls):
        key = field.name.removesuffix("_")
        marks = _marks(hints[field.name])
        default = field.default if field.default is not MISSING else None
        found[key] = Field(
            name=field.name,
            key=key,
            shape=_shape(hints[field.name]),
            internal=any(isinstance(mark, Internal) for mark in marks),
            required=field.default is MISSING and field.default_factory is MISSING,
            default=default,
        )
    found.pop("id", None)  # the key or the file name gives it
    return Noun(cls, found, getattr(cls, "SHORT", None), empty)


def allows(shape: Shape, keys: tuple[Key, ...]) -> bool:
    """Whether a path of keys can lead somewhere below this shape, whatever is declared there today."""
    if isinstance(shape, Many):
        return allows(shape.of, keys)
    if not keys:
        return True
    head, tail = str(keys[0]), keys[1:]
    if isinstance(shape, Noun):
        return head in shape.fields and allows(shape.fields[head].shape, tail)
    return isinstance(shape, ByKey) and allows(shape.of, tail)


def _marks(hint: Any) -> tuple[object, ...]:
    """The annotations of a type and of what it may be besides None."""
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        return (*marks, *_marks(inner))
    return tuple(mark for part in _union(hint) for mark in _marks(part))


def _union(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(part for part in get_args(hint) if part is not type(None))
    return ()


def _shape(hint: Any, marks: tuple[object, ...] = ()) -> Shape:
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        return _shape(inner, (*marks, *more))
    if parts := _union(hint):
        (part,) = parts
        return _shape(part, marks)
    origin, args = get_origin(hint), get_args(hint)
    empty = any(isinstance(mark, EmptyAllowed) for mark in marks)
    if origin is tuple:
        of = _shape(args[0], marks if empty else ())
        one = isinstance(of, Noun) or any(isinstance(mark, OneOrMore) for mark in marks)
        return Many(of, one)
    if origin is not None and issubclass(origin, Mapping):
        key = _shape(args[0])
        assert isinstance(key, Scalar)
        return ByKey(key, _shape(args[1], marks if empty else ()))
    if isinstance(hint, type) and is_dataclass(hint):
        return noun_of(hint, empty=empty)
    return Scalar(hint, _first(Reference, marks), _first(Word, marks), _first(Form, marks))


def _first(cls: type[Role], marks: tuple[object, ...]) -> Role | None:
    return next((mark for mark in marks if isinstance(mark, cls)), None)
