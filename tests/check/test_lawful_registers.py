"""Lawful registers raise no false finding, and their twins, at fault by one fact, still raise it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from program import DATE
from samples.examples import lay_over

from deskprivacy.check.facts import Facts
from deskprivacy.check.rules import judge
from deskprivacy.duty.gaps import findings, gaps
from deskprivacy.load import load
from deskprivacy.resources import schemas


class Case(NamedTuple):
    """A rule, pieces laid over the bakery, and the words that make them lawful, or not."""

    rule: str
    pieces: str
    lawful: str
    faulty: str


NOTICE = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: {}
"""

HOST = """
# recipients.yaml
till-provider:
  name: Hébergeur américain
  role: processor
  country: US
  contract: {{article: 28, document: DPA}}
  sub_processors: []
  certifications: [Data Privacy Framework]
  transfer:
    countries: [US]
    mechanism: {}
"""

OFFENCES = """
# purposes.yaml
order-preparation:
  name: Constater les infractions au stationnement
  kind: public-service
  legal_basis:
    {}
# data_categories.yaml
reports:
  name: Procès-verbaux
  cnil_family: personal-life
  sources: [order-form]
  items:
    offence:
      name: Infraction constatée
      criminal: true
# activities/orders.yaml
name: Procès-verbaux
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  reports: {{purposes: [order-preparation]}}
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""


CASES = {
    "no-silence": Case(
        "changes-by-silence",
        NOTICE,
        "Aucun silence ne vaut acceptation de nos changements.",
        "Le silence vaut acceptation de nos changements.",
    ),
    "silence-never": Case(
        "changes-by-silence",
        NOTICE,
        "Votre silence ne vaut jamais acceptation d’un changement de cette notice.",
        "Votre silence vaut acceptation d’un changement de cette notice.",
    ),
    "we-never-hold": Case(
        "acceptance-by-use",
        NOTICE,
        "Nous ne considérons jamais que continuer à utiliser le site vaut acceptation.",
        "Nous considérons que continuer à utiliser le site vaut acceptation.",
    ),
    "clauses-that-stand-by": Case("transfer-copy-missing", HOST, "[dpf, scc]", "[scc]"),
    "official-authority": Case(
        "offence-data-without-law",
        OFFENCES,
        "{basis: public-task, text: 'CGCT, art. L2212-5'}",
        "{basis: legitimate-interests, interest: nous protéger}",
    ),
}


def rules_of(case: Case, words: str, folder: Path) -> set[str]:
    register = load(lay_over(case.pieces.format(words), folder), schemas()).register
    assert register is not None
    found = [*findings(gaps(register)), *judge(Facts(register=register, today=date.fromisoformat(DATE)))]
    return {finding.rule for finding in found}


@pytest.mark.parametrize("name", CASES)
def test_a_lawful_register_raises_no_false_finding(name: str, tmp_path: Path) -> None:
    assert CASES[name].rule not in rules_of(CASES[name], CASES[name].lawful, tmp_path)


@pytest.mark.parametrize("name", CASES)
def test_its_twin_at_fault_still_raises_it(name: str, tmp_path: Path) -> None:
    assert CASES[name].rule in rules_of(CASES[name], CASES[name].faulty, tmp_path)
