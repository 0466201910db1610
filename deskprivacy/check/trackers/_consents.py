"""What a tracker says of consent, entry by entry, each with its address and the purposes for which it holds."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.tracker_exemptions import Exemption, exemption_in
from deskprivacy.model.means import Tracker, TrackerConsent
from deskprivacy.model.uses import entry_address


@frozen
class ConsentCase(Frozen):
    """One entry of `consent`: for these purposes, consent is asked or the tracker is exempt."""

    where: Address
    tracker: Tracker
    entry: TrackerConsent
    purposes: tuple[str, ...]
    exemption: Exemption | None  # on which the entry relies; None where consent is asked, or none is named


def consent_cases(facts: Facts) -> Iterator[ConsentCase]:
    """Every entry of every tracker. An entry without `purposes` holds for those that the others do not name."""
    for tracker in facts.register.trackers.values():
        entries = tracker.consent or ()
        named = {purpose for entry in entries for purpose in entry.purposes}
        others = tuple(purpose for purpose in tracker.purposes if purpose not in named)
        for position, entry in enumerate(entries):
            yield ConsentCase(
                where=entry_address(tracker.where.at("consent"), entries, position),
                tracker=tracker,
                entry=entry,
                purposes=entry.purposes or others,
                exemption=_exemption(facts, entry),
            )


def _exemption(facts: Facts, entry: TrackerConsent) -> Exemption | None:
    if entry.required or not entry.exemption:
        return None
    return exemption_in(entry.exemption, facts.register.countries, facts.today)
