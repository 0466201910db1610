"""The shape of the nouns, read from their annotations.

Binding, checking references, resolving addresses and `public()` all walk the same shapes; so a field is described
once, where it is declared.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from inspect import get_annotations
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from deskprivacy.address import Key
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.types import EmptyAllowed, Form, Internal, OneOrMore, Reference, Word


@frozen
class Scalar(Frozen):
    """A text, a number or a truth value."""

    python: type
    reference: Reference | None = None
    word: Word | None = None
    form: Form | None = None


@frozen
class Many(Frozen):
    """A list. A member that stands alone may be written without the list where `one` is true."""

    of: Shape
    one: bool


@frozen
class ByKey(Frozen):
    """A mapping of ids (or words) to members."""

    key: Scalar
    of: Shape


@frozen
class Field(Frozen):
    """One field of a noun: its attribute, its key in YAML, its shape."""

    name: str
    key: str
    shape: Shape
    internal: bool
    required: bool
    default: object


@frozen
class Noun(Frozen):
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
    parent = cls.__base__
    found = dict(noun_of(parent).fields) if parent is not None and is_dataclass(parent) else {}
    hints = get_annotations(cls, eval_str=True)  # its own: those of its parent are read once, for all its children
    for field in fields(cls):
        if field.name in hints:
            key = field.name.removesuffix("_")
            found[key] = Field(
                name=field.name,
                key=key,
                shape=_shape(hints[field.name]),
                internal=any(isinstance(mark, Internal) for mark in _marks(hints[field.name])),
                required=field.default is MISSING and field.default_factory is MISSING,
                default=field.default if field.default is not MISSING else None,
            )
    found.pop("id", None)  # the key or the file name gives it
    return Noun(cls=cls, fields=found, short=getattr(cls, "SHORT", None), empty=empty)


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


def keys_below(shape: Shape, keys: tuple[Key, ...]) -> tuple[str, ...]:
    """The keys that may follow a path of keys; none where ids do, or where it leads to a value."""
    if isinstance(shape, Many):
        return keys_below(shape.of, keys)
    if isinstance(shape, Noun):
        return keys_below(shape.fields[str(keys[0])].shape, keys[1:]) if keys else tuple(shape.fields)
    return keys_below(shape.of, keys[1:]) if isinstance(shape, ByKey) and keys else ()


def is_public(shape: Shape, keys: tuple[Key, ...]) -> bool:
    """Whether what a path of keys leads to may be printed in public: nothing on the way is internal."""
    if isinstance(shape, Many):
        return is_public(shape.of, keys)
    if not keys:
        return True
    head, tail = str(keys[0]), keys[1:]
    if isinstance(shape, Noun):
        field = shape.fields.get(head)
        return field is not None and not field.internal and is_public(field.shape, tail)
    return isinstance(shape, ByKey) and is_public(shape.of, tail)


def allows_empty(shape: Shape, keys: tuple[Key, ...]) -> bool:
    """Whether an empty value may stand where a path of keys leads; an empty item of a list never may."""
    if not keys:
        return isinstance(shape, Many) and isinstance(shape.of, Noun) and shape.of.empty
    if isinstance(shape, Many):
        return allows_empty(shape.of, keys[1:] if isinstance(keys[0], int) else keys)
    head, tail = str(keys[0]), keys[1:]
    if isinstance(shape, Noun):
        return head in shape.fields and allows_empty(shape.fields[head].shape, tail)
    return isinstance(shape, ByKey) and allows_empty(shape.of, tail)


def written_none(shape: Shape, keys: tuple[Key, ...]) -> str | None:
    """How one writes, where a path of keys leads, that there is none: `[]` or `{}`; None where no list may stand."""
    if not keys:
        return "[]" if isinstance(shape, Many) else "{}" if isinstance(shape, ByKey) else None
    if isinstance(shape, Many):
        return written_none(shape.of, keys[1:] if isinstance(keys[0], int) else keys)
    head, tail = str(keys[0]), keys[1:]
    if isinstance(shape, Noun):
        return written_none(shape.fields[head].shape, tail) if head in shape.fields else None
    return written_none(shape.of, tail) if isinstance(shape, ByKey) else None


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
        return Many(of=of, one=one)
    if origin is not None and issubclass(origin, Mapping):
        key = _shape(args[0])
        assert isinstance(key, Scalar)
        return ByKey(key=key, of=_shape(args[1], marks if empty else ()))
    if isinstance(hint, type) and is_dataclass(hint):
        return noun_of(hint, empty=empty)
    return Scalar(python=hint, reference=_first(Reference, marks), word=_first(Word, marks), form=_first(Form, marks))


def _first(cls: type[Role], marks: tuple[object, ...]) -> Role | None:
    return next((mark for mark in marks if isinstance(mark, cls)), None)
