"""Where consent is asked online of persons among whom there may be minors (GDPR 8)."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.law.children import Majority, digital_majority
from deskprivacy.model.data import LegalBasis, Purpose
from deskprivacy.model.uses import DataUse

ONLINE = frozenset({"website", "mobile-app", "social-network"})


def online_consents(facts: Facts) -> Iterator[tuple[str, DataUse, LegalBasis]]:
    """Each category of persons whose data are used online on the basis of consent."""
    for use in facts.uses:
        if use.activity.is_processor_sheet or not is_online(use):
            continue
        for ident in use.purposes:
            for basis in consents(facts.register.purposes[ident]):
                for person in use.data_subjects:
                    if not basis.data_subjects or person in basis.data_subjects:
                        yield person, use, basis


def consents(purpose: Purpose) -> tuple[LegalBasis, ...]:
    """The entries of a purpose that rest on consent."""
    return tuple(one for one in purpose.legal_basis or () if one.basis == "consent")


def is_online(use: DataUse) -> bool:
    """Whether the data come from a site or an app: by its channel, or by the address of its source."""
    return bool(ONLINE & set(use.line.channels)) or any(
        source.url and {"data-subject", "observed"} & set(source.origin) for source in use.sources
    )


def majority(facts: Facts, use: DataUse) -> Majority:
    """From which age minors consent alone, by the countries of those who answer for the use."""
    return digital_majority(one.country for one in facts.register.controllers_of(use.activity))
