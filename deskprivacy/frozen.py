"""`@frozen` makes a class a value: a frozen dataclass with slots, whose fields are given by name.

`dataclass(frozen=True, slots=True, kw_only=True)` says the same, but writes and compiles six methods for each class.
Every run makes a hundred classes, and that took longer than all else that a small register needs; here the classes
share their methods. Where fields are given by position, or objects are made by the thousand, a dataclass still serves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from typing import Any, ClassVar, TypeVar, dataclass_transform


class Frozen:
    """What all values inherit."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _put: ClassVar[Mapping[str, Callable[[Any, Any], None]]]  # the setter of each slot
    _absent: ClassVar[Mapping[str, Any]]  # what each field holds where it is not given
    _required: ClassVar[frozenset[str]]

    def __init__(self, **given: Any) -> None:
        values = {**self._absent, **given}
        if len(values) > len(self._put) or not self._required <= given.keys():
            raise TypeError(f"{type(self).__name__} cannot be made of: {', '.join(given)}")
        for put, value in zip(self._put.values(), values.values(), strict=True):
            put(self, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._put)
        return f"{type(self).__qualname__}({given})"

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(_values(self))


Made = TypeVar("Made", bound=Frozen)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def frozen(cls: type[Made]) -> type[Made]:
    """The class as a value. A default that a factory makes is made once: nobody changes a value."""
    made = dataclass(init=False, repr=False, eq=False, match_args=False, slots=True)(cls)
    own = fields(made)
    made._put = {field.name: getattr(made, field.name).__set__ for field in own}
    made._absent = {field.name: _default(field) for field in own}
    made._required = frozenset(name for name, value in made._absent.items() if value is MISSING)
    return made


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _values(one: Frozen) -> tuple[object, ...]:
    return tuple([getattr(one, name) for name in one._put])
