"""Uses: the lines of an activity with what they inherit, each with its address.

A line of `data` or `recipients` says only what is peculiar to it; the rest comes from its activity or its category.
Duties, rules and documents must read a line in the same way: here it is read once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deskprivacy.address import Address
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.activities import Activity, DataLine, RecipientLine, Required
from deskprivacy.model.circumstances import Circumstance, Entry, holding
from deskprivacy.model.data import DataCategory, Item
from deskprivacy.model.means import RetentionUse
from deskprivacy.model.parties import ELSEWHERE, Recipient, Source

Refs = tuple[str, ...]


@frozen
class DataUse(Frozen):
    """One use of a category of data in an activity.

    `purposes` is empty where the activity has several and the line names none: then why is not declared. `retention`
    and `required` are None where neither the line nor the activity says.
    """

    where: Address
    activity: Activity
    category: DataCategory
    line: DataLine
    items: tuple[Item, ...]
    purposes: tuple[str, ...]
    data_subjects: tuple[str, ...]
    sources: tuple[Source, ...]
    retention: tuple[RetentionUse, ...] | None
    required: tuple[Required, ...] | None

    @property
    def circumstance(self) -> Circumstance:
        """What is known of when the use is made; nothing is known of a key whose value is empty."""
        sources = tuple(source.id for source in self.sources)
        return _circumstance(self.category, self.line, self.purposes, self.data_subjects, sources)

    @property
    def from_the_person(self) -> bool:
        """Whether the person gives these data (GDPR 13(2)(e) then asks if they must)."""
        return any("data-subject" in source.origin for source in self.sources)

    @property
    def indirect(self) -> bool:
        """Whether some source of these data is not the person (GDPR 14)."""
        return any(ELSEWHERE.intersection(source.origin) for source in self.sources)


@frozen
class Disclosure(Frozen):
    """What one recipient gets from an activity; `purposes` and `data` are empty where they are not declared."""

    where: Address
    activity: Activity
    recipient: Recipient
    line: RecipientLine
    role: str | None
    purposes: tuple[str, ...]
    data: tuple[str, ...]


def data_uses(
    activity: Activity, categories: Mapping[str, DataCategory], sources: Mapping[str, Source]
) -> Iterator[DataUse]:
    """The data lines of an activity, in the order of the file."""
    sheet = activity.where
    for category_id, lines in (activity.data or {}).items():
        category, where = categories[category_id], sheet.at("data", category_id)
        for position, line in enumerate(lines):
            yield _data_use(entry_address(where, lines, position), activity, category, line, sources)


def disclosures(activity: Activity, recipients: Mapping[str, Recipient]) -> Iterator[Disclosure]:
    """The recipient lines of an activity, in the order of the file."""
    sheet = activity.where
    for recipient_id, lines in (activity.recipients or {}).items():
        recipient, where = recipients[recipient_id], sheet.at("recipients", recipient_id)
        for position, line in enumerate(lines):
            yield Disclosure(
                where=entry_address(where, lines, position),
                activity=activity,
                recipient=recipient,
                line=line,
                role=line.role or recipient.role,
                purposes=line.purposes or _only(activity.purposes),
                data=line.data,
            )


def entry_address(where: Address, entries: Sequence[object], position: int) -> Address:
    """The address of an entry: a position only where there are several, for a single one may stand without a list."""
    return where.at(position) if len(entries) > 1 else where


def _data_use(
    where: Address, activity: Activity, category: DataCategory, line: DataLine, known: Mapping[str, Source]
) -> DataUse:
    purposes = line.purposes or _only(activity.purposes)
    subjects = line.data_subjects or activity.data_subjects
    sources = line.sources or category.sources or activity.sources
    circumstance = _circumstance(category, line, purposes, subjects, sources)
    return DataUse(
        where=where,
        activity=activity,
        category=category,
        line=line,
        items=_items(activity, category, line),
        purposes=purposes,
        data_subjects=subjects,
        sources=tuple(known[source] for source in sources),
        retention=line.retention if line.retention is not None else _held(activity.retention, circumstance),
        required=line.required if line.required is not None else _held(activity.required, circumstance),
    )


def _circumstance(
    category: DataCategory, line: DataLine, purposes: Refs, data_subjects: Refs, sources: Refs
) -> Circumstance:
    return {
        "purposes": purposes,
        "data": tuple(f"{category.id}/{item}" for item in line.items) or (category.id,),
        "data_subjects": data_subjects,
        "sources": sources,
        "channels": line.channels,
        "territories": line.territories,
    }


def _items(activity: Activity, category: DataCategory, line: DataLine) -> tuple[Item, ...]:
    items = category.items or {}
    if line.items:
        return tuple(items[item] for item in line.items)
    named = {item for other in (activity.data or {})[category.id] for item in other.items}
    return tuple(item for ident, item in items.items() if ident not in named)


def _held(entries: tuple[Entry, ...] | None, circumstance: Circumstance) -> tuple[Entry, ...] | None:
    return holding(entries, circumstance) or None if entries is not None else None


def _only(purposes: tuple[str, ...]) -> tuple[str, ...]:
    return purposes if len(purposes) == 1 else ()
