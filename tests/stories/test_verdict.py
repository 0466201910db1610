"""Severity, questions and fingerprints: what becomes of a finding when it is shown."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from program import DATE, SAMPLES

from deskprivacy.finding import Finding, Place, Reported, Severity
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.stories.verdict import Verdict

TODAY = date.fromisoformat(DATE)


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))


def add(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def remove(path: Path, text: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert text in before
    path.write_text(before.replace(text, ""), encoding="utf-8")


def only(register: Path) -> Reported:
    (found,) = validate(register, schemas(), TODAY).reported
    return found


QUESTION = """firm:
  question: Quelle raison sociale ?
  about: [controllers/aubepine.name]
  status: unknown
  ask: gérante
  due: 2027-01-15
"""


def test_a_gap_is_an_error_and_an_asked_gap_a_warning(bakery: Path) -> None:
    remove(bakery / "controllers.yaml", "  name: Boulangerie Aubépine SARL\n")
    assert only(bakery).severity is Severity.ERROR

    add(bakery / "open_questions.yaml", QUESTION)

    assert only(bakery).severity is Severity.WARNING
    assert only(bakery).question == "firm"


def test_no_question_excuses_what_a_published_notice_would_print(bakery: Path) -> None:
    remove(bakery / "controllers.yaml", "  name: Boulangerie Aubépine SARL\n")
    add(bakery / "open_questions.yaml", QUESTION)
    notice = bakery / "notices" / "customers.yaml"
    notice.write_text(notice.read_text(encoding="utf-8").replace("draft", "published"), encoding="utf-8")

    assert only(bakery).severity is Severity.ERROR


def test_a_question_about_a_fact_that_is_there_is_a_finding(bakery: Path) -> None:
    add(bakery / "open_questions.yaml", QUESTION)

    assert only(bakery).finding.rule == "answered-question"


def test_a_proposed_fact_that_is_absent_is_a_finding(bakery: Path) -> None:
    add(bakery / "open_questions.yaml", QUESTION.replace("unknown", "proposed").replace("name]", "parent]"))

    assert only(bakery).finding.rule == "question-without-fact"


def test_an_overdue_question_is_a_warning(bakery: Path) -> None:
    add(bakery / "open_questions.yaml", QUESTION.replace("unknown", "proposed").replace("2027-01-15", "2026-11-21"))

    assert only(bakery).finding.rule == "overdue-question"
    assert only(bakery).severity is Severity.WARNING


def test_a_severity_can_be_changed_with_a_reason(bakery: Path) -> None:
    remove(bakery / "controllers.yaml", "  name: Boulangerie Aubépine SARL\n")
    add(bakery / "register.yaml", "severities:\n  controller-name-missing:\n    severity: info\n    reason: Essai\n")

    assert only(bakery).severity is Severity.INFO


def test_a_fingerprint_outlives_moved_lines_and_follows_the_fact(bakery: Path) -> None:
    remove(bakery / "controllers.yaml", "  name: Boulangerie Aubépine SARL\n")
    before = only(bakery)
    path = bakery / "controllers.yaml"
    path.write_text("# Une ligne de plus\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = only(bakery)

    assert after.place.line == before.place.line + 2
    assert after.fingerprint == before.fingerprint


def test_an_address_that_leads_nowhere_is_a_finding(bakery: Path) -> None:
    add(bakery / "open_questions.yaml", QUESTION.replace("aubepine", "aubepin"))

    assert only(bakery).finding.rule == "unknown-address"
    assert only(bakery).finding.values["suggestion"] == "controllers/aubepine.name"


def test_an_entity_that_nothing_uses_is_a_warning(bakery: Path) -> None:
    add(bakery / "sources.yaml", "till:\n  name: Caisse\n  origin: observed\n")

    assert only(bakery).finding.rule == "unused-entity"
    assert only(bakery).severity is Severity.WARNING
    assert (only(bakery).place.file, only(bakery).place.line) == ("sources.yaml", 4)


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "suggestion"),
    [
        (
            "activities/orders.yaml",
            "purposes: [order-preparation, newsletter]\ndata_",
            "purposes: [order-preparaton, newsletter]\ndata_",
            "unknown-reference",
            "order-preparation",
        ),
        (
            "activities/orders.yaml",
            "data: [contact-details]",
            "data: [contact-details/phone-numbr]",
            "unknown-item",
            "contact-details/phone-number",
        ),
        ("retention_rules.yaml", "last-purchase", "last-purchas", "unknown-event", "last-purchase"),
        ("notices/customers.yaml", "covers: all", "covers: [order]", "unknown-reference", "orders"),
    ],
)
def test_an_unknown_reference_names_the_nearest(
    bakery: Path, file: str, old: str, new: str, rule: str, suggestion: str
) -> None:
    path = bakery / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    found = [one for one in validate(bakery, schemas(), TODAY).reported if one.finding.rule == rule]

    assert [one.finding.values["suggestion"] for one in found] == [suggestion]


def test_entries_that_nothing_tells_apart_are_a_finding(bakery: Path) -> None:
    path = bakery / "purposes.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("legal_basis: contract", "legal_basis:\n    - basis: contract\n    - basis: consent"),
        encoding="utf-8",
    )

    assert only(bakery).finding.rule == "indistinct-entries"


def fingerprints(register: Path) -> dict[str, str]:
    return {
        f"{one.finding.rule} {one.address}": one.fingerprint for one in validate(register, schemas(), TODAY).reported
    }


def test_a_fingerprint_stays_when_lines_move_and_others_come_before_it(bakery: Path) -> None:
    remove(bakery / "controllers.yaml", "  name: Boulangerie Aubépine SARL\n")
    before = fingerprints(bakery)
    for path in bakery.rglob("*.yaml"):
        path.write_text("# une ligne de plus\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    remove(bakery / "activities" / "orders.yaml", "measures: [locked-till]\n")

    after = fingerprints(bakery)
    assert len(set(after.values())) == len(after) > len(before)
    assert before.items() <= after.items()


def test_so_does_that_of_a_file_that_cannot_be_read(bakery: Path) -> None:
    path = bakery / "measures.yaml"
    add(path, "x: 'a\n")
    before = [one.fingerprint for one in validate(bakery, schemas(), TODAY).reported if one.place.file == path.name]
    path.write_text("# une ligne de plus\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    after = [one.fingerprint for one in validate(bakery, schemas(), TODAY).reported if one.place.file == path.name]
    assert before == after != []


def test_names_that_a_finding_joins_have_no_order_in_its_fingerprint() -> None:
    def print_of(names: object) -> str:
        finding = Finding(rule="unused-entity", at=Place("a.yaml"), values={"names": names, "word": "x"})  # type: ignore[dict-item]
        swapped = replace(finding, values=dict(reversed(finding.values.items())))
        assert verdict.on([swapped])[0].fingerprint == verdict.on([finding])[0].fingerprint
        return verdict.on([finding])[0].fingerprint

    verdict = Verdict(validate(SAMPLES / "bakery", schemas(), TODAY).loaded, frozenset(), TODAY)

    assert print_of(("a", "b")) == print_of(("b", "a")) != print_of(("a", "c"))
    assert print_of("a, b") == print_of("b, a") != print_of("a, c")
