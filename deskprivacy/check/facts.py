"""The facts as rules need them: the register with its indexes, each built once, when a rule first asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from deskprivacy.address import Address
from deskprivacy.model.activities import Activity
from deskprivacy.model.data import Item
from deskprivacy.model.register import Register
from deskprivacy.model.told import Told, told
from deskprivacy.model.uses import DataUse, Disclosure, data_uses, disclosures

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A register and the day by which it is judged. A rule reads an index; it never scans all for each."""

    register: Register
    today: date

    @cached_property
    def uses(self) -> tuple[DataUse, ...]:
        """Every use of data, in the order of the files."""
        return tuple(use for a in self.register.activities.values() for use in data_uses(self.register, a))

    @cached_property
    def disclosures(self) -> tuple[Disclosure, ...]:
        """Every disclosure to a recipient, in the order of the files."""
        return tuple(one for a in self.register.activities.values() for one in disclosures(a, self.register))

    @cached_property
    def uses_by_purpose(self) -> Mapping[str, tuple[DataUse, ...]]:
        """The uses of data for each purpose."""
        return _grouped((purpose, use) for use in self.uses for purpose in use.purposes)

    @cached_property
    def uses_by_activity(self) -> Mapping[str, tuple[DataUse, ...]]:
        """The uses of data in each activity."""
        return _grouped((use.activity.id, use) for use in self.uses)

    @cached_property
    def uses_by_category(self) -> Mapping[str, tuple[DataUse, ...]]:
        """The uses of each category of data."""
        return _grouped((use.category.id, use) for use in self.uses)

    @cached_property
    def disclosures_by_recipient(self) -> Mapping[str, tuple[Disclosure, ...]]:
        """What each recipient gets."""
        return _grouped((one.recipient.id, one) for one in self.disclosures)

    @cached_property
    def disclosures_by_activity(self) -> Mapping[str, tuple[Disclosure, ...]]:
        """What each activity gives to recipients."""
        return _grouped((one.activity.id, one) for one in self.disclosures)

    @cached_property
    def activities_by_purpose(self) -> Mapping[str, tuple[Activity, ...]]:
        """The activities that serve each purpose."""
        return _grouped((purpose, a) for a in self.register.activities.values() for purpose in a.purposes)

    @cached_property
    def activities_by_tracker(self) -> Mapping[str, tuple[Activity, ...]]:
        """The activities that use each tracker."""
        return _grouped((tracker, a) for a in self.register.activities.values() for tracker in a.trackers or ())

    @cached_property
    def told(self) -> Mapping[str, Told]:
        """What each notice tells."""
        return {ident: told(self.register, notice) for ident, notice in self.register.notices.items()}

    @cached_property
    def told_by(self) -> Mapping[Address, tuple[str, ...]]:
        """The notices that tell of each entity."""
        return _grouped((one.where, ident) for ident, facts in self.told.items() for one in facts.entities())

    def item(self, ref: str) -> Item | None:
        """The item that `category/item` names; None for a whole category."""
        category, _, item = ref.partition("/")
        return (self.register.data_categories[category].items or {})[item] if item else None


Key = TypeVar("Key")


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
