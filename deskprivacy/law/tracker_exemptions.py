"""The exemptions from consent for trackers, and their limits (`tracker_exemptions.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data
from deskprivacy.law.texts import holds


@frozen
class Exemption(Frozen):
    """One exemption; None where the CNIL sets no limit of that sort."""

    id: str
    needs_consent: frozenset[str]  # the kinds of purposes that it does not cover
    unless_requested: frozenset[str]  # of these, the kinds that may be the very service for which the person asks
    lifetime: str | None
    retention: str | None
    good_practice: bool
    technology: str | None
    for_the_publisher_only: bool


def exemption_in(ident: str, countries: frozenset[str], day: date) -> Exemption | None:
    """An exemption with the limits that hold in these countries on a day; None where there is none of this name."""
    one = exemptions().get(ident)
    if one is None or holds(data("tracker_exemptions")["exemptions"][ident], countries, day):
        return one
    return replace(one, lifetime=None, retention=None, good_practice=False, for_the_publisher_only=False)


@cache
def exemptions() -> Mapping[str, Exemption]:
    """The exemptions by the word that `exemption` holds."""
    raw = data("tracker_exemptions")
    always, requested = frozenset(raw["consent_always"]), frozenset(raw["unless_requested"])
    return {ident: _exemption(ident, row, always, requested) for ident, row in raw["exemptions"].items()}


def _exemption(ident: str, row: Mapping[str, Any], always: frozenset[str], requested: frozenset[str]) -> Exemption:
    covered = frozenset(row.get("kinds", ()))
    return Exemption(
        id=ident,
        needs_consent=(always | requested) - covered,
        unless_requested=requested - covered,
        lifetime=row.get("lifetime"),
        retention=row.get("retention"),
        good_practice=row.get("good_practice") == "true",
        technology=row.get("technology"),
        for_the_publisher_only=row.get("provider") == "processor",
    )
