"""Where consent is asked online of persons among whom there may be minors (GDPR 8)."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.law.children import Majority, digital_majority
from deskprivacy.law.named_parties import is_online as is_online_by_name
from deskprivacy.model.data import LegalBasis, Purpose
from deskprivacy.model.parties import countries_of, name_of
from deskprivacy.model.uses import DataUse

ONLINE = frozenset({"website", "mobile-app", "social-network"})
# Of the trackers, those that a site or an app sets; an e-mail is read elsewhere.
_ON_DEVICES = frozenset(
    {"cookie", "local-storage", "pixel", "sdk", "social-plug-in", "fingerprint", "device-permission"}
)


def online_consents(facts: Facts) -> Iterator[tuple[str, DataUse, LegalBasis]]:
    """Each category of persons whose data are used online on the basis of consent."""
    for use in facts.uses:
        if use.activity.is_processor_sheet or not is_online(facts, use):
            continue
        for ident in use.purposes:
            for basis in consents(facts.register.purposes[ident]):
                for person in use.data_subjects:
                    if not basis.data_subjects or person in basis.data_subjects:
                        yield person, use, basis


def consents(purpose: Purpose) -> tuple[LegalBasis, ...]:
    """The entries of a purpose that rest on consent."""
    return tuple(one for one in purpose.legal_basis or () if one.basis == "consent")


def is_online(facts: Facts, use: DataUse) -> bool:
    """Whether the data come from a site or an app: by its channel, the address of its source, or a tracker for it.

    A line that names other channels is not online, whatever the rest of its activity does.
    """
    if use.line.channels:
        return bool(ONLINE & set(use.line.channels))
    if any(source.url and {"data-subject", "observed"} & set(source.origin) for source in use.sources):
        return True
    trackers = (facts.register.trackers[ident] for ident in use.activity.trackers or ())
    return any(one.technology in _ON_DEVICES and {*one.purposes} & {*use.purposes} for one in trackers)


def may_be_online(facts: Facts, use: DataUse) -> bool:
    """Whether the data may come from a site or an app: by what settles it, or by less than that.

    The name of a source stands for the address that nobody has written, a tracker for all that its activity does.
    """
    if is_online(facts, use):
        return True
    if use.line.channels:
        return False
    named = any(
        is_online_by_name(name_of(one)) and {"data-subject", "observed"} & set(one.origin) for one in use.sources
    )
    trackers = (facts.register.trackers[ident] for ident in use.activity.trackers or ())
    return named or any(one.technology in _ON_DEVICES for one in trackers)


def majority(facts: Facts, use: DataUse) -> Majority:
    """From which age minors consent alone, by the countries of those who answer for the use."""
    return digital_majority(countries_of(facts.register.controllers_of(use.activity)), facts.today)
