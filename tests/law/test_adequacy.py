"""Adequacy: which decision covers a country on a day, and which frameworks have gone."""

from __future__ import annotations

from datetime import date

import pytest

from deskprivacy.law.adequacy import decision_on, decisions, ended_by
from deskprivacy.law.reader import countries, vocabulary
from deskprivacy.law.transfer_tools import closed_to_public_powers, lasting_reasons, tools_to_assess


@pytest.mark.parametrize(
    ("country", "day", "act"),
    [
        ("CH", "2026-11-22", "2000/518/EC"),
        ("GB", "2031-12-27", "(EU) 2021/1772"),
        ("GB", "2031-12-28", None),
        ("BR", "2026-01-25", None),
        ("BR", "2026-01-26", "(EU) 2026/179"),
        ("US", "2015-10-06", "2000/520/EC"),
        ("US", "2016-01-01", None),
        ("US", "2020-07-16", "(EU) 2016/1250"),
        ("US", "2022-01-01", None),
        ("US", "2026-11-22", "(EU) 2023/1795"),
        ("TN", "2026-11-22", None),
    ],
)
def test_a_decision_covers_its_country_from_its_first_day_to_its_last(country: str, day: str, act: str | None) -> None:
    found = decision_on(country, date.fromisoformat(day))

    assert (found.act if found else None) == act


def test_what_is_repealed_has_an_end_and_a_name() -> None:
    for one in decisions():
        assert (one.status == "repealed") == bool(one.names)
        assert one.status != "repealed" or one.end is not None
        assert one.status in ("in-force", "contested", "repealed")
        assert one.country is None or countries().position(one.country) == "outside"
    assert {one.act for one in ended_by(date(2026, 11, 22))} == {"2000/520/EC", "(EU) 2016/1250"}
    assert not list(ended_by(date(2015, 1, 1)))


def test_every_tool_and_reason_is_a_word_of_the_register() -> None:
    assert tools_to_assess() < set(vocabulary("transfer_mechanism"))
    assert lasting_reasons() <= set(vocabulary("transfer_reason"))
    for one in decisions():
        assert one.roles_left_out <= set(vocabulary("recipient_role"))
        assert one.sectors_left_out <= set(vocabulary("sector"))


def test_three_letters_and_the_last_resort_are_closed_to_public_powers() -> None:
    """GDPR 49(3) names the first three letters and the second subparagraph of 49(1)."""
    assert closed_to_public_powers() == {"49-1-a", "49-1-b", "49-1-c", "49-1-2"}
