"""What declared facts tell of the need for an impact assessment, by the facts of the complete register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from program import DATE, SAMPLES

from deskprivacy.duty.screening import assessed, criteria_shown, listed, spared
from deskprivacy.model.register import Register
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate


@pytest.fixture(scope="module")
def register() -> Register:
    found = validate(SAMPLES / "complete", schemas(), date.fromisoformat(DATE)).register
    assert found
    return found


def test_a_criterion_is_shown_by_the_facts_that_meet_it(register: Register) -> None:
    by_name = {one.name: criteria_shown(register, one) for one in register.activities.values()}
    shown = {criterion: names for found in by_name.values() for criterion, names in found.items()}

    assert set(shown) == {"scoring", "automated-decision", "sensitive", "vulnerable"}
    assert all(names and len(set(names)) == len(names) for found in by_name.values() for names in found.values())
    assert {} in by_name.values()


def test_an_entry_of_the_cnil_holds_only_for_those_who_are_in_its_country(register: Register) -> None:
    matching = {one.id: [entry.number for entry in listed(register, one)] for one in register.activities.values()}
    found = {ident: numbers for ident, numbers in matching.items() if numbers}

    assert found
    assert all(assessed(register.activities[ident]) for ident in found), "no rule speaks of the complete register"
    ident = next(iter(found))
    abroad = _in_another_country(register)
    assert listed(abroad, abroad.activities[ident]) == ()
    assert all(spared(abroad, one) == () for one in abroad.activities.values())


def _in_another_country(register: Register) -> Register:
    controllers = {ident: replace(one, country="BE") for ident, one in register.controllers.items()}
    return replace(register, controllers=controllers)
