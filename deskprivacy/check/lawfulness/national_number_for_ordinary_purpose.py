"""The social-security number serves a purpose for which no decree is known to allow it."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.national_number import country, ordinary_kinds, since

RULE = Rule(
    rule="national-number-for-ordinary-purpose",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("LIL 30", "décret 2019-341", "GDPR 87"),
    checked="2026-11-22",
    title={
        "en": "a national identification number serves an ordinary purpose",
        "fr": "un numéro national d’identification sert à une finalité ordinaire",
    },
    message={
        "en": (
            "“{activity}”: the national number ({items}) serves “{purpose}”; a decree lists its uses, and none "
            "of this sort is known"
        ),
        "fr": (
            "« {activity} » : le numéro national ({items}) sert à « {purpose} » ; un décret énumère ses usages, "
            "et aucun de cette sorte n’y est connu"
        ),
    },
    help={
        "en": "leave the number out of that line of `data`; if a text allows it, name it in a waiver",
        "fr": "retirez ce numéro de cette ligne de `data` ; si un texte le permet, nommez-le dans une dérogation",
    },
    why={
        "en": "One number that opens every file lets anybody join all that is known of a person.",
        "fr": "Un numéro commun à tous les fichiers permet de rapprocher tout ce qui est su d’une personne.",
    },
    asks={
        "en": (
            "The number may be used only by the bodies and for the purposes that a decree lists: pay and social "
            "protection, health, tax, statistics and a few others."
        ),
        "fr": (
            "Ce numéro ne peut servir qu’aux organismes et aux fins qu’un décret énumère : paie et protection "
            "sociale, santé, impôt, statistique et quelques autres."
        ),
    },
    mend={
        "en": "Use a number of your own; ask for this one only when a text obliges you to hand it on.",
        "fr": "Employez votre propre numéro ; ne demandez celui-ci que si un texte vous oblige à le transmettre.",
    },
    justified={
        "en": "An entry of the decree covers your body and this purpose: cite it.",
        "fr": "Une entrée du décret vise votre organisme et cette finalité : citez-la.",
    },
)

BAD = """
# data_categories.yaml
identifiers:
  name: Identifiants
  cnil_family: civil-status-identity
  sources: [order-form]
  items:
    nir:
      name: Numéro de sécurité sociale
      national_id: true

# activities/menus.yaml
name: Fichier des clients
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  identifiers:  # <- national-number-for-ordinary-purpose
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# data_categories.yaml
identifiers:
  name: Identifiants
  cnil_family: civil-status-identity
  sources: [order-form]
  items:
    nir:
      name: Numéro de sécurité sociale
      national_id: true

# purposes.yaml
payroll:
  name: Déclarer les salaires
  kind: personnel
  legal_basis:
    basis: legal-obligation
    text: Code de la sécurité sociale, art. L. 133-5-3
# data_subjects.yaml
staff:
  name: Salariés
  minors:
    status: excluded

# activities/menus.yaml
name: Paie
purposes: [payroll]
data_subjects: [staff]
retention: one-year
required: optional
data:
  identifiers:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each line with such a number and a purpose that no decree allows, where a French body answers."""
    for use in facts.uses if facts.today >= since() else ():
        items = tuple(item.name for item in use.items if item.national_id)
        if not items or not any(one.country == country() for one in facts.register.controllers_of(use.activity)):
            continue
        for purpose in (facts.register.purposes[ident] for ident in use.purposes):
            if purpose.kind in ordinary_kinds() and not use.activity.is_processor_sheet:
                values = {"activity": use.activity.name, "items": items, "purpose": purpose.name}
                yield Finding(rule=RULE.rule, at=use.where, on="key", values=values)
