"""What is asked by a question, a rule or a waiver is never said to be «not required here», wherever a field stands."""

from __future__ import annotations

import pytest
from render.club import changed, club, lines, plain, section, within

from deskprivacy.render.document import Document, Table, walk

FRENCH, ENGLISH = "fr", "en"
WORDS = {
    FRENCH: {
        "question": "non déclaré (question {})",
        "rule": "non déclaré (voir les constats ouverts)",
        "waiver": "non déclaré (accepté par une dérogation)",
        "contract": "non déclaré (à demander avec le contrat)",
        "nobody": "non déclaré (non exigé ici)",
    },
    ENGLISH: {
        "question": "not declared (question {})",
        "rule": "not declared (see the open findings)",
        "waiver": "not declared (accepted by a waiver)",
        "contract": "not declared (to be asked with the contract)",
        "nobody": "not declared (not required here)",
    },
}
CONTRACT = """contrat-ovh:
  question: Où est notre contrat de sous-traitance avec OVH ?
  about: [recipients/ovh.contract]
  status: unknown
  ask: trésorier
  due: 2027-01-15
"""
WAIVER = """attente:
  rule: processor-without-contract
  about: recipients/ovh.contract
  reason: Le contrat est chez le notaire.
  by: Le bureau
  until: 2027-01-15
"""
languages = pytest.mark.parametrize("language", [FRENCH, ENGLISH])


def contracts(register: Document, name: str) -> list[str]:
    """The row of a recipient in the annex of contracts."""
    tables = (one for one in walk(section(register, "annex-contracts").blocks) if isinstance(one, Table))
    return [line for table in tables for row in table.rows if name in within(row[0]) for line in within(sum(row, ()))]


@languages
def test_what_a_question_asks_for_says_so(language: str) -> None:
    register, words = club(language).register, WORDS[language]

    assert words["question"].format(1) in contracts(register, "OVH SAS")
    assert any(line.endswith(words["question"].format(2)) for line in contracts(register, "Google"))
    assert any(line.endswith(words["question"].format(3)) for line in lines(register))


@languages
def test_the_processors_of_a_processor_are_asked_for_with_its_contract(language: str) -> None:
    ovh = contracts(club(language).register, "OVH SAS")

    assert any(line.endswith(WORDS[language]["contract"]) for line in ovh)
    assert WORDS[language]["nobody"] not in ovh


@languages
def test_what_a_rule_asks_for_says_so_where_nobody_was_asked(language: str) -> None:
    register = changed({"open_questions.yaml": (CONTRACT, "")}, language).register

    assert WORDS[language]["rule"] in contracts(register, "OVH SAS")


@languages
def test_an_assessment_that_a_rule_asks_for_says_so(language: str) -> None:
    sheet = within(section(club(language).register, "activity-adhesions").blocks)

    assert WORDS[language]["rule"] in sheet


@languages
def test_what_a_waiver_accepts_says_so(language: str) -> None:
    register = changed({"open_questions.yaml": (CONTRACT, ""), "waivers.yaml": ("", WAIVER)}, language).register

    assert WORDS[language]["waiver"] in contracts(register, "OVH SAS")


@languages
def test_what_nobody_asks_for_still_says_that(language: str) -> None:
    (row,) = (
        within(cell)
        for table in walk(section(club(language).register, "activity-lettre").blocks)
        if isinstance(table, Table)
        for label, cell in table.rows
        if within(label) == [WORDS[language]["nobody"].capitalize()]
    )
    assert row


@languages
def test_a_question_about_all_of_an_entity_asks_for_none_of_its_fields(language: str) -> None:
    whole = {"open_questions.yaml": ("recipients/ovh.contract", "recipients/ovh")}

    assert WORDS[language]["question"].format(1) not in contracts(changed(whole, language).register, "OVH SAS")


def test_a_link_leads_to_the_question() -> None:
    register = club(FRENCH).register
    runs = [run for one in walk(register.blocks) for run in getattr(one, "content", ())]
    (link,) = {run.link for run in runs if plain((run,)) == "non déclaré (question 1)"}

    assert link == "#question-contrat-ovh"
