"""What may be named: the entries, events and items that are declared, and what the misspelt ones were meant to be."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from typing import NamedTuple

from deskprivacy.law.reader import vocabulary
from deskprivacy.load.declared import EVENTS, Declarations
from deskprivacy.nearest import plain

ITEMS = "items"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Ids(NamedTuple):
    """The ids of something: those that are written as ids are, and what the others were meant to be."""

    sound: tuple[str, ...]
    meant: frozenset[str]


class Known:
    """What is declared: the entries of each kind, the events, and the items of each category."""

    def __init__(self, declared: Declarations) -> None:
        self._declared = declared
        self._looked_through: dict[Hashable, Ids] = {}

    def of_kind(self, kind: str) -> Mapping[str, object]:
        """The entries of a kind, by id; of events, those that the law's vocabulary knows too."""
        if kind == EVENTS:
            return self._events()
        return self._declared.entities.get(kind, {})

    def ids(self, kind: str) -> Ids:
        """The ids of a kind."""
        return self._ids(kind, self.of_kind(kind))

    def is_misspelt(self, kinds: tuple[str, ...], ident: str) -> bool:
        """Whether an entity is declared whose id is this one once it is written as ids are: the schema speaks of it."""
        return any(ident in self.ids(kind).meant for kind in kinds)

    def items(self, category: str) -> Mapping[str, object] | None:
        """The items of a category; None where they cannot be known."""
        one = self._declared.entities.get("data_categories", {}).get(category)
        items = one.data.get("items", {}) if one and isinstance(one.data, dict) else None
        return items if isinstance(items, dict) else None

    def item_ids(self, category: str) -> Ids:
        """The ids of the items of a category."""
        return self._ids((ITEMS, category), self.items(category) or {})

    def _events(self) -> Mapping[str, object]:
        settings = self._declared.settings.data if self._declared.settings else None
        own = settings.get(EVENTS) if isinstance(settings, dict) else None
        return {**vocabulary("retention_event"), **(own if isinstance(own, dict) else {})}

    def _ids(self, among: Hashable, known: Mapping[str, object]) -> Ids:
        """The ids among what is known; looked through once."""
        if among not in self._looked_through:
            sound = tuple(one for one in known if _ID.fullmatch(one))
            self._looked_through[among] = Ids(sound, frozenset(map(plain, known.keys() - set(sound))))
        return self._looked_through[among]
