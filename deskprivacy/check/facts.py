"""The facts as rules need them: the register with its indexes, each built once, when a rule first asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from deskprivacy.address import Address
from deskprivacy.check.abroad import DeclaredTransfer, declared_transfers
from deskprivacy.check.kept import Kept, kept
from deskprivacy.check.promises import Promise, Receipt, promises, receipts
from deskprivacy.check.reading.located import Joined, Located, joined, located
from deskprivacy.model.activities import Activity
from deskprivacy.model.data import Item
from deskprivacy.model.means import Tracker
from deskprivacy.model.register import Register
from deskprivacy.model.told import Told, told
from deskprivacy.model.uses import DataUse, Disclosure

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A register and the day by which it is judged. A rule reads an index; it never scans all for each."""

    register: Register
    today: date

    @cached_property
    def uses(self) -> tuple[DataUse, ...]:
        """Every use of data, in the order of the files."""
        return tuple(use for uses in self.register.uses.values() for use in uses)

    @cached_property
    def disclosures(self) -> tuple[Disclosure, ...]:
        """Every disclosure to a recipient, in the order of the files."""
        return tuple(one for ones in self.register.disclosures.values() for one in ones)

    @cached_property
    def uses_by_purpose(self) -> Mapping[str, tuple[DataUse, ...]]:
        """The uses of data for each purpose."""
        return _grouped((purpose, use) for use in self.uses for purpose in use.purposes)

    @cached_property
    def uses_by_category(self) -> Mapping[str, tuple[DataUse, ...]]:
        """The uses of each category of data."""
        return _grouped((use.category.id, use) for use in self.uses)

    @cached_property
    def kept(self) -> tuple[Kept, ...]:
        """Every retention rule that a use of data applies, with what it is kept for."""
        return tuple(one for use in self.uses for one in kept(self.register, use))

    @cached_property
    def disclosures_by_recipient(self) -> Mapping[str, tuple[Disclosure, ...]]:
        """What each recipient gets."""
        return _grouped((one.recipient.id, one) for one in self.disclosures)

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

    @cached_property
    def roles(self) -> Mapping[str, tuple[str | None, ...]]:
        """The roles of each recipient that a running activity uses: as a recipient, as host or behind a tracker."""
        running = [a for a in self.register.activities.values() if a.is_running]
        named = [a.hosting for a in running]
        named += [self.register.trackers[one].provider for a in running for one in a.trackers or ()]
        others = [self.register.recipients[one] for one in named if one and one in self.register.recipients]
        return _grouped(
            (
                *((one.recipient.id, one.role) for one in self.disclosures if one.activity.is_running),
                *((one.id, one.role) for one in others),
            )
        )

    @cached_property
    def trackers_by_provider(self) -> Mapping[str, tuple[Tracker, ...]]:
        """The trackers that a running activity uses, by who stands behind them."""
        running = {ident for ident, users in self.activities_by_tracker.items() if any(a.is_running for a in users)}
        trackers = (one for ident, one in self.register.trackers.items() if ident in running)
        return _grouped((one.provider, one) for one in trackers if one.provider)

    @cached_property
    def transfers(self) -> tuple[DeclaredTransfer, ...]:
        """Every entry of `transfer`, of a recipient or of a line, in the order of the files."""
        return tuple(declared_transfers(self.register, self.disclosures))

    def given(self, disclosure: Disclosure) -> Iterator[tuple[DataUse, tuple[Item, ...]]]:
        """The uses of the data that a disclosure names, in its own activity, with the items named.

        Nothing where the data of the disclosure are not declared.
        """
        for use in self.register.uses[disclosure.activity.id]:
            whole = use.category.id in disclosure.data
            named = {ref.partition("/")[2] for ref in disclosure.data if ref.startswith(f"{use.category.id}/")}
            picked = [item for ident, item in (use.category.items or {}).items() if ident in named]
            items = use.items if whole else tuple(item for item in use.items if any(item is one for one in picked))
            if items or (whole and not use.category.items):
                yield use, items

    @cached_property
    def texts(self) -> tuple[Located, ...]:
        """Every public text, read, in the order of the register."""
        return tuple(located(self.register))

    @cached_property
    def text(self) -> Joined:
        """All public texts as one."""
        return joined(self.register.settings.language, self.texts)

    def let_go_of_texts(self) -> None:
        """Keeps the texts no longer; they are read again if somebody asks."""
        for name in ("texts", "text"):
            vars(self).pop(name, None)

    @cached_property
    def promises(self) -> Mapping[str, tuple[Promise, ...]]:
        """The commitments that hold, by what they assert."""
        return _grouped(promises(self.register))

    @cached_property
    def receipts(self) -> Mapping[str, tuple[Receipt, ...]]:
        """What each activity lets somebody have: by a line, as host, or behind a tracker."""
        return {ident: tuple(receipts(self.register, one)) for ident, one in self.register.activities.items()}

    def items(self, ref: str) -> tuple[Item, ...]:
        """The items that a reference names: that of `category/item`, or all of a category that is named as a whole."""
        category, _, item = ref.partition("/")
        items = self.register.data_categories[category].items or {}
        return (items[item],) if item else tuple(items.values())


Key = TypeVar("Key")


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
