"""Waivers: silence only with a reason, for a rule that admits it, about what it finds, for a year at most."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from program import DATE, SAMPLES

from deskprivacy.finding import Severity
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

WAIVER = """known:
  rule: RULE
  about: ABOUT
  reason: Nous l’avons pesé.
  by: gérante
  until: UNTIL
"""
BASIS = "contract-basis-for-marketing"


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    """The bakery, whose newsletter rests on the contract: one finding of judgement."""
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    path = register / "purposes.yaml"
    text = path.read_text(encoding="utf-8")
    head, _, _ = text.partition("  legal_basis:\n    basis: consent")
    path.write_text(head + "  legal_basis: contract\n  choice: Vous nous appelez.\n", encoding="utf-8")
    return register


def rules(
    register: Path, rule: str = BASIS, about: str = "purposes/newsletter.legal_basis", until: str = "2027-06-30"
) -> list[str]:
    text = WAIVER.replace("RULE", rule).replace("ABOUT", about).replace("UNTIL", until)
    (register / "waivers.yaml").write_text(text, encoding="utf-8")
    return [one.finding.rule for one in validate(register, schemas(), date.fromisoformat(DATE)).reported]


def test_a_waiver_silences_what_it_is_about(bakery: Path) -> None:
    assert rules(bakery) == []
    assert rules(bakery, about="purposes/*.legal_basis") == []
    assert rules(bakery, until=DATE) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"about": "purposes/order-preparation.legal_basis"}, {BASIS, "unused-waiver"}),
        ({"until": "2026-11-21"}, {BASIS, "expired-waiver"}),
        ({"until": "2028-01-01"}, {"waiver-too-long"}),
        ({"rule": "contract-basis-for-marketting"}, {BASIS, "unknown-rule"}),
        ({"rule": "unused-entity", "about": "purposes/newsletter"}, {BASIS, "unwaivable-rule"}),
    ],
)
def test_a_waiver_that_is_none_is_a_finding(bakery: Path, change: dict[str, str], expected: set[str]) -> None:
    assert set(rules(bakery, **change)) == expected


def test_a_waiver_without_a_reason_is_refused(bakery: Path) -> None:
    (bakery / "waivers.yaml").write_text(
        f"known:\n  rule: {BASIS}\n  about: purposes/newsletter\n  by: gérante\n  until: 2027-06-30\n", encoding="utf-8"
    )

    found = validate(bakery, schemas(), date.fromisoformat(DATE)).reported

    assert [one.finding.rule for one in found] == ["missing-key"]


def test_a_severity_of_a_rule_that_does_not_exist_is_a_finding(bakery: Path) -> None:
    with (bakery / "register.yaml").open("a", encoding="utf-8") as file:
        file.write("severities:\n  contract-basis:\n    severity: info\n    reason: Essai\n")

    assert "unknown-rule" in rules(bakery)


@pytest.mark.parametrize("file", ["waivers.yaml", "open_questions.yaml"])
@pytest.mark.parametrize(
    ("content", "rule", "line"),
    [(b"known:\n  rule: [\n", "unclosed-bracket", 2), (b"", "empty-file", 1), (b"\xff\xfe", "not-utf-8", 1)],
)
def test_a_side_file_that_cannot_be_read_is_the_one_error(
    bakery: Path, file: str, content: bytes, rule: str, line: int
) -> None:
    """What it might have excused is no error, and is not told where it might have been accepted."""
    (bakery / file).write_bytes(content)

    found = validate(bakery, schemas(), date.fromisoformat(DATE)).reported
    errors = [one for one in found if one.severity is Severity.ERROR and one.place.file == file]
    others = [one for one in found if one not in errors]

    assert [(one.finding.rule, one.place.file, one.place.line) for one in errors] == [(rule, file, line)]
    if file == "open_questions.yaml":
        assert [(one.finding.rule, one.severity) for one in others] == [
            ("contract-basis-for-marketing", Severity.WARNING)
        ]
    elif rule == "not-utf-8":
        assert not others


def test_a_waiver_in_a_broken_file_still_accepts(bakery: Path) -> None:
    (bakery / "waivers.yaml").write_text("known:\n  rule: contract-basis-for-marketing\n  about: [\n", encoding="utf-8")

    found = validate(bakery, schemas(), date.fromisoformat(DATE)).reported

    assert [one.finding.rule for one in found] == ["unclosed-bracket"]
