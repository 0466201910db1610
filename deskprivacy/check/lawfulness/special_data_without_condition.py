"""Special data are used, and no condition of GDPR 9(2) lifts the prohibition."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._expression import doubt, serves_expression
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.special_data import EXPRESSION

RULE = Rule(
    rule="special-data-without-condition",
    family="lawfulness",
    severity=Severity.ERROR,
    law=("GDPR 9(1)", "GDPR 9(2)", "LIL 6"),
    checked="2026-11-22",
    title={
        "en": "special data are used without a condition that allows them",
        "fr": "des données sensibles sont traitées sans condition qui le permette",
    },
    message={
        "en": "“{activity}” uses special data for which no condition of GDPR 9(2) is declared: {items}",
        "fr": (
            "« {activity} » utilise des données sensibles pour lesquelles aucune condition de l’article 9(2) du "
            "RGPD n’est déclarée : {items}"
        ),
    },
    help={
        "en": (
            "write `condition:` on that line of `data` with `ground` (`9-2-a` to `9-2-j`) and `reason`, or stop "
            "processing the data"
        ),
        "fr": (
            "écrivez `condition:` sur cette ligne de `data` avec `ground` (`9-2-a` à `9-2-j`) et `reason`, ou "
            "cessez de traiter ces données"
        ),
    },
    why={
        "en": "Health, beliefs or origins can shut a person out of work, a loan, a circle. The law starts with a no.",
        "fr": (
            "La santé, les croyances, les origines peuvent fermer à quelqu’un un emploi, un prêt, un cercle. La "
            "loi commence par dire non."
        ),
    },
    asks={
        "en": (
            "Processing is prohibited (GDPR 9(1)) unless one of the ten conditions of GDPR 9(2) applies; a "
            "legal basis of GDPR 6 is not enough, and a contract is none of the ten."
        ),
        "fr": (
            "Le traitement est interdit (RGPD, art. 9(1)), sauf si l’une des dix conditions de l’article 9(2) "
            "est remplie ; une base de l’article 6 ne suffit pas, et le contrat n’est pas l’une des dix."
        ),
    },
    mend={
        "en": (
            "Ask whether the data are needed. If so, find the condition that truly fits: for customers most "
            "often explicit consent, with its proof; for staff the law of employment, for an employee is "
            "seldom free to refuse."
        ),
        "fr": (
            "Demandez-vous si ces données sont nécessaires. Si oui, cherchez la condition qui convient "
            "vraiment : pour des clients, le plus souvent le consentement explicite, avec sa preuve ; pour "
            "des salariés, le droit du travail, car un salarié est rarement libre de refuser."
        ),
    },
    justified={
        "en": "The data serve journalism, or academic, artistic or literary expression: write `ground: 85-expression`.",
        "fr": (
            "Les données servent au journalisme, ou à l’expression universitaire, artistique ou littéraire : écrivez "
            "`ground: 85-expression`."
        ),
    },
)

BAD = """
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
  diet:  # <- special-data-without-condition
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
      reason: Case « Tenez compte de mes allergies », vide au départ
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each line with special data and no condition of GDPR 9(2). A client answers for its processor.

    GDPR 85 lets the law lift the condition for the press, for science, art and letters: silent where the purposes say
    that they are such, a doubt where they publish and do not say why.
    """
    for use in facts.uses:
        items = tuple(item.name for item in use.items if item.special)
        ground = use.line.condition.ground if use.line.condition else ""
        lifted = ground.startswith("9-") or ground == EXPRESSION or serves_expression(facts, use)
        if items and not lifted and not use.activity.is_processor_sheet:
            values = {"activity": use.activity.name, "items": items}
            where = use.where.at("condition")
            yield Finding(rule=RULE.rule, at=where, on="key", values=values, severity=doubt(facts, use))
