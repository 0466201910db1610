"""Two criteria of high risk: where nobody has screened a sheet, its facts may show them; the register says so too."""

from __future__ import annotations

from pathlib import Path

import pytest
from check.health_club import health_club
from samples.examples import found_in

RULES = {"two-criteria-without-assessment", "criterion-overlooked", "assessment-not-done"}


@pytest.mark.parametrize(
    ("minors", "more", "told"),
    [
        ("targeted", "", {"two-criteria-without-assessment"}),
        ("targeted", "dpia: {criteria: [sensitive, vulnerable]}", {"two-criteria-without-assessment"}),
        ("targeted", "dpia: {criteria: [sensitive]}", {"criterion-overlooked"}),
        ("targeted", "dpia: {required: false}", {"criterion-overlooked"}),
        ("targeted", "dpia: {reason: Dix adhérents ; avis du délégué}", set()),
        ("targeted", "dpia: {required: true, status: done}", set()),
        ("targeted", "status: ended", set()),
        ("possible", "", set()),
        ("excluded", "dpia: {criteria: [sensitive]}", set()),
    ],
)
def test_a_sheet_that_shows_two_criteria(minors: str, more: str, told: set[str], tmp_path: Path) -> None:
    found = {name for name, _file, _line in found_in(health_club(minors=minors, more=more), tmp_path)}

    assert found & RULES == told
