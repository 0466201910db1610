"""Promises: which commitments hold as the public reads them, for which activities, and who receives data there.

A promise is read with the activities of the notices that print it; one that no notice prints, with all that run. One
that is disputed or withdrawn holds no longer; one with an exception or a circumstance in prose is never compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskprivacy.address import Address
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.activities import Activity, AutomatedDecision
from deskprivacy.model.circumstances import NARROWING, Circumstance, Narrowed, applicable
from deskprivacy.model.means import Commitment
from deskprivacy.model.parties import Recipient, Transfer
from deskprivacy.model.register import Register
from deskprivacy.model.uses import DataUse, entry_address

TOTALS = frozenset({"aggregated", "anonymised"})  # forms in which data are of nobody
SHOWN = 12  # of the places that contradict a promise; the first ones are enough to see it


@frozen
class Promise(Frozen):
    """A commitment that holds, with the activities of which the public reads it."""

    commitment: Commitment
    activities: tuple[Activity, ...]

    @property
    def is_plain(self) -> bool:
        """Whether no exception and no circumstance in prose narrows it, which no rule can read."""
        scope = self.commitment.scope
        return not self.commitment.unless and not (scope and scope.when)

    def reaches(self, circumstance: Circumstance) -> bool:
        """Whether the promise holds in a circumstance; not where its scope speaks of something that is not known."""
        scope = self.commitment.scope
        return scope is None or bool(applicable((scope,), circumstance))


@frozen
class Receipt(Frozen):
    """That a recipient receives data: by a line, as host, or behind a tracker."""

    where: Address
    recipient: Recipient
    role: str | None
    circumstance: Circumstance
    own_transfer: tuple[Transfer, ...] | None = None  # of the line

    @property
    def transfer(self) -> tuple[Transfer, ...] | None:
        """The transfers of the line, else of the recipient, that this circumstance does not rule out."""
        entries = self.own_transfer if self.own_transfer is not None else self.recipient.transfer
        if entries is None:
            return None
        return tuple(one for one in entries if applicable((one,), _merged(self.circumstance, one)))

    def transferred(self, entry: Transfer) -> Circumstance:
        """The circumstance in which this entry holds."""
        own = {key: getattr(entry, key) for key in NARROWING}
        return {key: own[key] or self.circumstance.get(key, ()) for key in NARROWING}


def promises(register: Register) -> Iterator[tuple[str, Promise]]:
    """The commitments that hold, by what they assert."""
    printed: dict[str, dict[str, Activity]] = {}
    for notice in register.notices.values():
        for ident in notice.commitments or ():
            printed.setdefault(ident, {}).update({one.id: one for one in register.covered_by(notice)})
    running = tuple(one for one in register.activities.values() if one.is_running)
    for commitment in register.commitments.values():
        if commitment.asserts and commitment.status in (None, "kept"):
            of_notices = printed.get(commitment.id)
            activities = running if of_notices is None else tuple(of_notices.values())
            yield commitment.asserts, Promise(commitment=commitment, activities=activities)


def receipts(register: Register, activity: Activity) -> Iterator[Receipt]:
    """Everything that an activity lets somebody have; mere totals are nobody’s data."""
    for one in register.disclosures[activity.id]:
        if one.line.form in TOTALS:
            continue
        yield Receipt(
            where=one.where,
            recipient=one.recipient,
            role=one.role,
            circumstance=_of(one.line, one.purposes, one.data, activity),
            own_transfer=one.line.transfer,
        )
    if activity.hosting in register.recipients:
        host = register.recipients[activity.hosting or ""]
        circumstance = {"purposes": _only(activity.purposes), "data_subjects": _only(activity.data_subjects)}
        where = activity.where.at("hosting")
        yield Receipt(where=where, recipient=host, role=host.role, circumstance=circumstance)
    for ident in activity.trackers or ():
        tracker = register.trackers[ident]
        if tracker.provider:
            provider = register.recipients[tracker.provider]
            circumstance = {"purposes": tracker.purposes, "data": tracker.data}
            where = tracker.where.at("provider")
            yield Receipt(where=where, recipient=provider, role=provider.role, circumstance=circumstance)


@frozen
class Decided(Frozen):
    """An automated decision, with its address."""

    where: Address
    decision: AutomatedDecision


def decided(promise: Promise) -> Iterator[Decided]:
    """The automated decisions of which a promise speaks."""
    for activity in promise.activities:
        entries = activity.automated_decisions or ()
        for position, one in enumerate(entries):
            if promise.reaches(_of(one, one.purposes or _only(activity.purposes), one.data, activity)):
                where = entry_address(activity.where.at("automated_decisions"), entries, position)
                yield Decided(where=where, decision=one)


def of_item(use: DataUse, item: str) -> Circumstance:
    """The circumstance in which one item of a use is processed, as far as nothing leaves a doubt about it."""
    line, activity = use.line, use.activity
    return {
        "purposes": use.purposes,
        "data": (f"{use.category.id}/{item}",),
        "data_subjects": line.data_subjects or _only(activity.data_subjects),
        "sources": line.sources or _only(activity.sources),
        "channels": line.channels,
        "territories": line.territories,
    }


def _of(entry: Narrowed, purposes: Sequence[str], data: Sequence[str], activity: Activity) -> Circumstance:
    return {
        "purposes": purposes,
        "data": data,
        "data_subjects": entry.data_subjects or _only(activity.data_subjects),
        "sources": entry.sources or _only(activity.sources),
        "channels": entry.channels,
        "territories": entry.territories,
    }


def _merged(circumstance: Circumstance, entry: Transfer) -> Circumstance:
    """The circumstance, with the entry's own values where nothing is known: what is not known rules nothing out."""
    return {key: circumstance.get(key) or getattr(entry, key) for key in NARROWING}


def _only(values: tuple[str, ...]) -> tuple[str, ...]:
    return values if len(values) == 1 else ()
