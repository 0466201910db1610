"""Lawful registers raise no false finding, and their twins, at fault by one fact, still raise it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lawful import CASES, Case
from program import DATE
from samples.examples import lay_over

from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate


def rules_of(case: Case, words: str | tuple[str, ...], folder: Path) -> set[str]:
    """The rules whose findings are graver than what is tolerated."""
    pieces = case.pieces.format(*((words,) if isinstance(words, str) else words))
    outcome = validate(lay_over(pieces, folder), schemas(), date.fromisoformat(DATE))
    assert outcome.register is not None, [one.finding for one in outcome.reported]
    return {one.finding.rule for one in outcome.reported if case.tolerated is None or one.severity > case.tolerated}


@pytest.mark.parametrize("name", CASES)
def test_a_lawful_register_raises_no_false_finding(name: str, tmp_path: Path) -> None:
    assert CASES[name].rule not in rules_of(CASES[name], CASES[name].lawful, tmp_path)


@pytest.mark.parametrize("name", CASES)
def test_its_twin_at_fault_still_raises_it(name: str, tmp_path: Path) -> None:
    assert CASES[name].rule in rules_of(CASES[name], CASES[name].faulty, tmp_path)
