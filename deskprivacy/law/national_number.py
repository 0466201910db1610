"""What the French social-security number may not serve for (`national_number.yaml`)."""

from __future__ import annotations

from datetime import date
from functools import cache

from deskprivacy.law.files import data


def country() -> str:
    """The country whose number it is."""
    return str(data("national_number")["country"])


def since() -> date:
    """The day from which the decree rules it."""
    return date.fromisoformat(data("national_number")["from"])


@cache
def ordinary_kinds() -> frozenset[str]:
    """The kinds of purposes that no decree allows."""
    return frozenset(data("national_number")["ordinary"])
