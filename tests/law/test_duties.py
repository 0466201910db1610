"""The duties against the law: no letter without a row, and rows that a lawyer and a DPO can read."""

from __future__ import annotations

import re
import string

import pytest

from deskprivacy.finding import Severity
from deskprivacy.law.files import data
from deskprivacy.law.reader import LANGUAGES, Duty, duties, duty, letters, rule, structure

every_duty = pytest.mark.parametrize("row", duties(), ids=lambda row: row.rule)

REQUIRED = {"law", "of", "field", "severity", "title", "needed", "message", "help"}
KEYS = REQUIRED | {"when", "block", "sheet", "once", "sought_in"}


def _letters(article: str, last: str) -> set[str]:
    return {f"{article}({letter})" for letter in string.ascii_lowercase[: string.ascii_lowercase.index(last) + 1]}


# What the articles hold, letter by letter, from the text of the Regulation.
ASKED = (
    _letters("GDPR 13(1)", "f")
    | _letters("GDPR 13(2)", "f")
    | _letters("GDPR 14(1)", "f")
    | _letters("GDPR 14(2)", "g")
    | {"GDPR 26(1)", "GDPR 26(2)"}
    | _letters("GDPR 30(1)", "g")
    | _letters("GDPR 30(2)", "d")
    | {"LIL 82"}
)


@pytest.mark.parametrize("letter", sorted(ASKED))
def test_every_letter_has_a_row(letter: str) -> None:
    assert any(letter in row.law for row in duties())


def test_the_letters_cited_are_the_letters_described() -> None:
    assert {letter for row in duties() for letter in row.law} == set(letters())
    assert set(letters()) >= ASKED


def test_every_row_has_known_keys_only() -> None:
    for name, row in data("duties")["duties"].items():
        assert set(row) <= KEYS, name
        assert set(row) >= REQUIRED, name


@every_duty
def test_a_rule_is_named_after_its_fault(row: Duty) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*-(missing|undeclared)", row.rule)
    assert row.rule not in structure()
    assert duty(row.rule) is row
    assert rule(row.rule) is row


@every_duty
def test_a_row_speaks_both_languages_with_the_same_values(row: Duty) -> None:
    for texts in (row.title, row.message, row.help, row.needed):
        assert set(texts) == set(LANGUAGES)
        assert all(texts.values())
    fields = [{name for _, name, _, _ in string.Formatter().parse(row.message[one]) if name} for one in LANGUAGES]
    assert fields[0] == fields[1] <= {"name", "activity", "outside_country"}


@every_duty
def test_a_row_never_judges(row: Duty) -> None:
    for text in _texts(row):
        assert not re.search(r"conforme|compliant|violation|breach|infring|illégal|illegal", text, re.IGNORECASE)


@every_duty
def test_a_row_is_set_like_the_others(row: Duty) -> None:
    """No capital, no full stop, typographic quotes: a reporter sets the sentence, a document its mark."""
    for text in _texts(row):
        assert not re.match(r"[A-ZÀÉ]", text)
        assert not text.endswith(".")
        assert "'" not in text
        assert '"' not in text
        assert text == " ".join(text.split(" "))
    for french in (row.title["fr"], row.message["fr"], row.help["fr"], row.needed["fr"]):
        assert french.count("«") == french.count("»")
        assert not re.search(r"[^\s`][;?!»]|«\S", french)


@every_duty
def test_the_french_mark_is_a_noun_with_its_article(row: Duty) -> None:
    assert re.match(r"(le|la|les|un|une) |l’", row.needed["fr"])


@every_duty
def test_the_help_names_a_key_to_write(row: Duty) -> None:
    keys = {key for field in row.fields for key in field.split(".")}
    for help_text in row.help.values():
        written = {word for quoted in re.findall(r"`([^`]+)`", help_text) for word in re.split(r"[^a-z_]+", quoted)}

        assert written & keys


def test_soft_law_is_never_an_error() -> None:
    """What only guidelines, «where possible» or «may» ask for: a warning at most."""
    soft = {
        "controller-contact-missing",
        "representative-missing",
        "authority-missing",
        "controller-address-missing",
        "dpo-missing",
        "arrangement-missing",
        "joint-recipient-arrangement-missing",
        "data-purpose-missing",
        "automated-decision-undeclared",
        "exempt-tracker-lifetime-missing",
        "exempt-tracker-refusal-missing",
        "arrangement-contact-missing",
        "legal-text-missing",
        "retention-start-missing",
        "recipient-role-missing",
        "disclosure-purpose-missing",
        "disclosure-data-missing",
        "activity-measure-missing",
        "measure-description-missing",
        "activity-tracker-undeclared",
        "controller-country-missing",
        "onward-transfer-undeclared",
    }

    assert {row.rule for row in duties() if row.severity < Severity.ERROR} == soft


def _texts(row: Duty) -> list[str]:
    return [text for texts in (row.title, row.message, row.help, row.needed) for text in texts.values()]
