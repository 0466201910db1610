"""Periods: which is longer, and when one ends."""

from __future__ import annotations

from datetime import date

import pytest

from deskprivacy.model.periods import after, exceeds


@pytest.mark.parametrize(
    ("period", "limit"), [("2 years", "13 months"), ("14 months", "13 months"), ("400 days", "13 months")]
)
def test_a_longer_period_exceeds_a_limit(period: str, limit: str) -> None:
    assert exceeds(period, limit)


@pytest.mark.parametrize(
    ("period", "limit"),
    [("13 months", "13 months"), ("1 year", "12 months"), ("397 days", "13 months"), ("48 hours", "2 days")],
)
def test_the_same_length_in_other_units_does_not(period: str, limit: str) -> None:
    assert not exceeds(period, limit)


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        ("2025-11-22", "12 months", "2026-11-22"),
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2026-12-15", "2 weeks", "2026-12-29"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2026-01-01", "9999 years", "9999-12-31"),
        ("9999-12-01", "9999 days", "9999-12-31"),
    ],
)
def test_a_period_ends_on_a_day_of_the_calendar(start: str, period: str, end: str) -> None:
    assert after(date.fromisoformat(start), period) == date.fromisoformat(end)
