"""What a draft says of open findings: each where its fact stands, by title and article; of internal facts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import pytest
from program import DATE
from samples.examples import judged_on, lay_over

from deskprivacy.check.facts import Facts
from deskprivacy.check.rules import MODULES, judge, rules
from deskprivacy.model.public import public
from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.shape import ByKey, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.told import told
from deskprivacy.render.document import Block, Description, Document, List, Paragraph, Section, Table, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.render.notice.notes import Note
from deskprivacy.resources import schemas
from deskprivacy.stories.drafts import notes
from deskprivacy.stories.validate import Outcome, validate
from deskprivacy.words.speech import speech
from deskprivacy.words.typography import typeset

pytestmark = pytest.mark.broad

TODAY = date.fromisoformat(DATE)
NAMES = [module.RULE.rule for module in MODULES]


@cache
def outcome_of(example: str) -> Outcome:
    with TemporaryDirectory() as folder:
        return validate(lay_over(example, Path(folder)), schemas(), judged_on(example))


def notes_of(outcome: Outcome) -> tuple[Note, ...]:
    assert outcome.register is not None
    return tuple(notes(outcome.reported, public(outcome.register), TODAY))


def draft(outcome: Outcome, status: str = "draft") -> Document:
    assert outcome.register is not None
    notices = {ident: replace(one, status=status) for ident, one in outcome.register.notices.items()}
    shown = public(replace(outcome.register, notices=notices))
    return notice_document(shown, "customers", (), speech("fr"), notes=notes_of(outcome))


def marks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The findings that these blocks show, in their order."""
    for block in walk(blocks):
        if isinstance(block, Paragraph):
            yield from (run.text for run in block.content if run.mark == "finding")
        else:
            assert not any(run.mark == "finding" for runs in heads(block) for run in runs)


def heads(block: Block) -> Iterator[Any]:
    match block:
        case Section():
            yield block.title
        case Table():
            yield from (block.caption, *block.columns)
        case Description():
            yield from (entry.term for entry in block.entries)
        case List() | Paragraph():
            return


def section(document: Document, ident: str) -> Section:
    return next(one for one in walk(document.blocks) if isinstance(one, Section) and one.id == ident)


def module(rule: str) -> ModuleType:
    return next(one for one in MODULES if one.RULE.rule == rule)


@pytest.mark.parametrize(
    ("rule", "where"),
    [
        ("contract-basis-for-marketing", "purpose-newsletter"),
        ("special-data-without-condition", "data-diet"),
        ("role-unlikely-for-sector", "recipient-till-provider"),
        ("exempt-tracker-too-long", "tracker-visits"),
        ("automated-decision-despite-promise", "commitments"),
        ("retention-beyond-reference", "retention"),
        ("adequacy-not-in-force", "transfers"),
        ("profiling-denied", "decisions"),
        ("no-measure-declared", "security"),
    ],
)
def test_a_finding_stands_where_its_fact_does(rule: str, where: str) -> None:
    document = draft(outcome_of(module(rule).BAD))

    found = list(marks(section(document, where).blocks))

    assert [one for one in found if typeset(rules()[rule].title["fr"], "fr") in one]


def test_it_has_its_title_and_its_articles_and_nothing_else() -> None:
    document = draft(outcome_of(module("contract-basis-for-marketing").BAD))

    text = (
        "À revoir : un contrat sert de base à ce qu’il n’exige pas (RGPD, art. 6(1)(b) ; CEPD 2/2019 ; CJUE C-394/23)"
    )

    assert list(marks((*document.lead, *document.blocks))) == [typeset(text, "fr")]


@pytest.mark.parametrize("rule", NAMES)
def test_what_may_be_shown_is_shown_once_and_nothing_else_is(rule: str) -> None:
    outcome = outcome_of(module(rule).BAD)
    document = draft(outcome)
    assert outcome.register is not None
    entities = {one.where for one in told(outcome.register, outcome.register.notices["customers"]).entities()}
    expected = {(one.rule, one.where.entity) for one in notes_of(outcome) if one.where.entity in entities}

    shown = list(marks((*document.lead, *document.blocks)))

    assert len(expected) >= len(shown)
    assert {typeset(rules()[name].title["fr"], "fr") for name, _ in expected} == {
        one.removeprefix("À revoir\u00a0: ").partition(" (")[0] for one in shown
    }


def test_a_published_notice_has_none() -> None:
    outcome = outcome_of(module("contract-basis-for-marketing").BAD)

    assert list(marks(draft(outcome, "published").blocks)) == []
    assert list(marks(draft(outcome).blocks)) != []


@pytest.mark.parametrize(
    "rule",
    [
        "contract-expired",
        "assessment-not-done",
        "review-overdue",
        "consent-without-proof",
        "processor-without-contract",
    ],
)
def test_of_internal_facts_nothing_is_shown(rule: str) -> None:
    outcome = outcome_of(module(rule).BAD)

    assert rule in {one.finding.rule for one in outcome.reported}
    assert rule not in {one.rule for one in notes_of(outcome)}


@pytest.mark.parametrize("rule", NAMES)
def test_a_draft_shows_the_same_whatever_the_internal_fields_hold(rule: str) -> None:
    """Neither that an internal fact is there nor that it is absent can be seen in what a draft shows."""
    outcome = outcome_of(module(rule).BAD)
    assert outcome.register is not None
    full = filled(outcome.register)
    there = {(one.rule, one.at) for one in judge(Facts(register=full, today=TODAY))}

    shown = {(one.rule, one.where) for one in notes_of(outcome)}

    assert shown - there == set()
    assert public(full) == public(outcome.register)


def filled(register: Register) -> Register:
    """The register with something in every internal field that is absent and can hold a text, a date or a period."""
    kinds = {
        kind: {ident: _filled(noun_of(cls), one) for ident, one in register.of_kind(kind).items()}
        for kind, cls in KINDS.items()
    }
    return replace(register, **kinds)


def _filled(shape: Shape, value: Any) -> Any:
    if isinstance(shape, Scalar) or value is None:
        return value
    if isinstance(shape, Many):
        return tuple(_filled(shape.of, one) for one in value)
    if isinstance(shape, ByKey):
        return {key: _filled(shape.of, one) for key, one in value.items()}
    changes = {}
    for field in shape.fields.values():
        below = getattr(value, field.name)
        if not field.internal:
            changes[field.name] = _filled(field.shape, below)
        elif below == field.default:
            changes[field.name] = _something(field.shape, below)
    return replace(value, **changes)


def _something(shape: Shape, absent: Any) -> Any:
    """A value for an internal field."""
    if isinstance(shape, Scalar) and shape.python is str and not shape.word and not shape.reference:
        form = shape.form.name if shape.form else "text"
        return {"text": "Dossier 7", "prose": "Dossier 7", "date": "2026-10-01", "period": "12 months"}.get(
            form, absent
        )
    if isinstance(shape, Noun):
        given = {one.name: _something(one.shape, one.default) for one in shape.fields.values()}
        demanded = [one for one in shape.fields.values() if one.required]
        return absent if any(given[one.name] is None for one in demanded) else shape.cls(**given)
    return absent
