"""Retention periods that are recommended: suggested, never filled in (`presets.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data


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
