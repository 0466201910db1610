"""A condition for special data is declared where no data are said to be special."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="condition-without-special-data",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 9(1)", "GDPR 10"),
    checked="2026-11-22",
    title={
        "en": "a condition for special data where none is declared",
        "fr": "une condition pour données sensibles là où aucune n’est déclarée",
    },
    message={
        "en": (
            "“{activity}”: a condition (`{ground}`) is declared, and none of these data is declared as special "
            "or about offences"
        ),
        "fr": (
            "« {activity} » : une condition (`{ground}`) est déclarée, et aucune de ces données n’est déclarée "
            "sensible ou relative à une infraction"
        ),
    },
    help={
        "en": (
            "write `special:` or `criminal: true` on the item concerned in `data_categories`; else delete `condition:`"
        ),
        "fr": (
            "écrivez `special:` ou `criminal: true` sur la donnée concernée dans `data_categories` ; sinon, "
            "supprimez `condition:`"
        ),
    },
    why={
        "en": (
            "Data that are not known as special are not protected as such: nobody warns the person or assesses "
            "the impact."
        ),
        "fr": (
            "Une donnée qui n’est pas reconnue comme sensible n’est pas protégée comme telle : personne n’en "
            "avertit, personne n’en mesure l’impact."
        ),
    },
    asks={
        "en": "The conditions of GDPR 9(2) and 10 serve for special data and data on offences only.",
        "fr": "Les conditions des articles 9(2) et 10 du RGPD ne servent qu’aux données sensibles et d’infraction.",
    },
    mend={
        "en": "Decide which of the two statements is true, and correct the other.",
        "fr": "Décidez laquelle des deux affirmations est vraie, et corrigez l’autre.",
    },
    justified={
        "en": "The line is treated as special out of prudence, though the data are not.",
        "fr": "La ligne est traitée comme sensible par prudence, sans que les données le soient.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  kind: order
  legal_basis: contract
  choice: Vous nous dites de ne plus tenir compte de ces données.
# data_categories.yaml
diet:
  name: Régime
  cnil_family: other-categories
  sources: [order-form]
  items:
    allergies:
      name: Allergies
      examples: noix, gluten

# activities/menus.yaml
name: Menus sur mesure
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  diet:
    condition:
      ground: 9-2-a  # <- condition-without-special-data
      reason: Case vide au départ
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  kind: order
  legal_basis: contract
  choice: Vous nous dites de ne plus tenir compte de ces données.
# data_categories.yaml
diet:
  name: Régime
  cnil_family: other-categories
  sources: [order-form]
  items:
    allergies:
      name: Allergies
      special: health

# activities/menus.yaml
name: Menus sur mesure
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  diet:
    condition:
      ground: 9-2-a
      reason: Case vide au départ
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each condition of a line whose items are declared, and none of them special or about offences."""
    for use in facts.uses:
        condition = use.line.condition
        if condition and use.items and not any(item.special or item.criminal for item in use.items):
            at = use.where.at("condition", "ground")
            values = {"activity": use.activity.name, "ground": condition.ground}
            yield Finding(rule=RULE.rule, at=at, values=values)
