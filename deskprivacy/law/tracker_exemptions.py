"""The exemptions from consent for trackers, and their limits (`tracker_exemptions.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data


@frozen
class Exemption(Frozen):
    """One exemption; None where the CNIL sets no limit of that sort."""

    id: str
    needs_consent: frozenset[str]  # the kinds of purposes that it does not cover
    lifetime: str | None
    retention: str | None
    good_practice: bool
    technology: str | None
    for_the_publisher_only: bool


@cache
def exemptions() -> Mapping[str, Exemption]:
    """The exemptions by the word that `exemption` holds."""
    raw = data("tracker_exemptions")
    always = frozenset(raw["consent_always"])
    return {ident: _exemption(ident, row, always) for ident, row in raw["exemptions"].items()}


def _exemption(ident: str, row: Mapping[str, Any], always: frozenset[str]) -> Exemption:
    return Exemption(
        id=ident,
        needs_consent=always - frozenset(row.get("kinds", ())),
        lifetime=row.get("lifetime"),
        retention=row.get("retention"),
        good_practice=row.get("good_practice") == "true",
        technology=row.get("technology"),
        for_the_publisher_only=row.get("provider") == "processor",
    )
