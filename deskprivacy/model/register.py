"""The register: the one thing that travels. Its references have been checked, so that no lookup can fail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from deskprivacy.address import Address
from deskprivacy.model.activities import Activity
from deskprivacy.model.catalogue import Catalogue
from deskprivacy.model.data import DataCategory, Purpose, RetentionRule
from deskprivacy.model.means import Commitment, Measure, Tracker
from deskprivacy.model.notices import ALL, Notice
from deskprivacy.model.parties import Controller, DataSubject, Entity, Recipient, Source, countries_of
from deskprivacy.model.side import OpenQuestion, Settings, Takeover, Waiver
from deskprivacy.model.uses import DataUse, Disclosure, data_uses, disclosures

Standing = Literal["asked", "proposed", "disputed"]

# The twelve kinds, in the order in which everything lists them.
KINDS: Mapping[str, type[Entity]] = {
    noun.KIND: noun
    for noun in (
        Controller,
        DataSubject,
        DataCategory,
        Source,
        Purpose,
        Recipient,
        Tracker,
        Measure,
        RetentionRule,
        Commitment,
        Activity,
        Notice,
    )
}


@dataclass(frozen=True, kw_only=True)
class Register:
    """Every fact that is declared, by kind and id, with what is open about them.

    `standing` says of an address whether its fact is asked for, proposed or disputed; it carries no text, so that
    public documents can mark a fact without saying what is discussed inside. `catalogues` holds the translations of its
    texts, by language.
    """

    settings: Settings
    controllers: Mapping[str, Controller] = field(default_factory=dict)
    data_subjects: Mapping[str, DataSubject] = field(default_factory=dict)
    data_categories: Mapping[str, DataCategory] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    purposes: Mapping[str, Purpose] = field(default_factory=dict)
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    trackers: Mapping[str, Tracker] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    retention_rules: Mapping[str, RetentionRule] = field(default_factory=dict)
    commitments: Mapping[str, Commitment] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    open_questions: Mapping[str, OpenQuestion] = field(default_factory=dict)
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    takeovers: Mapping[str, Takeover] = field(default_factory=dict)
    standing: Mapping[Address, Standing] = field(default_factory=dict)
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)

    def of_kind(self, kind: str) -> Mapping[str, Entity]:
        """The entities of one kind, by id."""
        found: Mapping[str, Entity] = getattr(self, kind)
        return found

    def entities(self) -> Iterator[Entity]:
        """Every entity of every kind, in the order of the kinds and of the files."""
        for kind in KINDS:
            yield from self.of_kind(kind).values()

    @cached_property
    def own_controllers(self) -> tuple[Controller, ...]:
        """The controllers whose register this is: those on whose behalf others only process do not count."""
        clients = {client for activity in self.activities.values() for client in activity.on_behalf_of}
        answering = {one for activity in self.activities.values() for one in activity.controllers}
        return tuple(c for c in self.controllers.values() if c.id not in clients or c.id in answering)

    @cached_property
    def uses(self) -> Mapping[str, tuple[DataUse, ...]]:
        """The data lines of each activity with what they inherit, by its id."""
        return {
            ident: tuple(data_uses(one, self.data_categories, self.sources)) for ident, one in self.activities.items()
        }

    @cached_property
    def disclosures(self) -> Mapping[str, tuple[Disclosure, ...]]:
        """The recipient lines of each activity with what they inherit, by its id."""
        return {ident: tuple(disclosures(one, self.recipients)) for ident, one in self.activities.items()}

    @cached_property
    def countries(self) -> frozenset[str]:
        """Where the law of a country may hold for this register: the countries of those whose register it is."""
        return countries_of(self.own_controllers)

    @cached_property
    def home(self) -> str | None:
        """The one country of all those whose register it is: what stays there leaves no country."""
        return next(iter(self.countries)) if len(self.countries) == 1 else None

    def controllers_of(self, activity: Activity) -> tuple[Controller, ...]:
        """Who answers for an activity: those it names, else the register's only controller, else nobody."""
        if activity.controllers:
            return tuple(self.controllers[one] for one in activity.controllers)
        own = self.own_controllers
        return own if len(own) == 1 else ()

    def covered_by(self, notice: Notice) -> tuple[Activity, ...]:
        """The activities that a notice informs about; `covers: all` leaves out those that are planned or have ended.

        A processor informs nobody, for its clients do.
        """
        own = (a for a in self.activities.values() if not a.is_processor_sheet)
        named = frozenset(notice.covers)
        return tuple(a for a in own if a.id in named or (ALL in named and a.is_running))
