"""Which frameworks that the Court annulled a text names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deskprivacy.law.adequacy import Decision, ended_by


def annulled(text: str | None, today: date) -> Iterator[Decision]:
    """The decisions without effect that a text invokes by name."""
    folded = (text or "").casefold()
    return (one for one in ended_by(today) if any(name.casefold() in folded for name in one.names))
