"""What remains of a register when something was taken from it, and whether what is named is still there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deskprivacy.address import EVERY, parse
from deskprivacy.law.reader import vocabulary
from deskprivacy.load.declared import EVENTS
from deskprivacy.load.known import ITEMS
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import allows, noun_of
from deskprivacy.model.side import SETTINGS, SIDE, Settings
from deskprivacy.model.types import Reference

CLASSES = {**KINDS, **SIDE}


class Remaining:
    """Entries by kind and id, and the settings: data that have passed the schemas."""

    def __init__(self, entities: dict[str, dict[str, Any]], settings: Any) -> None:
        self.entities = entities
        self.settings = settings

    def all(self) -> Iterator[tuple[str, str, Any]]:
        """The kind, id and data of each entry that is left."""
        for kind, entities in self.entities.items():
            for ident, data in entities.items():
                yield kind, ident, data

    def knows(self, to: Reference, text: str, owner: str) -> bool:
        """Whether what is named is among what is left."""
        if text in to.literals:
            return True
        if to.kinds == (ITEMS,):
            return text in self._items(owner)
        if to.kinds == (EVENTS,):
            return text in vocabulary("retention_event") or text in self._own_events()
        ident, slash, item = text.partition("/") if to.items else (text, "", "")
        known = any(ident in self.entities[kind] for kind in to.kinds)
        return known and (not slash or item in self._items(ident))

    def leads(self, text: str) -> bool:
        """Whether an address of a side file leads to an entry that is left."""
        about = parse(text)
        if about.kind == SETTINGS:
            is_there = about.keys[:1] != (EVENTS,) or set(about.keys[1:2]) <= set(self._own_events())
            return not about.id and is_there and allows(noun_of(Settings), about.keys)
        is_there = about.id in self.entities.get(about.kind, {}) or (about.id == EVERY and about.kind in KINDS)
        return is_there and allows(noun_of(CLASSES[about.kind]), about.keys)

    def _own_events(self) -> Any:
        return self.settings.get(EVENTS, {}) if self.settings else {}

    def _items(self, category: str) -> Any:
        return self.entities["data_categories"].get(category, {}).get(ITEMS, {})
