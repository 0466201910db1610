"""Coverage: for each letter, what answers it and where."""

from __future__ import annotations

import dataclasses

from complete import COMPLETE, changed, without

from deskprivacy.address import parse
from deskprivacy.duty.answers import State
from deskprivacy.duty.coverage import Covered, coverage
from deskprivacy.duty.gaps import gaps
from deskprivacy.law.reader import duties, letters
from deskprivacy.model.register import Register
from deskprivacy.model.side import Settings


def found(register: Register, letter: str, rule: str) -> dict[str | None, State]:
    return {
        str(one.where) if one.where else None: one.state
        for one in coverage(register)
        if one.letter == letter and one.duty.rule == rule
    }


def test_every_letter_is_there_with_every_duty_that_serves_it() -> None:
    pairs = {(one.letter, one.duty.rule) for one in coverage(COMPLETE)}

    assert pairs == {(letter, duty.rule) for duty in duties() for letter in duty.law}


def test_letters_come_in_the_order_of_the_law() -> None:
    seen = list(dict.fromkeys(one.letter for one in coverage(COMPLETE)))

    assert seen == list(letters())


def test_a_complete_register_answers_every_letter() -> None:
    answered = {one.letter for one in coverage(COMPLETE) if one.state is State.DECLARED}

    assert answered == set(letters())


def test_a_register_without_activities_is_asked_nothing() -> None:
    empty = Register(settings=Settings(title="Register", language="en"))

    assert {(one.state, one.where) for one in coverage(empty)} == {(State.NOT_ASKED, None)}


def test_what_is_missing_stands_where_its_gap_stands() -> None:
    register = without(COMPLETE, parse("activities/orders.retention"))

    missing = {(one.duty.rule, one.where) for one in coverage(register) if one.state is State.MISSING}

    assert missing == {(gap.row.rule, gap.where) for gap in gaps(register)}


def test_none_is_told_from_a_value() -> None:
    register = changed(COMPLETE, "activities", "orders", automated_decisions=())

    assert found(register, "GDPR 13(2)(f)", "automated-decision-undeclared") == {
        "activities/orders.automated_decisions": State.NONE
    }
    assert found(register, "GDPR 13(2)(f)", "decision-logic-missing") == {None: State.NOT_ASKED}


def test_what_a_line_inherits_is_found_where_it_is_written() -> None:
    assert found(COMPLETE, "GDPR 30(1)(f)", "data-retention-missing") == {
        "activities/orders.retention": State.DECLARED,
        "activities/orders.data.usage": State.DECLARED,
    }
    of_category = changed(COMPLETE, "activities", "orders", sources=())
    of_category = changed(of_category, "data_categories", "usage", sources=("agency",))
    of_category = without(of_category, parse("activities/orders.data.usage").at(0, "sources"))
    assert found(of_category, "GDPR 14(2)(f)", "data-source-missing") == {
        "activities/orders.sources": State.MISSING,
        "data_categories/usage.sources": State.DECLARED,
        "activities/orders.data.usage": State.DECLARED,
    }


def test_an_alternative_is_found_where_it_is_written() -> None:
    register = changed(COMPLETE, "recipients", "carriers", country=None, transfer=())

    states = found(register, "GDPR 30(1)(e)", "recipient-country-missing")

    assert states["recipients/carriers.transfer"] is State.NONE


def test_each_entry_of_a_list_is_told_apart() -> None:
    wheres = [one.where for one in coverage(COMPLETE) if one.duty.rule == "withdrawal-missing" and one.where]

    assert {where.keys for where in wheres} == {("legal_basis", 0, "withdraw")}


def test_a_covered_field_is_a_value() -> None:
    one = next(coverage(COMPLETE))

    assert isinstance(one, Covered)
    assert dataclasses.replace(one) == one
