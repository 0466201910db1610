"""The golden files: findings as a person reads them, and the views of a complete small register."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from program import DATE, ROOT, SAMPLES, Run

from deskprivacy.duty.coverage import coverage
from deskprivacy.model.public import public
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.render.register import Checked, coverage_document, register_document
from deskprivacy.resources import schemas, templates
from deskprivacy.stories.validate import Outcome, validate
from deskprivacy.words.speech import speech


def test_the_findings_of_deskmanager(golden) -> None:  # type: ignore[no-untyped-def]
    """One finding a line: its severity, rule and address, and the letter that asks for it."""
    outcome = validate(ROOT / "register", schemas(), date.fromisoformat(DATE))
    lines = [
        f"{one.severity.word} {one.finding.rule} {one.address or one.place.file} {one.question or '-'}\n"
        for one in outcome.reported
    ]

    golden("deskmanager.findings.txt", "".join(lines))


@pytest.fixture(scope="module")
def bakery() -> Outcome:
    return validate(SAMPLES / "bakery", schemas(), date.fromisoformat(DATE))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_findings(golden, deskprivacy: Run, language: str) -> None:  # type: ignore[no-untyped-def]
    done = deskprivacy("validate", "faulty", "--date", DATE, "--lang", language, cwd=SAMPLES)

    golden(f"faulty.{language}.txt", done.stdout)


def test_the_view_of_a_notice(golden, bakery: Outcome) -> None:  # type: ignore[no-untyped-def]
    assert bakery.register is not None
    view = notice_document(public(bakery.register), "customers", bakery.gaps, speech("fr"))

    golden("bakery.notice.fr.json", json.dumps(view.as_data(), ensure_ascii=False, indent=1) + "\n")


def test_the_page_of_a_notice(golden, bakery: Outcome) -> None:  # type: ignore[no-untyped-def]
    assert bakery.register is not None
    view = notice_document(public(bakery.register), "customers", bakery.gaps, speech("fr"))

    golden("bakery.notice.fr.html", to_html(view, templates()))


def test_the_view_of_a_register(golden, bakery: Outcome) -> None:  # type: ignore[no-untyped-def]
    assert bakery.register is not None
    view = register_document(bakery.register, bakery.gaps, speech("fr"))

    golden("bakery.register.fr.json", json.dumps(view.as_data(), ensure_ascii=False, indent=1) + "\n")
    golden("bakery.register.fr.html", to_html(view, templates()))


def test_the_view_of_the_coverage(golden, bakery: Outcome) -> None:  # type: ignore[no-untyped-def]
    assert bakery.register is not None
    checked = Checked(covered=coverage(bakery.register))
    view = coverage_document(bakery.register, bakery.gaps, speech("fr"), checked)

    golden("bakery.coverage.fr.html", to_html(view, templates()))


def test_no_golden_file_is_forgotten() -> None:
    named = Path(__file__).read_text(encoding="utf-8")

    for path in Path(__file__).parent.glob("bakery.*"):
        assert path.name in named
