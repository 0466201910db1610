"""`@frozen` makes a class a value: a frozen dataclass with slots.

`dataclass(frozen=True, slots=True)` says the same, but writes and compiles six methods for each class. Every run makes
a hundred classes, and that took longer than all else that a small register needs; here the classes share their
methods. Only a class of which many values are made gets an `__init__` of its own, and only then. Fields are given by
name, or by position where the class says `@frozen(kw_only=False)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from typing import Any, ClassVar, TypeVar, dataclass_transform, overload

_MANY = 200  # values of a class, made in the general way; to write an `__init__` takes as long


class Frozen:
    """What all values inherit."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    _put: ClassVar[Mapping[str, Callable[[Any, Any], None]]]  # the setter of each slot
    _absent: ClassVar[Mapping[str, Any]]  # what a field holds where it is not given, of those that may be left out
    _made: ClassVar[int]

    def __init__(self, *given: Any, **named: Any) -> None:
        values = {**self._absent, **dict(zip(self._put, given, strict=False)), **named}
        if values.keys() != self._put.keys():
            raise TypeError(f"{type(self).__name__} cannot be made of: {', '.join((*map(repr, given), *named))}")
        for name, value in values.items():
            self._put[name](self, value)
        cls = type(self)
        cls._made += 1
        if cls._made == _MANY:
            cls.__init__ = _written(cls)  # type: ignore[method-assign]

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


@overload
def frozen(cls: type[Made]) -> type[Made]: ...
@overload
def frozen(*, kw_only: bool) -> Callable[[type[Made]], type[Made]]: ...
@dataclass_transform(kw_only_default=True, frozen_default=True)
def frozen(cls: type[Made] | None = None, *, kw_only: bool = True) -> Any:  # noqa: ARG001 - for the type checker alone
    """The class as a value. A default that a factory makes is made once: nobody changes a value."""
    if cls is None:
        return frozen
    made = dataclass(init=False, repr=False, eq=False, match_args=False, slots=True)(cls)
    own = fields(made)
    made._put = {field.name: getattr(made, field.name).__set__ for field in own}
    made._absent = {field.name: _default(field) for field in own if _default(field) is not MISSING}
    made._made = 0
    made.__init__ = Frozen.__init__  # type: ignore[method-assign]  # not one that was written for a class above
    return made


def _written(cls: type[Frozen]) -> Callable[..., None]:
    """An `__init__` for one class, as a dataclass would have it: it takes a third of the time."""
    names = {f"put_{name}": put for name, put in cls._put.items()}
    names |= {f"absent_{name}": value for name, value in cls._absent.items()}
    given = ", ".join(f"{name}=absent_{name}" if name in cls._absent else name for name in _required_first(cls))
    lines = "".join(f"\n    put_{name}(self, {name})" for name in cls._put)
    exec(f"def __init__(self, {given}):{lines}", names)  # noqa: S102 - of the names of fields, as dataclasses do
    written: Callable[..., None] = names["__init__"]
    return written


def _required_first(cls: type[Frozen]) -> list[str]:
    """The fields in their order, but a field that must be given before those that may be left out."""
    return sorted(cls._put, key=lambda name: name in cls._absent)


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _values(one: Frozen) -> tuple[object, ...]:
    return tuple([getattr(one, name) for name in one._put])
