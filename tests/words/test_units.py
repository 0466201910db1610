"""A unit of time is one thing to the schemas, to what compares periods, to what mends them and to what says them."""

from __future__ import annotations

import json
import re

import pytest
from program import ROOT

from deskprivacy.load.schemas.remedies import UNITS, mended
from deskprivacy.model.periods import days
from deskprivacy.words.speech import speech

COMMON = json.loads((ROOT / "schemas" / "common.schema.json").read_text("utf-8"))["$defs"]
PATTERNS = {name: one["pattern"] for name, one in COMMON.items() if " (minute|" in one.get("pattern", "")}
FRENCH = {"minute": "minute", "hour": "heure", "day": "jour", "week": "semaine", "month": "mois", "year": "an"}


def units(pattern: str) -> list[str]:
    found = re.search(r" \(([a-z|]+)\)s\?", pattern)
    assert found
    return found[1].split("|")


def test_every_form_of_a_period_has_the_same_units() -> None:
    assert len(PATTERNS) == 3
    assert all(units(pattern) == list(UNITS) for pattern in PATTERNS.values())


@pytest.mark.parametrize("unit", units(COMMON["period"]["pattern"]))
def test_a_unit_is_compared_mended_and_said(unit: str) -> None:
    plural = FRENCH[unit] + ("" if unit == "month" else "s")

    assert days(f"2 {unit}s") > 0
    assert mended(f"30 {plural}", "period", COMMON["period"]["pattern"]) == f"30 {unit}s"
    assert speech("fr").period(f"30 {unit}s").split() == ["30", plural]
    assert speech("en").period(f"1 {unit}") == f"1 {unit}"
    assert speech("de").period(f"30 {unit}s") != f"30 {unit}s"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2 trimestres", "6 months"), ("1 semestre", "6 months"), ("1 fortnight", "2 weeks"), ("1 décennie", "10 years")],
)
def test_a_span_that_people_count_in_is_offered_in_units(written: str, meant: str) -> None:
    assert mended(written, "period", COMMON["period"]["pattern"]) == meant


def test_what_no_unit_is_short_enough_for_is_not_guessed() -> None:
    assert mended("30 secondes", "period", COMMON["period"]["pattern"]) is None
