"""Retention periods that are recommended: suggested, never filled in (`presets.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data
from deskprivacy.law.texts import holds


@frozen
class Preset(Frozen):
    """A recommended period, for some kinds of purposes or for data with some tags."""

    id: str
    purposes: frozenset[str]
    tags: frozenset[str]
    least: str | None
    most: str
    law: str


@frozen
class CardPreset(Frozen):
    """How long a card number may prove a payment, ordinarily and with deferred debit; how long one may be pending."""

    evidence: str
    deferred: str
    pending: str


def presets_in(countries: frozenset[str], day: date) -> Mapping[str, Preset]:
    """Of the recommended periods those that hold in these countries on a day."""
    rows = data("presets")["retention"]
    return {ident: one for ident, one in presets().items() if holds(rows[ident], countries, day)}


def card_preset_holds(countries: frozenset[str], day: date) -> bool:
    """Whether the recommended periods for card data hold in these countries on a day."""
    return holds(data("presets")["card"], countries, day)


@cache
def presets() -> Mapping[str, Preset]:
    """The recommended periods by id: those of which a register tells what they concern."""
    return {
        ident: Preset(
            id=ident,
            purposes=frozenset(row.get("purposes", ())),
            tags=frozenset(row.get("tags", ())),
            least=row.get("least"),
            most=row["most"],
            law=row["law"],
        )
        for ident, row in data("presets")["retention"].items()
        if "purposes" in row or "tags" in row
    }


@cache
def card_preset() -> CardPreset:
    """The recommended periods for card data."""
    raw = data("presets")["card"]
    return CardPreset(evidence=raw["evidence"], deferred=raw["deferred"], pending=raw["pending"])
