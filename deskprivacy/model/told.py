"""What one notice tells: the facts of the activities that it covers, each found once, in the order of the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.activities import Activity
from deskprivacy.model.data import DataCategory, Purpose, RetentionRule
from deskprivacy.model.means import Commitment, Measure, Tracker
from deskprivacy.model.mentions import mentions
from deskprivacy.model.notices import Notice
from deskprivacy.model.parties import Controller, DataSubject, Entity, Recipient, Source
from deskprivacy.model.register import Register
from deskprivacy.model.uses import DataUse, Disclosure

One = TypeVar("One", bound=Entity)

# The kinds whose names a notice says in passing.
NAMED = frozenset({"controllers", "data_subjects", "data_categories", "sources", "purposes", "recipients"})


@frozen
class Told(Frozen):
    """The facts that a notice tells, drawn from the activities that it covers."""

    register: Register
    notice: Notice
    activities: tuple[Activity, ...]
    controllers: tuple[Controller, ...]
    data_subjects: tuple[DataSubject, ...]
    purposes: tuple[Purpose, ...]
    categories: tuple[DataCategory, ...]
    sources: tuple[Source, ...]
    recipients: tuple[Recipient, ...]
    trackers: tuple[Tracker, ...]
    measures: tuple[Measure, ...]
    retention_rules: tuple[RetentionRule, ...]
    commitments: tuple[Commitment, ...]
    uses_by_category: Mapping[str, tuple[DataUse, ...]]
    uses_by_purpose: Mapping[str, tuple[DataUse, ...]]
    undeclared_uses: tuple[DataUse, ...]  # why they are made is not declared
    disclosures_by_recipient: Mapping[str, tuple[Disclosure, ...]]
    disclosures_by_purpose: Mapping[str, tuple[Disclosure, ...]]
    trackers_by_purpose: Mapping[str, tuple[Tracker, ...]]

    def entities(self) -> Iterator[Entity]:
        """Every entity of which the notice says something, be it a name: itself and its commitments included."""
        told = tuple(self._told())
        yield from told
        seen = {one.where for one in told}
        for kind, ident in mentions(told):
            one = self.register.of_kind(kind).get(ident) if kind in NAMED else None
            if one and one.where not in seen:
                yield one

    def _told(self) -> Iterator[Entity]:
        yield self.notice
        yield from self.activities
        yield from self.controllers
        yield from self.data_subjects
        yield from self.purposes
        yield from self.categories
        yield from self.sources
        yield from self.recipients
        yield from self.trackers
        yield from self.measures
        yield from self.retention_rules
        yield from self.commitments


def told(register: Register, notice: Notice) -> Told:
    """Gathers what a notice covers. `register` is what the notice may see: `public(register)`."""
    activities = register.covered_by(notice)
    uses = [use for activity in activities for use in register.uses[activity.id]]
    given = [one for activity in activities for one in register.disclosures[activity.id]]
    trackers = _named(register.trackers, (one for a in activities for one in a.trackers or ()))
    purposes = {one for a in activities for one in a.purposes} | {one for t in trackers for one in t.purposes}
    recipients = {one.recipient.id for one in given} | {t.provider for t in trackers if t.provider}
    return Told(
        register=register,
        notice=notice,
        activities=activities,
        controllers=_named(register.controllers, (c.id for a in activities for c in register.controllers_of(a))),
        data_subjects=_named(register.data_subjects, (one for use in uses for one in use.data_subjects)),
        purposes=_named(register.purposes, purposes),
        categories=_named(register.data_categories, (use.category.id for use in uses)),
        sources=_named(register.sources, _sources(activities, uses)),
        recipients=_named(register.recipients, recipients),
        trackers=trackers,
        retention_rules=_named(register.retention_rules, _rules(uses, given, trackers)),
        commitments=_named(register.commitments, notice.commitments or ()),
        measures=_named(register.measures, (one for a in activities for one in a.measures or ())),
        uses_by_category=_grouped((use.category.id, use) for use in uses),
        uses_by_purpose=_grouped((purpose, use) for use in uses for purpose in use.purposes),
        undeclared_uses=tuple(use for use in uses if not use.purposes),
        disclosures_by_recipient=_grouped((one.recipient.id, one) for one in given),
        disclosures_by_purpose=_grouped((purpose, one) for one in given for purpose in one.purposes),
        trackers_by_purpose=_grouped((purpose, one) for one in trackers for purpose in one.purposes),
    )


def _sources(activities: Iterable[Activity], uses: list[DataUse]) -> Iterator[str]:
    """Those of the data, then those of the sheets: one may be told there of which no line speaks."""
    for use in uses:
        yield from (source.id for source in use.sources)
    for activity in activities:
        yield from activity.sources


def _rules(uses: list[DataUse], given: list[Disclosure], trackers: tuple[Tracker, ...]) -> Iterator[str]:
    for held in (
        *(use.retention for use in uses),
        *(one.line.retention for one in given),
        *(t.retention for t in trackers),
    ):
        for one in held or ():
            yield one.rule


def _named(entities: Mapping[str, One], ids: Iterable[str]) -> tuple[One, ...]:
    """The entities of these ids, in the order of the register."""
    wanted = set(ids)
    return tuple(one for ident, one in entities.items() if ident in wanted)


Value = TypeVar("Value")


def _grouped(pairs: Iterable[tuple[str, Value]]) -> Mapping[str, tuple[Value, ...]]:
    groups: dict[str, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
