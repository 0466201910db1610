"""References: every id that is named must be declared, every entity that is declared should be named, every day exist.

The walk follows the shapes of the model over the data as they were written, so that a finding points at the very word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from deskprivacy.address import Address, Key
from deskprivacy.finding import Finding, On, Value
from deskprivacy.load.declared import EVENTS, Declarations
from deskprivacy.load.doubts import Doubts
from deskprivacy.load.known import ITEMS, Known
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.side import SIDE
from deskprivacy.model.types import Reference
from deskprivacy.nearest import Suggestions, plain

_DATE = "date"

# What people write for a word that may stand in place of ids.
_IN_OTHER_WORDS: Mapping[str, frozenset[str]] = {
    "all": frozenset({"tout", "toute", "toutes", "tous", "everything", "every", "any", "toutes-les-activites"}),
    "own": frozenset(
        {"nous", "nous-memes", "interne", "en-interne", "in-house", "internal", "self", "ourselves", "us"}
    ),
}

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


class References:
    """One walk over everything that is declared; remembers what was named."""

    def __init__(self, declared: Declarations, wrong: Collection[Address] = ()) -> None:
        self.declared = declared
        self.named: set[tuple[str, str]] = set()
        self.sought: set[str] = set()  # kinds of which something is named that nobody knows
        self._wrong = wrong
        self._sound: dict[Reference, set[str]] = defaultdict(set)  # most are named many times
        self._suggestions = Suggestions()
        self._known = Known(declared)

    def check(self) -> Iterator[Finding]:
        """Unknown references and days that no calendar has; then entities that nothing names."""
        for kind, cls in (*KINDS.items(), *SIDE.items()):
            noun = noun_of(cls)
            for ident, one in self.declared.entities.get(kind, {}).items():
                for fault in self._noun(noun, one.data, ""):
                    at = Address(kind, ident, fault.keys)
                    yield Finding(rule=fault.rule, at=at, on=fault.on, values=fault.values)
        if not self.declared.unread:
            yield from self._unused(Doubts(self.declared, self._wrong))

    def _walk(self, shape: Shape, data: Any, owner: str) -> Sequence[Fault]:
        if isinstance(shape, Scalar):
            return self._scalar(shape, data, owner) if isinstance(data, str) else ()
        if isinstance(shape, Noun):
            return self._noun(shape, data, owner)
        if isinstance(shape, Many):
            return self._many(shape, data, owner)
        return self._by_key(shape, data, owner) if isinstance(data, dict) else ()

    def _scalar(self, shape: Scalar, text: str, owner: str) -> Sequence[Fault]:
        if shape.reference:
            return self._reference(shape.reference, text, owner)
        if shape.form and shape.form.name == _DATE and not _is_a_day(text):
            return (Fault("no-such-day", {"value": text}),)  # the schema has seen to its form
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
        if isinstance(shape.of, Scalar) and shape.of.reference and self._are_sound(shape.of.reference, data):
            return ()
        literals = shape.of.reference.literals if isinstance(shape.of, Scalar) and shape.of.reference else ()
        others = [*data, *literals] if len(data) > 1 else data  # beside ids such a word is seldom what was meant
        return [
            _unless_beside(others, fault).under(position)
            for position, below in enumerate(data)
            for fault in self._walk(shape.of, below, owner)
        ]

    def _are_sound(self, to: Reference, data: list[Any]) -> bool:
        """Whether all were looked up before, as most are."""
        try:
            return self._sound[to].issuperset(data)
        except TypeError:  # a mapping or a list, which the schema has refused
            return False

    def _by_key(self, shape: ByKey, data: Mapping[str, Any], owner: str) -> Sequence[Fault]:
        found: list[Fault] = []
        for key, below in data.items():
            if shape.key.reference:
                found += [
                    _unless_beside(data, fault)._replace(on="key", keys=(key,))
                    for fault in self._reference(shape.key.reference, key, owner)
                ]
            found += [fault.under(key) for fault in self._walk(shape.of, below, key)]
        return found

    def _reference(self, to: Reference, text: str, owner: str) -> Sequence[Fault]:
        sound = self._sound[to]
        if text in sound or text in to.literals:
            return ()
        if to.kinds == (ITEMS,):
            return self._item(text, owner)
        ident, slash, item = text.partition("/") if to.items else (text, "", "")
        kind = next((kind for kind in to.kinds if ident in self._known.of_kind(kind)), None)
        if kind is None:
            known_in_part = self.declared.unread.intersection(to.kinds) or self._known.is_misspelt(to.kinds, ident)
            return () if known_in_part else (self._unknown(to, ident, item if slash else None),)
        self.named.add((kind, ident))
        faults = self._item(item, ident, f"{ident}/") if slash else ()
        if not faults:
            sound.add(text)
        return faults

    def _item(self, item: str, category: str, before: str = "") -> Sequence[Fault]:
        """What is wrong with the item of a category; `before` stands before it where it is named."""
        known = self._known.items(category)
        if known is None or item in known:
            return ()
        ids = self._known.item_ids(category)
        if item in ids.meant:
            return ()
        near = self._suggestions.near(item, ids.sound, (ITEMS, category))
        suggestion = f"{before}{near}" if near else None
        values = {"id": item, "kind": ITEMS, "of": category, "suggestion": suggestion}
        return (Fault("unknown-item", values),)

    def _unknown(self, to: Reference, ident: str, item: str | None) -> Fault:
        category, slash, _ = ident.partition("/")
        if slash:  # a category in place of its item would say more than was written
            self.named.update((kind, category) for kind in to.kinds)
            return Fault("unknown-reference", {"id": ident, "kind": to.kinds[0], "suggestion": None})
        known = [
            *to.literals,
            *(one for kind in to.kinds for one in self._known.ids(kind).sound),
        ]
        near = _literal(ident, to) or self._suggestions.near(ident, known, to)
        self.named.update((kind, near) for kind in to.kinds if near)  # one mistake is one finding
        if near is None:
            self.sought.update(to.kinds)
        elif item is not None:
            near = self._with_item(near, item)
        values: dict[str, Value] = {"id": ident, "kind": to.kinds[0], "suggestion": near}
        if to.literals:
            values["literals"] = to.literals
        return Fault("unknown-event" if to.kinds == (EVENTS,) else "unknown-reference", values)

    def _with_item(self, category: str, item: str) -> str | None:
        """What names an item of a category; None where it has none like it."""
        known = self._known.item_ids(category).sound
        near = item if item in known else self._suggestions.near(item, known, (ITEMS, category))
        return f"{category}/{near}" if near else None

    def _unused(self, doubts: Doubts) -> Iterator[Finding]:
        for kind in KINDS:
            if kind in _NEVER_UNUSED or kind in self.sought or kind in doubts.kinds:
                continue
            for ident in self.declared.entities.get(kind, {}):
                if (kind, ident) not in self.named and ident not in doubts.words:
                    yield Finding(
                        rule="unused-entity", at=Address(kind, ident), on="key", values={"kind": kind, "id": ident}
                    )


@cache
def _speaking(cls: type) -> dict[str, Shape]:
    """The fields of a noun that name other entities, or hold something that does: the others need no walk."""
    return {key: field.shape for key, field in noun_of(cls).fields.items() if _speaks(field.shape)}


def _literal(written: str, to: Reference) -> str | None:
    """The word that may stand in place of ids, where it was written in other words."""
    word = plain(written)
    return next((one for one in to.literals if word in _IN_OTHER_WORDS.get(one, ())), None)


def _unless_beside(others: Collection[Any], fault: Fault) -> Fault:
    """The fault without a suggestion that stands beside it already: to follow it would double a key or a member."""
    suggestion = fault.values.get("suggestion")
    if fault.keys or suggestion is None or suggestion not in others:
        return fault
    return fault._replace(values={**fault.values, "suggestion": None})


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
