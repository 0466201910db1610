"""`@noun` makes a class of the model a noun: a frozen dataclass with slots, whose values are given by name.

`dataclass(frozen=True, slots=True, kw_only=True)` would say the same. But it writes and compiles six methods for each
class, and the fifty nouns are made in every run: that took four times as long as Python takes to start. Here they share
their methods.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from typing import Any, ClassVar, TypeVar, dataclass_transform

_set = object.__setattr__


class Frozen:
    """What the classes of all nouns inherit."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _names: ClassVar[tuple[str, ...]]  # of the fields
    _absent: ClassVar[Mapping[str, Any]]  # what they hold where nothing is said

    def __init__(self, **said: Any) -> None:
        values = {**self._absent, **said}
        if len(values) != len(self._names):
            raise TypeError(f"{type(self).__name__} cannot be made of: {', '.join(said)}")
        for name, value in values.items():
            _set(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
        return f"{type(self).__qualname__}({said})"

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(_values(self))


Made = TypeVar("Made", bound=Frozen)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def noun(cls: type[Made]) -> type[Made]:
    """The class as a noun. A field without a default must be given."""
    made = dataclass(init=False, repr=False, eq=False, match_args=False, slots=True)(cls)
    made._names = tuple(field.name for field in fields(made))
    made._absent = {field.name: field.default for field in fields(made) if field.default is not MISSING}
    return made


def _values(one: Frozen) -> tuple[object, ...]:
    return tuple([getattr(one, name) for name in one._names])
