"""By which channels a purpose of marketing reaches persons, for each of its legal bases."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.direct_marketing import all_professionals
from deskprivacy.model.circumstances import applicable
from deskprivacy.model.data import LegalBasis, Purpose
from deskprivacy.model.parties import countries_of
from deskprivacy.model.uses import entry_address


@frozen
class Marketing(Frozen):
    """A legal basis of a purpose of marketing, with the channels for which it holds."""

    where: Address
    purpose: Purpose
    basis: LegalBasis
    channels: tuple[str, ...]


def unconsented(facts: Facts) -> Iterator[Marketing]:
    """Every basis of marketing that is not consent; but one that holds in a case told in prose is left out."""
    for purpose in facts.register.purposes.values():
        if purpose.kind != "marketing":
            continue
        entries = purpose.legal_basis or ()
        declared = _declared(facts, purpose)
        for position, one in enumerate(entries):
            if one.basis == "consent" or one.when:
                continue
            elsewhere = [c for c in declared if any(one is e for e in applicable(entries, {"channels": (c,)}))]
            channels = one.channels or tuple(elsewhere)
            where = entry_address(purpose.where.at("legal_basis"), entries, position)
            yield Marketing(where=where, purpose=purpose, basis=one, channels=channels)


def calls_consumers_of(facts: Facts, purpose: Purpose, basis: LegalBasis, country: str | None) -> bool:
    """Whether consumers of a country are meant: its law protects them, wherever the caller is.

    The territories of the basis tell; where it names none, the country of those who answer for the purpose.
    """
    if basis.territories:
        return country in basis.territories
    activities = facts.activities_by_purpose.get(purpose.id, ())
    return any(one.country == country for a in activities for one in facts.register.controllers_of(a))


def reaches_professionals_only(facts: Facts, purpose: Purpose, basis: LegalBasis) -> bool:
    """Whether all whom a basis reaches are said to be written to at their work, where the law looks at that."""
    uses = facts.uses_by_purpose.get(purpose.id, ())
    persons = basis.data_subjects or tuple(dict.fromkeys(one for use in uses for one in use.data_subjects))
    subjects = [facts.register.data_subjects[one] for one in persons]
    told = [f"{one.name or ''} {one.description or ''}" for one in subjects]
    activities = facts.activities_by_purpose.get(purpose.id, ())
    countries = {one for a in activities for one in countries_of(facts.register.controllers_of(a))}
    return bool(countries) and all(all_professionals(told, facts.register.settings.language, one) for one in countries)


def _declared(facts: Facts, purpose: Purpose) -> tuple[str, ...]:
    """The channels that the register names elsewhere: where it says how to say no, and who sends for this purpose."""
    found = [channel for choice in purpose.choice or () for channel in choice.channels]
    for activity in facts.activities_by_purpose.get(purpose.id, ()):
        for one in facts.register.disclosures[activity.id]:
            if one.purposes == (purpose.id,):
                found += one.line.channels
    return tuple(dict.fromkeys(found))
