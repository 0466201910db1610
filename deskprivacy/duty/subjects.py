"""Subjects: what the duties are asked of, one after the other, each with its scope.

`of` in `duties.yaml` is a word of `NOUNS`. The walk goes once over the activities, then once over what they share.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from deskprivacy.address import Address
from deskprivacy.duty.elsewhere import Elsewhere
from deskprivacy.duty.reach import Reach, Receiving
from deskprivacy.duty.scopes import notices_in
from deskprivacy.duty.sheets import Sheet, sheets
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.activities import Activity, AutomatedDecision, Required
from deskprivacy.model.circumstances import Narrowed
from deskprivacy.model.data import LegalBasis, Purpose, RetentionRule
from deskprivacy.model.means import Measure, Tracker, TrackerConsent
from deskprivacy.model.parties import Controller, Entity, Recipient, Source, Transfer, name_of
from deskprivacy.model.register import Register
from deskprivacy.model.uses import DataUse, Disclosure, entry_address

# What each word of `of` stands for.
NOUNS: Mapping[str, type] = {
    "register": Register,  # the register itself
    "controllers": Controller,  # those that answer for an activity, and the clients of a processor
    "dpo": Controller,  # those that hold the data protection officer of one that answers
    "purposes": Purpose,
    "purposes.legal_basis": LegalBasis,  # each entry
    "explicit-consent": Purpose,  # those of data that rest on explicit consent (GDPR 9(2)(a))
    "sources": Source,
    "recipients": Recipient,
    "recipients.transfer": Transfer,  # each entry, of a recipient or of a line
    "trackers": Tracker,
    "trackers.consent": TrackerConsent,  # each entry
    "measures": Measure,
    "retention_rules": RetentionRule,
    "activities": Activity,
    "activities.data": DataUse,  # each line, with what it inherits
    "activities.recipients": Disclosure,  # each line, with what it inherits
    "activities.required": Required,  # each entry, of the activity or of a line
    "activities.automated_decisions": AutomatedDecision,
}

_NOTHING: Mapping[str, Any] = {}


@frozen
class Subject(Frozen):
    """Something that duties are asked of.

    `name` is what a finding calls it; `activity` the sheet on which it is used, where it belongs to one. `facts` are
    fields that are answered in a wider place than the noun itself: None where nobody answers.
    """

    of: str
    where: Address
    thing: object
    scope: int
    name: str
    activity: Activity | None = None
    facts: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)

    def get(self, name: str) -> Any:
        """A field as it is answered: by the facts, else by the noun."""
        return self.facts[name] if name in self.facts else getattr(self.thing, name)


def subjects(register: Register) -> Iterator[Subject]:
    """Every subject of every duty, that some letter may be asked of."""
    reach, elsewhere = Reach(register), {"elsewhere": Elsewhere(register)}
    for sheet in sheets(register):
        reach.add(sheet)
        yield from _on_sheet(sheet, elsewhere)
    reach.carry_over()
    own = register.own_controllers
    facts = {"controllers": own or None}
    yield Subject(of="register", where=Address("controllers"), thing=register, scope=reach.scope, name="", facts=facts)
    yield from _controllers(register, reach)
    yield from _shared(register, reach)


def _on_sheet(sheet: Sheet, elsewhere: Mapping[str, Any]) -> Iterator[Subject]:
    activity = _activity(sheet)
    yield activity
    for disclosure in sheet.disclosures:
        line = _line("activities.recipients", disclosure, sheet.scope, name_of(disclosure.recipient))
        yield line
        yield from _entries("recipients.transfer", line, disclosure.line.transfer)
    if sheet.activity.is_processor_sheet:
        return  # GDPR 30(2) asks for nothing below
    yield from _entries("activities.required", activity, sheet.activity.required)
    for use, scope in zip(sheet.uses, sheet.scopes, strict=True):
        line = _line("activities.data", use, scope, name_of(use.category), elsewhere)
        yield line
        yield from _entries("activities.required", line, use.line.required)
    yield from _entries("activities.automated_decisions", activity, sheet.activity.automated_decisions)


def _activity(sheet: Sheet) -> Subject:
    activity = sheet.activity
    on_every_line = tuple(use.data_subjects for use in sheet.uses)
    facts = {
        "controllers": sheet.controllers or None,
        "several_controllers": sheet.several_controllers,
        "data_subjects": activity.data_subjects or (on_every_line if on_every_line and all(on_every_line) else None),
        "uses": sheet.uses,
    }
    return Subject(
        of="activities",
        where=activity.where,
        thing=activity,
        scope=sheet.scope,
        name=name_of(activity),
        activity=activity,
        facts=facts,
    )


def _line(of: str, line: DataUse | Disclosure, scope: int, name: str, facts: Mapping[str, Any] = _NOTHING) -> Subject:
    return Subject(of=of, where=line.where, thing=line, scope=scope, name=name, activity=line.activity, facts=facts)


def _entries(
    of: str, parent: Subject, entries: tuple[Narrowed, ...] | None, facts: Mapping[str, Any] = _NOTHING
) -> Iterator[Subject]:
    """The entries of a field of `parent`: the field is the last word of `of`."""
    where = parent.where.at(of.rpartition(".")[2])
    for position, entry in enumerate(entries or ()):
        yield Subject(
            of=of,
            where=entry_address(where, entries or (), position),
            thing=entry,
            scope=parent.scope,
            name=getattr(entry, "name", parent.name),  # a decision has a name of its own
            activity=parent.activity,
            facts=facts,
        )


def _controllers(register: Register, reach: Reach) -> Iterator[Subject]:
    for controller in register.controllers.values():
        scope = reach.answering.get(controller.id, 0) | reach.clients.get(controller.id, 0)
        if scope:
            yield _entity("controllers", controller, scope)
    for controller, scope in reach.officers():
        yield _entity("dpo", controller, scope)


def _shared(register: Register, reach: Reach) -> Iterator[Subject]:
    for ident, scope in reach.sources.items():
        yield _entity("sources", register.sources[ident], scope)
    for ident, scope in reach.purposes.items():
        purpose = _entity("purposes", register.purposes[ident], scope)
        yield purpose
        yield from _entries("purposes.legal_basis", purpose, register.purposes[ident].legal_basis)
    for ident, scope in reach.explicitly_consented.items():
        yield _entity("explicit-consent", register.purposes[ident], scope)
    for ident, receiving in reach.recipients.items():
        found = register.recipients[ident]
        recipient = _entity("recipients", found, receiving.scope, _received(register, found, receiving))
        yield recipient
        yield from _entries("recipients.transfer", recipient, found.transfer)
    for ident, scope in reach.trackers.items():
        stored = register.trackers[ident]
        tracker = _entity("trackers", stored, scope, _tracked(register, stored, scope))
        yield tracker
        yield from _entries("trackers.consent", tracker, stored.consent, {"technology": stored.technology})
    for ident, scope in reach.measures.items():
        yield _entity("measures", register.measures[ident], scope)
    for ident, scope in reach.retention_rules.items():
        yield _entity("retention_rules", register.retention_rules[ident], scope)


def _entity(of: str, entity: Entity, scope: int, facts: Mapping[str, Any] = _NOTHING) -> Subject:
    return Subject(of=of, where=entity.where, thing=entity, scope=scope, name=name_of(entity), facts=facts)


def _received(register: Register, recipient: Recipient, receiving: Receiving) -> Mapping[str, Any]:
    """A role, a country and a transfer may be given by every line, or by every member, in place of the recipient."""
    members = tuple(member.country for member in (recipient.members or {}).values())
    by_members = members if members and all(members) else None
    transfer = recipient.transfer
    if transfer is None and receiving.transfer_on_lines:
        transfer = ()
    return {
        "role": None if None in receiving.roles else tuple(receiving.roles),
        "roles": receiving.roles,
        "country": recipient.country or by_members,
        "countries": {recipient.country, *recipient.stored_in, *recipient.access_from, *members} - {None},
        "home": register.home,
        "transfer": transfer,
    }


def _tracked(register: Register, tracker: Tracker, scope: int) -> Mapping[str, Any]:
    """A lifetime may be given by every cookie; how to refuse, by every notice that speaks of the tracker."""
    cookies = tuple(cookie.lifetime for cookie in (tracker.cookies or {}).values())
    notices = [register.notices[ident] for ident in notices_in(scope, register.notices)]
    in_notices = tuple(notice.tracker_choices for notice in notices)
    return {
        "lifetime": tracker.lifetime or (cookies if cookies and all(cookies) else None),
        "choice": tracker.choice or (in_notices if in_notices and all(in_notices) else None),
    }
