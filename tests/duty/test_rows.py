"""The rows of `duties.yaml` fit the nouns, the conditions and the documents; each can be met, and each can fail."""

from __future__ import annotations

import dataclasses
import string
from typing import Any, get_args, get_type_hints

import pytest
from complete import COMPLETE, by_id, without

from deskprivacy.address import Address
from deskprivacy.duty.answers import State, answer, asked
from deskprivacy.duty.conditions import CONDITIONS
from deskprivacy.duty.gaps import Gap, gaps
from deskprivacy.duty.subjects import NOUNS, Subject
from deskprivacy.law.reader import Duty, duties, sheet, vocabulary
from deskprivacy.model.register import Register
from deskprivacy.model.uses import DataUse

every_duty = pytest.mark.parametrize("duty", duties(), ids=lambda duty: duty.rule)


@every_duty
def test_a_row_is_asked_of_a_noun_that_has_its_field(duty: Duty) -> None:
    for field in duty.fields:
        noun: Any = NOUNS[duty.of]
        for key in field.split("."):
            named = {one.name.removesuffix("_") for one in dataclasses.fields(noun)}

            assert key in named, f"{noun.__name__} has no {key}"

            hint = get_type_hints(noun).get(key)
            noun = next((one for one in (hint, *get_args(hint)) if dataclasses.is_dataclass(one)), None)


@every_duty
def test_a_row_is_printed_where_the_documents_have_a_place(duty: Duty) -> None:
    assert duty.block is None or duty.block in vocabulary("notice_block")
    assert duty.sheet is None or duty.sheet in sheet()
    assert duty.block or duty.sheet, "a gap that nothing prints"


def test_every_condition_is_used_and_every_one_used_exists() -> None:
    assert {name for duty in duties() for name in duty.when} == set(CONDITIONS)


@pytest.mark.parametrize("name", CONDITIONS)
def test_every_condition_says_when_it_holds(name: str) -> None:
    assert CONDITIONS[name].__doc__


def test_every_kind_of_subject_is_asked_something() -> None:
    assert {duty.of for duty in duties()} == set(NOUNS)


def test_a_complete_register_has_no_gaps() -> None:
    assert gaps(COMPLETE) == ()


@every_duty
def test_a_complete_register_is_asked_every_duty_and_answers(duty: Duty) -> None:
    subjects = _asked(duty)

    assert subjects
    assert all(answer(duty, subject)[0] is not State.MISSING for subject in subjects)


@every_duty
def test_a_fact_taken_out_is_one_gap_and_no_other(duty: Duty) -> None:
    for subject in _asked(duty):
        register = _knocked_out(duty, subject)

        (gap,) = gaps(register)

        assert gap.row == duty
        assert gap.where == _expected(duty, subject)
        assert gap.law
        assert set(gap.law) <= set(duty.law)
        assert gap.notices == (("public",) if duty.block and gap.where.id != "hosting" else ())
        _has_words(gap)


def _asked(duty: Duty) -> list[Subject]:
    """The subjects of a duty, but for a client and what only a processor's sheet uses: they are no notice's affair."""
    found = [subject for row, subject in asked(COMPLETE) if row == duty]
    return [one for one in found if one.where.id not in ("client", "cloud")] or found


def _knocked_out(duty: Duty, subject: Subject) -> Register:
    if subject.of == "register":
        return _without_controllers()
    register = COMPLETE
    for field in duty.fields:
        for where, noun in _holders(field, subject):
            if field.split(".")[0] in {one.name.removesuffix("_") for one in dataclasses.fields(noun)}:
                register = without(register, where.at(*field.split(".")))
    return register


def _holders(field: str, subject: Subject) -> list[tuple[Address, Any]]:
    """Where a fact of the subject may stand: what a line of data leaves out comes from its activity or category."""
    line = getattr(subject.thing, "line", subject.thing)
    if not isinstance(subject.thing, DataUse) or field == "purposes":
        return [(subject.where, line)]
    wider = (subject.thing.activity, subject.thing.category)
    return [(subject.where, line), *((one.where, one) for one in wider)]


def _without_controllers() -> Register:
    activities = by_id(*(dataclasses.replace(one, controllers=()) for one in COMPLETE.activities.values()))
    return dataclasses.replace(COMPLETE, controllers=by_id(COMPLETE.controllers["client"]), activities=activities)


def _expected(duty: Duty, subject: Subject) -> Address:
    keys = duty.fields[0].split(".")
    if subject.of == "register":
        return Address("controllers")
    if isinstance(subject.thing, DataUse) and keys[0] != "purposes":
        return subject.thing.activity.where.at(*keys)
    return subject.where.at(*keys)


def _has_words(gap: Gap) -> None:
    for text in (gap.row.message["en"], gap.row.message["fr"]):
        wanted = {name for _, name, _, _ in string.Formatter().parse(text) if name}

        assert wanted <= set(gap.values)
        assert all(gap.values[name] for name in wanted)
