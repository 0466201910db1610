"""No error rests on what was not read in an official text: every rule and duty, every country, every row of doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from program import DATE
from samples.examples import lay_over

from deskprivacy.check.rules import rules
from deskprivacy.finding import RuleText, Severity
from deskprivacy.law.files import parsed
from deskprivacy.law.reader import countries, duties
from deskprivacy.law.texts import in_doubt, in_force, text
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

TODAY = date.fromisoformat(DATE)
ERRORS = {one.rule: one for one in (*rules().values(), *duties()) if one.severity is Severity.ERROR}
INSIDE = sorted(countries().eea)

# Tables with rows of doubt by which rules of severity error judge, and what keeps their rows from making an error.
HELD = {
    "adequacy": "only the exclusions of Korea were not read: a warning",
    "direct-marketing": "the rows in doubt are of rules that warn, or excuse",
    "minors": "an age that was not read is a warning, down to the lowest that GDPR 8(1) allows",
    "special-data": "freedom of expression excuses; the number of the State is another rule’s",
    "texts": "what each citation stands on: the test above",
    "tracker-exemptions": "the rows in doubt exempt",
}


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_stands_on_a_text_that_binds_and_was_read(name: str) -> None:
    assert not in_doubt(ERRORS[name].law), ERRORS[name].law
    assert ERRORS[name].law


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_has_law_in_every_country(name: str) -> None:
    for country in INSIDE:
        assert in_force(ERRORS[name].law, {country}, TODAY), country


def _said(rule: RuleText) -> Iterator[str]:
    """The articles and judgments of which its words speak as what asks."""
    for words in (rule.title, rule.message):
        for found in re.finditer(r"GDPR (\d+)|CNIL (?:SAN-)?\d{4}-\d+|\bC-\d+/\d\d\b", words["en"]):
            yield found[0]


@pytest.mark.parametrize("name", ERRORS)
def test_what_a_message_cites_is_among_the_texts_of_its_rule(name: str) -> None:
    law = " | ".join(ERRORS[name].law)

    assert [one for one in _said(ERRORS[name]) if not re.search(re.escape(one) + r"(?!\d)", law)] == []


def _in_doubt(node: Any) -> bool:
    if isinstance(node, dict):
        return "doubt" in node or any(_in_doubt(one) for one in node.values())
    return isinstance(node, list) and any(_in_doubt(one) for one in node)


def test_every_table_of_doubt_by_which_errors_are_judged_is_held() -> None:
    tables = {name: table for name, table in parsed("tables").items() if table["file"] != "lexicons"}
    judged = {
        name
        for name, table in tables.items()
        if _in_doubt(parsed(table["file"])) and any(one in ERRORS for one in table["rules"])
    }

    assert judged == set(HELD)


@pytest.mark.parametrize(
    "citation", ["LIL 6", "LIL 46", "LIL 80", "CPCE L34-5", "CNIL 2026-042", "CNIL 2021-131", "CNIL 2019-118"]
)
def test_what_was_not_read_or_does_not_bind_says_so(citation: str) -> None:
    assert {"doubt", "soft"} & set(text(citation))
    assert in_doubt([citation])


KOREA = """
# recipients.yaml
till-provider:
  name: Bureau d’information
  role: controller
  sector: credit-reference
  country: {country}
  transfer:
    countries: [{country}]
    mechanism: adequacy
"""


def test_what_a_decision_leaves_out_by_memory_is_a_warning(tmp_path: Path) -> None:
    outcome = validate(lay_over(KOREA.format(country="KR"), tmp_path), schemas(), TODAY)

    assert {one.finding.rule: one.severity for one in outcome.reported}["adequacy-outside-its-scope"] is (
        Severity.WARNING
    )


def test_nobody_is_at_fault_by_a_law_that_does_not_hold_there(tmp_path: Path) -> None:
    """A Polish register: the national law on trackers was not read, so nothing about trackers alone is an error."""
    pieces = """
# controllers.yaml
aubepine:
  name: Piekarnia
  address: ul. Lipowa 3, Warszawa
  country: PL
  contact: {email: a@b.example}
  dpo: {designated: false}
  rights: {contact: {email: a@b.example}}
# trackers.yaml
counter:
  name: Compteur
# activities/site.yaml
name: Site
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: [counter]
measures: [locked-till]
automated_decisions: []
"""
    outcome = validate(lay_over(pieces, tmp_path), schemas(), TODAY)
    found = {one.finding.rule: one.severity for one in outcome.reported}

    assert found["tracker-consent-missing"] is Severity.WARNING
    assert found["tracker-purpose-missing"] is Severity.ERROR, "GDPR 13(1)(c) asks as well"
