"""References: every id that is named must be declared, every entity that is declared should be named, every day exist.

The walk follows the shapes of the model over the data as they were written, so that a finding points at the very word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from deskprivacy.address import Address
from deskprivacy.finding import Finding
from deskprivacy.law.reader import vocabulary
from deskprivacy.load.bind import SIDE, member
from deskprivacy.load.declared import Declarations
from deskprivacy.model.circumstances import indistinct
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.types import Reference
from deskprivacy.nearest import nearest

_DATE = "date"
ITEMS = "items"
EVENTS = "events"

# Nothing names a sheet or a notice: they are where the naming begins. A register's only controller goes without saying.
_NEVER_UNUSED = {"activities", "notices", "controllers"}


class Fault(NamedTuple):
    """What is wrong below an entity. Its keys are put together on the way back: what is sound costs none."""

    rule: str
    values: Mapping[str, Value]
    on: On = "value"
    keys: tuple[Key, ...] = ()

    def under(self, key: Key) -> Fault:
        """The same, seen from one step above."""
        return self._replace(keys=(key, *self.keys))


@dataclass(slots=True)
class References:
    """One walk over everything that is declared; remembers what was named."""

    declared: Declarations
    named: set[tuple[str, str]] = field(default_factory=set)
    _sound: dict[Reference, set[str]] = field(default_factory=lambda: defaultdict(set))  # most are named many times

    def check(self) -> Iterator[Finding]:
        """Unknown references, entries that nothing tells apart, then entities that nothing names."""
        for kind, cls in (*KINDS.items(), *SIDE.items()):
            noun = noun_of(cls)
            for ident, one in self.declared.entities.get(kind, {}).items():
                for fault in self._noun(noun, one.data, ""):
                    at = Address(kind, ident, fault.keys)
                    yield Finding(rule=fault.rule, at=at, on=fault.on, values=fault.values)
        if not self.declared.unread:
            yield from self._unused()

    def _walk(self, shape: Shape, data: Any, owner: str) -> Sequence[Fault]:
        if isinstance(shape, Scalar):
            return self._scalar(shape, data, owner) if isinstance(data, str) else ()
        if isinstance(shape, Noun):
            return self._noun(shape, data, owner)
        if isinstance(shape, Many):
            return self._many(shape, data, owner)
        return self._by_key(shape, data) if isinstance(data, dict) else ()

    def _scalar(self, shape: Scalar, text: str, owner: str) -> Sequence[Fault]:
        if shape.reference:
            return self._reference(shape.reference, text, owner)
        if shape.form and shape.form.name == _DATE and not _is_a_day(text):
            return (Fault("bad-date", {"value": text}),)
        return ()

    def _noun(self, noun: Noun, data: Any, owner: str) -> Sequence[Fault]:
        speaking = _speaking(noun.cls)
        if isinstance(data, dict):
            return [
                fault.under(key)
                for key, below in data.items()
                if key in speaking
                for fault in self._walk(speaking[key], below, owner)
            ]
        short = speaking.get(noun.short) if isinstance(noun.short, str) else None
        return self._walk(short, data, owner) if short else ()

    def _many(self, shape: Many, data: Any, owner: str) -> Sequence[Fault]:
        if not isinstance(data, list):
            return self._walk(shape.of, data, owner)
        return [
            fault.under(position)
            for position, below in enumerate(data)
            for fault in self._walk(shape.of, below, owner)
        ]

    def _by_key(self, shape: ByKey, data: Mapping[str, Any]) -> Sequence[Fault]:
        found: list[Fault] = []
        for key, below in data.items():
            if shape.key.reference:
                for fault in self._reference(shape.key.reference, key, ""):
                    found.append(fault.under(key)._replace(on="key"))
            for fault in self._walk(shape.of, below, key):
                found.append(fault.under(key))
        return found

    def _reference(self, to: Reference, text: str, owner: str) -> Sequence[Fault]:
        sound = self._sound[to]
        if text in sound or text in to.literals:
            return ()
        if to.kinds == (ITEMS,):
            return self._item(text, owner)
        ident, _, item = text.partition("/") if to.items else (text, "", "")
        kind = next((kind for kind in to.kinds if ident in self._known(kind)), None)
        if kind is None:
            return () if self.declared.unread & set(to.kinds) else (self._unknown(to, ident),)
        self.named.add((kind, ident))
        faults = self._item(item, ident) if item else ()
        if not faults:
            sound.add(text)
        return faults

    def _item(self, item: str, category: str) -> Sequence[Fault]:
        known = self._items(category)
        if known is None or item in known:
            return ()
        values = {"id": item, "kind": ITEMS, "of": category, "suggestion": nearest(item, known)}
        return (Fault("unknown-item", values),)

    def _unknown(self, to: Reference, ident: str) -> Fault:
        known = [one for kind in to.kinds for one in (*self._known(kind), *to.literals)]
        values = {"id": ident, "kind": to.kinds[0], "suggestion": nearest(ident, known)}
        return Fault("unknown-event" if to.kinds == (EVENTS,) else "unknown-reference", values)

    def _known(self, kind: str) -> Mapping[str, object]:
        if kind == EVENTS:
            return self._events()
        return self.declared.entities.get(kind, {})

    def _events(self) -> Mapping[str, object]:
        settings = self.declared.settings.data if self.declared.settings else None
        own = settings.get("events") if isinstance(settings, dict) else None
        return {**vocabulary("retention_event"), **(own if isinstance(own, dict) else {})}

    def _items(self, category: str) -> Mapping[str, object] | None:
        """The items of a category; None where they cannot be known."""
        one = self.declared.entities.get("data_categories", {}).get(category)
        items = one.data.get("items", {}) if one and isinstance(one.data, dict) else None
        return items if isinstance(items, dict) else None

    def _unused(self) -> Iterator[Finding]:
        for kind in KINDS:
            if kind in _NEVER_UNUSED:
                continue
            for ident in self.declared.entities.get(kind, {}):
                if (kind, ident) not in self.named:
                    yield Finding(
                        rule="unused-entity", at=Address(kind, ident), on="key", values={"kind": kind, "id": ident}
                    )


def ambiguous(declared: Declarations) -> Iterator[Finding]:
    """Entries of the grammar that no key tells apart. The data are sound: they have passed the schemas."""
    for kind, cls in KINDS.items():
        for ident, one in declared.entities.get(kind, {}).items():
            yield from _ambiguous(noun_of(cls), one.data, Address(kind, ident))


def _ambiguous(shape: Shape, data: Any, at: Address) -> Iterator[Finding]:
    if isinstance(shape, Noun) and isinstance(data, dict):
        for key, below in data.items():
            if not isinstance(below, str):
                yield from _ambiguous(shape.fields[key].shape, below, at.at(key))
    elif isinstance(shape, ByKey) and isinstance(data, dict):
        for key, below in data.items():
            yield from _ambiguous(shape.of, below, at.at(key))
    elif (
        isinstance(shape, Many)
        and isinstance(data, list)
        and isinstance(shape.of, Noun)
        and shape.one
        and len(data) > 1
    ):
        yield from _pairs(shape.of, data, at)


def _pairs(noun: Noun, data: list[Any], at: Address) -> Iterator[Finding]:
    apart: tuple[str, ...] = getattr(noun.cls, "KEYS", ())
    if not apart:
        return
    for first, second in indistinct([member(noun, one) for one in data], apart):
        yield Finding(
            rule="indistinct-entries", at=at.at(second), on="key", values={"first": first + 1, "second": second + 1}
        )


@cache
def _speaking(cls: type) -> dict[str, Field]:
    """The fields of a noun that name other entities, or hold something that does: the others need no walk."""
    return {key: field for key, field in noun_of(cls).fields.items() if _speaks(field.shape)}


def _is_a_day(text: str) -> bool:
    """Whether the calendar has this day: a pattern cannot tell that February has no 30th."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _speaks(shape: Shape) -> bool:
    if isinstance(shape, Scalar):
        return shape.reference is not None or (shape.form is not None and shape.form.name == _DATE)
    if isinstance(shape, ByKey):
        return shape.key.reference is not None or _speaks(shape.of)
    if isinstance(shape, Many):
        return _speaks(shape.of)
    return bool(_speaking(shape.cls))
