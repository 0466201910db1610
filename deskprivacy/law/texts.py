"""Where and when the texts of the law hold (`texts.yaml`): what is told of is the law of the country and of the day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from deskprivacy.law.files import data
from deskprivacy.law.reference import countries as places

ON_TRACKERS = "LIL 82"  # it stands for every national law that implements Directive 2002/58/EC, art. 5(3)
IMPLEMENTED = "national 2002/58/EC 5(3)"  # where that law is not known

Row = Mapping[str, Any]


def holds(row: Row, countries: Collection[str], day: date | None) -> bool:
    """Whether a row of a table holds in one of these countries on a day.

    A row that names a text of law holds where that text does. What is not known, a country or a day, rules nothing out.
    """
    if not _within(row, countries, day):
        return False
    law = row.get("law", ())
    texts = (law,) if isinstance(law, str) else law
    return not texts or any(_within(text(one), countries, day) for one in texts)


def in_force(citations: Collection[str], countries: Collection[str], day: date | None) -> tuple[str, ...]:
    """Of these citations those that hold; the law on trackers is that of the country."""
    found: dict[str, None] = {}
    for one in citations:
        if one == ON_TRACKERS:
            found.update(dict.fromkeys(_on_trackers(countries, day)))
        elif _within(text(one), countries, day):
            found[one] = None
    return tuple(found)


def in_doubt(citations: Collection[str]) -> bool:
    """Whether none of these texts binds and was read in an official source: together they support no error."""
    return bool(citations) and all({"doubt", "soft"} & set(text(one)) for one in citations)


def is_national(citation: str) -> bool:
    """Whether a text holds in one country only."""
    return citation == ON_TRACKERS or "country" in text(citation)


@cache
def text(citation: str) -> Row:
    """What is known of the text that a citation belongs to; nothing of one that is not listed."""
    for row in data("texts")["eprivacy"]:
        if row["law"] == citation:
            found: Row = row
            return found
    texts: Mapping[str, Row] = data("texts")["texts"]
    return next((texts[name] for name in _longest_first() if citation.startswith(name)), {})


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(data("texts")["texts"], key=len, reverse=True))


def _on_trackers(countries: Collection[str], day: date | None) -> Iterator[str]:
    if not countries:
        yield ON_TRACKERS
    inside = [one for one in countries if places().position(one) == "inside"]
    if countries and not inside:
        yield IMPLEMENTED  # whoever writes to devices in the Union answers to the law of some Member State
    for country in inside:
        rows = [row for row in data("texts")["eprivacy"] if row["country"] == country]
        held = [row["law"] for row in rows if _within(row, (country,), day)]
        yield held[-1] if held else IMPLEMENTED


def _within(row: Row, countries: Collection[str], day: date | None) -> bool:
    if countries and "country" in row and row["country"] not in countries:
        return False
    if day is None:
        return True
    start, end = str(row.get("from", "")), str(row.get("until", "9999"))
    return start <= day.isoformat() <= end
