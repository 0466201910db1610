"""Reach: which entities the activities use, and so which letters of the law are asked of them.

Built in one pass: each sheet is added once, then what trackers and shared officers bring with them is carried over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from deskprivacy.duty.rights import needs_explicit_consent
from deskprivacy.duty.scopes import COLLECTED, INFORMED, OBTAINED, ON_BEHALF, without_notices
from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.means import RetentionUse
from deskprivacy.model.parties import ELSEWHERE, Controller, Recipient
from deskprivacy.model.register import Register


class Receiving:
    """How a recipient is used: the roles it has, and whether each of its lines settles the transfer for itself."""

    def __init__(self) -> None:
        self.scope = 0
        self.roles: set[str | None] = set()
        self.transfer_on_lines = True

    def add(self, scope: int, role: str | None, *, transfer: bool) -> None:
        """One more use of the recipient."""
        self.scope |= scope
        self.roles.add(role)
        self.transfer_on_lines &= transfer


def _scopes() -> dict[str, int]:
    return defaultdict(int)


class Reach:
    """The scopes of the entities that activities share, by id."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.scope = 0  # of all activities together
        self.answering = _scopes()  # controllers that answer for an activity
        self.clients = _scopes()  # controllers on whose behalf others process
        self.purposes = _scopes()
        self.explicitly_consented = _scopes()  # purposes of data that wait for explicit consent
        self.sources = _scopes()
        self.trackers = _scopes()
        self.measures = _scopes()
        self.retention_rules = _scopes()
        self.recipients: dict[str, Receiving] = defaultdict(Receiving)

    def add(self, sheet: Sheet) -> None:
        """Take in one activity, with all that it names."""
        activity, scope = sheet.activity, sheet.scope
        self.scope |= scope
        _widen(self.answering, (one.id for one in sheet.controllers), scope)
        _widen(self.measures, activity.measures or (), scope)
        for disclosure in sheet.disclosures:
            settled = disclosure.line.transfer is not None
            self.recipients[disclosure.recipient.id].add(scope, disclosure.role, transfer=settled)
        if activity.hosting:
            self._receive(activity.hosting, without_notices(scope))
        if scope & ON_BEHALF:
            _widen(self.clients, activity.on_behalf_of, scope)
            return
        _widen(self.purposes, activity.purposes, scope)
        _widen(self.trackers, activity.trackers or (), scope & ~INFORMED | (scope & INFORMED and COLLECTED))
        self._add_uses(sheet)

    def carry_over(self) -> None:
        """Take in what trackers name, once all activities are known."""
        for ident, scope in self.trackers.items():
            tracker = self.register.trackers[ident]
            _widen(self.purposes, tracker.purposes, scope)
            self._retain(tracker.retention, scope)
            if tracker.provider:
                self._receive(tracker.provider, scope)

    def officers(self) -> Iterator[tuple[Controller, int]]:
        """The controllers that hold the officer of one that answers, with the scope of those whom they serve."""
        holders: dict[str, int] = _scopes()
        for ident, scope in self.answering.items():
            holders[self._officer_of(ident)] |= scope
        for ident, scope in holders.items():
            yield self.register.controllers[ident], scope

    def _add_uses(self, sheet: Sheet) -> None:
        for use, scope in zip(sheet.uses, sheet.scopes, strict=True):
            _widen(self.purposes, use.purposes, scope)
            if needs_explicit_consent(use.line):
                _widen(self.explicitly_consented, use.purposes, scope)
            self._retain(use.retention, scope)
            for source in use.sources:
                # Only GDPR 14 asks about a source; one of which nothing is known may be such.
                elsewhere = not source.origin or ELSEWHERE.intersection(source.origin)
                self.sources[source.id] |= scope & ~INFORMED | (OBTAINED if elsewhere and scope & INFORMED else 0)
        for disclosure in sheet.disclosures:
            _widen(self.purposes, disclosure.purposes, sheet.scope)
            self._retain(disclosure.line.retention, sheet.scope)

    def _receive(self, ident: str, scope: int) -> None:
        recipient: Recipient | None = self.register.recipients.get(ident)
        if recipient is not None:  # else a word that is no recipient, such as `own`
            self.recipients[ident].add(scope, recipient.role, transfer=False)

    def _retain(self, entries: tuple[RetentionUse, ...] | None, scope: int) -> None:
        _widen(self.retention_rules, (entry.rule for entry in entries or ()), scope)

    def _officer_of(self, ident: str) -> str:
        passed = set()
        while ident not in passed:
            passed.add(ident)
            officer = self.register.controllers[ident].dpo
            if officer is None or officer.same_as is None:
                break
            ident = officer.same_as
        return ident


def _widen(scopes: dict[str, int], idents: Iterable[str], scope: int) -> None:
    for ident in idents:
        scopes[ident] |= scope
