"""A machine decides alone, and nothing says which exception allows it."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="automated-decision-without-ground",
    family="decisions",
    severity=Severity.ERROR,
    law=("GDPR 22(1)", "GDPR 22(2)", "CJEU C-634/21"),
    checked="2026-11-22",
    title={
        "en": "a machine decides alone, and no exception allows it",
        "fr": "une machine décide seule, et aucune exception ne le permet",
    },
    message={
        "en": "“{name}” is taken by a machine alone, and nothing says which exception allows it",
        "fr": "« {name} » est prise par une machine seule, et rien ne dit quelle exception le permet",
    },
    help={
        "en": (
            "write `article_22:` with `contract`, `law` or `explicit-consent`; or let a person decide and "
            "write `human: before-decision` with `kind: scoring`"
        ),
        "fr": (
            "écrivez `article_22:` avec `contract`, `law` ou `explicit-consent` ; ou faites décider une "
            "personne et écrivez `human: before-decision` avec `kind: scoring`"
        ),
    },
    why={
        "en": "Nobody has to accept that a machine alone refuses what matters to them.",
        "fr": "Personne n’a à accepter qu’une machine seule lui refuse ce qui compte pour lui.",
    },
    asks={
        "en": "A decision with legal or similar effect may not be left to a machine, unless a contract requires it, a "
        "law allows it or the person agrees expressly.",
        "fr": "Une décision à effet juridique ou similaire ne peut pas être laissée à une machine, sauf si un contrat "
        "l’exige, si une loi le permet ou si la personne y consent expressément.",
    },
    mend={
        "en": "Put somebody in the path of the decision who can change it, or name the exception and offer the "
        "safeguards.",
        "fr": "Placez sur le chemin de la décision quelqu’un qui peut la changer, ou nommez l’exception et offrez les "
        "garanties.",
    },
    justified={
        "en": "The decision has neither a legal effect nor one of like weight for the person; say why.",
        "fr": "La décision n’a ni effet juridique ni effet comparable pour la personne ; dites pourquoi.",
    },
)

BAD = """
# activities/large-orders.yaml
name: Grosses commandes
purposes: [large-orders]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Accord sur une grosse commande
    kind: solely-automated  # <- automated-decision-without-ground
    human: none
    logic: Toute commande de plus de cent pains est refusée la veille d’une fête. Règles données sur demande.
    effect: Vous ne pouvez pas commander.
# purposes.yaml
large-orders:
  name: Accepter ou refuser une grosse commande
  kind: order
  legal_basis: contract
"""

GOOD = """
# activities/large-orders.yaml
name: Grosses commandes
purposes: [large-orders]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Accord sur une grosse commande
    kind: solely-automated
    human: on-request
    article_22: contract
    safeguards: [human-review, express-view, contest]
    logic: Toute commande de plus de cent pains est refusée la veille d’une fête. Règles données sur demande.
    effect: Vous ne pouvez pas commander.
# purposes.yaml
large-orders:
  name: Accepter ou refuser une grosse commande
  kind: order
  legal_basis: contract
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each decision of a machine alone, or score that stands for one, without an exception.

    An error where the sheet itself says that the effect is legal or similar, or where credit is refused; else nothing
    but its words tell how much the decision weighs: a warning.
    """
    for activity in facts.register.activities.values():
        for position, decision in enumerate(activity.automated_decisions or ()):
            if not decision.is_by_machine or decision.human == "before-decision" or decision.article_22:
                continue
            kinds = {facts.register.purposes[one].kind for one in decision.purposes or activity.purposes}
            criteria = {"automated-decision", "exclusion"} & set(activity.dpia.criteria if activity.dpia else ())
            yield Finding(
                rule=RULE.rule,
                at=activity.where.at("automated_decisions", position, "kind"),
                values={"name": decision.name},
                severity=None if criteria or "credit" in kinds else Severity.WARNING,
            )
