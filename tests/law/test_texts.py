"""Texts: the law of the country and of the day is told of, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from deskprivacy.check.rules import rules
from deskprivacy.law.files import FOLDER, parsed
from deskprivacy.law.reader import countries, duties
from deskprivacy.law.texts import IMPLEMENTED, ON_TRACKERS, holds, in_doubt, in_force, text

TODAY = date(2026, 11, 22)
OURS = {"tables", "vocabulary", "structure", "reviews"}  # no citations of theirs
FILES = sorted({path.stem for path in FOLDER.glob("*.yaml")} - OURS)
FRENCH = re.compile(r"LIL |CNIL|CPCE|CRPA |C\. |CE |CSI|décret ")


def cited(node: Any) -> Iterator[str]:
    """Every citation of a file of the law."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("law", "article", "act"):
                yield from [value] if isinstance(value, str) else value
            yield from cited(value)
    elif isinstance(node, list):
        for one in node:
            yield from cited(one)


ALL = sorted(
    {
        one
        for name in FILES
        for one in cited(parsed(name))
        if not re.match(r"\d|\(EU\)", one) or one.startswith("2002/58")
    }
    | {one for rule in rules().values() for one in rule.law}
    | {one for duty in duties() for one in duty.law}
)


@pytest.mark.parametrize("citation", ALL)
def test_every_text_that_is_cited_is_known_with_its_country(citation: str) -> None:
    row = text(citation)

    assert row or citation.startswith("CJEU"), "not in texts.yaml"
    assert bool(FRENCH.match(citation)) == (row.get("country") == "FR")


@pytest.mark.parametrize("citation", [one for one in ALL if FRENCH.match(one) and one != ON_TRACKERS])
def test_french_law_is_told_to_nobody_else(citation: str) -> None:
    assert in_force([citation], {"FR"}, TODAY) == (citation,)
    assert in_force([citation], {"DE"}, TODAY) == ()
    assert in_force([citation], {"DE", "FR"}, TODAY) == (citation,)
    assert in_force([citation], set(), TODAY) == (citation,), "where no country is known, none is ruled out"


@pytest.mark.parametrize(
    ("country", "day", "law"),
    [
        ("FR", "2026-11-22", "LIL 82"),
        ("DE", "2026-11-22", "§ 25 TDDDG"),
        ("DE", "2023-01-01", "§ 25 TTDSG"),
        ("DE", "2020-01-01", IMPLEMENTED),
        ("PL", "2026-11-22", IMPLEMENTED),
        ("FR", "2019-05-31", IMPLEMENTED),
    ],
)
def test_the_law_on_trackers_is_that_of_the_country(country: str, day: str, law: str) -> None:
    assert in_force(["LIL 82", "GDPR 13(2)(a)"], {country}, date.fromisoformat(day)) == (law, "GDPR 13(2)(a)")


def test_what_was_adopted_later_does_not_hold_before() -> None:
    assert in_force(["LIL 82", "CNIL 2026-042"], {"FR"}, date(2024, 1, 1)) == ("LIL 82",)
    assert not holds({"law": "CNIL 2026-042"}, {"FR"}, date(2024, 1, 1))
    assert holds({"law": ["2002/58/EC 13", "CPCE L34-5"]}, {"DE"}, TODAY)
    assert not holds({"country": "FR"}, {"DE"}, None)
    assert not holds({"until": "2024-01-01"}, {"DE"}, TODAY)


def test_what_was_not_read_supports_no_error() -> None:
    assert in_doubt(["§ 25 TDDDG"])
    assert in_doubt([IMPLEMENTED])
    assert not in_doubt(["§ 25 TDDDG", "GDPR 13(2)(a)"])
    assert not in_doubt(["LIL 82"])
    assert not in_doubt([])


def test_a_country_is_told_once_and_lies_in_the_eea() -> None:
    rows = parsed("texts")["eprivacy"]

    assert all(row["country"] in countries().eea for row in rows)
    for country in {row["country"] for row in rows}:
        held = [row for row in rows if row["country"] == country and holds(row, {country}, TODAY)]
        assert len(held) == 1
