"""Lawful registers raise no false finding, and their twins, at fault by one fact, still raise it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from program import DATE
from samples.examples import lay_over

from deskprivacy.finding import Severity
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate


class Case(NamedTuple):
    """A rule, pieces laid over the bakery, and the words that make them lawful, or not.

    `errors`: what is lawful may still raise a doubt; only an error would be false.
    """

    rule: str
    pieces: str
    lawful: str | tuple[str, ...]
    faulty: str | tuple[str, ...]
    errors: bool = False


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

TOKEN = """
# data_categories.yaml
contact-details:
  name: Accès à votre banque
  cnil_family: economic-financial
  sources: [order-form]
  items:
    name: {{name: Nom}}
    access:
      name: {}
      tags: [secret]
"""

PROVIDERS = """
# commitments.yaml
promise:
  sentence: Nos prestataires n’agissent que sur nos instructions.
  asserts: processors-only-on-instruction
  status: kept
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
commitments: [promise]
# recipients.yaml
till-provider:
  name: Banque ou messagerie
  role: controller
  sector: {}
  country: FR
  transfer: []
"""

WRITTEN_TO = """
# data_subjects.yaml
customers:
  name: {}
  minors:
    status: excluded
# purposes.yaml
newsletter:
  name: Annoncer nos manuels de boulangerie
  kind: marketing
  legal_basis:
    basis: legitimate-interests
    interest: proposer des livres du métier
    assessment:
      document: Mise en balance n° 1
    channels: [email]
  choice: Suivez le lien en bas de chaque message.
"""

PUBLISHED = """
# purposes.yaml
order-preparation:
  name: {}
  kind: {}
  legal_basis:
    basis: legitimate-interests
    interest: informer
    assessment:
      document: Charte
# data_categories.yaml
interviews:
  name: Entretiens
  cnil_family: personal-life
  sources: [order-form]
  items:
    opinion:
      name: Opinions exprimées
      {}
# activities/orders.yaml
name: Entretiens
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  interviews: {}
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

CHILDREN = """
# purposes.yaml
drawing-contest:
  name: Organiser un concours de dessins
  kind: contest
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la case.
    proof: Bulletins conservés
# data_subjects.yaml
visitors:
  name: Visiteurs
  minors: {}
# sources.yaml
web-form:
  name: Notre formulaire en ligne
  origin: data-subject
  url: https://aubepine.example/concours
# activities/menus.yaml
name: Concours de dessins
purposes: [drawing-contest]
data_subjects: [visitors]
sources: [web-form]
retention: one-year
required: optional
data:
  contact-details:
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
    "token-for-a-bank": Case(
        "recoverable-secret",
        TOKEN,
        "Jeton d’accès à votre banque, déchiffrable par notre serveur seul",
        "Mot de passe déchiffrable",
    ),
    "token-never-in-clear": Case("recoverable-secret", TOKEN, "Jeton réversible", "Jeton gardé en clair"),
    "bank-is-no-provider": Case("independent-recipient-despite-promise", PROVIDERS, "bank", "mailing"),
    "at-their-work": Case(
        "electronic-marketing-without-consent",
        WRITTEN_TO,
        "Boulangers, à leur adresse professionnelle",
        "Professionnels et particuliers",
    ),
    "press": Case(
        "special-data-without-condition",
        PUBLISHED,
        ("Publier nos enquêtes de presse", "publication", "special: political-opinions", ""),
        ("Annoncer les réunions", "publication", "special: political-opinions", ""),
    ),
    "press-and-offences": Case(
        "offence-data-without-law",
        PUBLISHED,
        ("Nos reportages", "publication", "criminal: true", ""),
        ("Nos reportages", "support", "criminal: true", ""),
    ),
    "expression-claimed": Case(
        "special-data-without-condition",
        PUBLISHED,
        ("Dire", "publication", "special: health", "{condition: {ground: 85-expression, reason: Portraits}}"),
        ("Dire", "publication", "special: health", "{condition: {ground: 10-law, reason: Portraits}}"),
    ),
    "stricter-age": Case(
        "minor-consents-too-young",
        CHILDREN,
        "{status: targeted, age: 16, consent: parent}",
        "{status: targeted, age: 14, consent: parent}",
    ),
    "rule-of-another-kind": Case(
        "minor-consents-too-young",
        CHILDREN,
        "{status: possible, age: 12, consent: own}",
        "{status: targeted, age: 12, consent: own}",
        errors=True,
    ),
}


def rules_of(case: Case, words: str | tuple[str, ...], folder: Path) -> set[str]:
    """The rules that speak of the case; where only errors would be false, those that find one."""
    pieces = case.pieces.format(*((words,) if isinstance(words, str) else words))
    outcome = validate(lay_over(pieces, folder), schemas(), date.fromisoformat(DATE))
    assert outcome.register is not None, [one.finding for one in outcome.reported]
    errors = {Severity.ERROR} if case.errors else set(Severity)
    return {one.finding.rule for one in outcome.reported if one.severity in errors}


@pytest.mark.parametrize("name", CASES)
def test_a_lawful_register_raises_no_false_finding(name: str, tmp_path: Path) -> None:
    assert CASES[name].rule not in rules_of(CASES[name], CASES[name].lawful, tmp_path)


@pytest.mark.parametrize("name", CASES)
def test_its_twin_at_fault_still_raises_it(name: str, tmp_path: Path) -> None:
    assert CASES[name].rule in rules_of(CASES[name], CASES[name].faulty, tmp_path)
