"""Explicit consent to special data is as free as any other: said to be mandatory, it is told (GDPR 7(4), 9(2)(a))."""

from __future__ import annotations

from pathlib import Path

import pytest
from check.health_club import health_club
from samples.examples import found_in

MANDATORY = "required: {mandatory: to-contract, otherwise: Vous ne pouvez pas adhérer.}"
OPTIONAL = "required: optional"


@pytest.mark.parametrize(
    ("on_activity", "on_line", "ground", "told"),
    [
        (MANDATORY, "", "9-2-a", True),
        (OPTIONAL, MANDATORY, "9-2-a", True),
        (OPTIONAL, "", "9-2-a", False),
        (MANDATORY, OPTIONAL, "9-2-a", False),
        (MANDATORY, "", "9-2-h", False),
        (MANDATORY.replace("}", ", when: pour une compétition}"), "", "9-2-a", False),
    ],
    ids=["by the activity", "by the line", "optional", "optional here", "another ground", "at times"],
)
def test_explicit_consent(on_activity: str, on_line: str, ground: str, told: bool, tmp_path: Path) -> None:
    example = health_club(required=on_activity, line=on_line or "form: identified", ground=ground)

    found = {name for name, _file, _line in found_in(example, tmp_path)}

    assert ("consent-to-mandatory-data" in found) == told
