"""`public(register)`: the register without its internal fields, from which notices are made.

What a notice cannot see it cannot print: this is the mechanism, and the tests only confirm it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from deskprivacy.address import Address
from deskprivacy.model.parties import Member, Recipient
from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.shape import ByKey, Many, Noun, Scalar, Shape, is_public, noun_of
from deskprivacy.model.side import SETTINGS, SIDE, Settings


def public(register: Register) -> Register:
    """The same register with every internal field empty, unpublished members and all side files left out.

    The standing of facts stays: which are asked for, proposed or disputed, without a word of what is discussed.
    """
    kinds = {
        kind: {ident: _public_of(noun_of(cls))(one) for ident, one in register.of_kind(kind).items()}
        for kind, cls in KINDS.items()
    }
    changes: dict[str, Any] = {**kinds, **{side: {} for side in SIDE}}
    changes["catalogues"] = {}
    changes["settings"] = _public_class(Settings)(register.settings)
    return replace(register, **changes)


def may_show(where: Address) -> bool:
    """Whether a fact at this address may be printed in public: nothing on the way to it is internal."""
    cls = Settings if where.kind == SETTINGS else KINDS.get(where.kind)
    keys = tuple(key for key in where.keys if not isinstance(key, int))
    return cls is not None and is_public(noun_of(cls), keys)


def _publisher(shape: Shape) -> Callable[[Any], Any]:
    if isinstance(shape, Noun):
        return _public_of(shape)
    if isinstance(shape, Scalar):
        return lambda value: value
    of = _publisher(shape.of)
    if isinstance(shape, Many):
        return lambda values: tuple(of(value) for value in values)
    assert isinstance(shape, ByKey)
    return lambda values: {key: of(value) for key, value in values.items()}


def _public_of(noun: Noun) -> Callable[[Any], Any]:
    return _public_class(noun.cls)


@cache
def _public_class(cls: type) -> Callable[[Any], Any]:
    noun = noun_of(cls)
    hidden = {field.name: field.default for field in noun.fields.values() if field.internal}
    deep = {
        field.name: _publisher(field.shape)
        for field in noun.fields.values()
        if not field.internal and not isinstance(field.shape, Scalar)
    }

    def publish(value: Any) -> Any:
        changes: dict[str, Any] = dict(hidden)
        for name, of in deep.items():
            below = getattr(value, name)
            if below:
                changes[name] = of(below)
        if cls is Recipient:
            changes["members"] = _published(changes.get("members"))
        return replace(value, **changes)

    return publish


def _published(members: Mapping[str, Member] | None) -> Mapping[str, Member] | None:
    return {ident: one for ident, one in members.items() if one.published} if members else None
