"""Decisions by machine for which somebody in France answers (LIL 47)."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.law.texts import holds
from deskprivacy.model.activities import Activity, AutomatedDecision
from deskprivacy.model.parties import countries_of
from deskprivacy.model.uses import DataUse

LAW = "LIL 47"


def decisions_in_france(facts: Facts) -> Iterator[tuple[Address, Activity, AutomatedDecision]]:
    """Each decision of a machine alone under an exception of GDPR 22(2), with its place, where French law holds."""
    for activity in facts.register.activities.values():
        countries = countries_of(facts.register.controllers_of(activity))
        if activity.is_processor_sheet or not countries or not holds({"law": LAW}, countries, facts.today):
            continue
        for position, decision in enumerate(activity.automated_decisions or ()):
            if decision.is_by_machine and decision.article_22:
                yield activity.where.at("automated_decisions", position), activity, decision


def special_uses(facts: Facts, activity: Activity, decision: AutomatedDecision) -> Iterator[DataUse]:
    """The uses of special data that a decision names; where it names none, nothing is known."""
    for use in facts.register.uses[activity.id]:
        special = {ident for ident, item in (use.category.items or {}).items() if item.special and item in use.items}
        named = {use.category.id, *(f"{use.category.id}/{ident}" for ident in special)}
        if special and named & set(decision.data):
            yield use
