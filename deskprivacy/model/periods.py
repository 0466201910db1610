"""Periods as lengths: `13 months` and `1 year` compared, and counted from a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
_TOLERANCE = 1.01  # months differ in length: 397 days are still 13 months


def days(period: str) -> float:
    """How long a period lasts, in days of an average year."""
    number, unit = _parts(period)
    return number * _DAYS[unit]


def exceeds(period: str, limit: str) -> bool:
    """Whether a period is longer than a limit, whatever the units."""
    return days(period) > days(limit) * _TOLERANCE


def after(day: date, period: str) -> date:
    """The day on which a period ends that starts on a day; the last day of a month where that day does not exist."""
    number, unit = _parts(period)
    if unit not in ("month", "year"):
        length = timedelta(days=number * _DAYS[unit])
        return day + length if length <= date.max - day else date.max
    year, month = divmod(day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1), 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _parts(period: str) -> tuple[int, str]:
    number, _, unit = period.partition(" ")
    return int(number), unit.removesuffix("s")
