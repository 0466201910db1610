"""A decision is declared as taken by a machine alone, and by a person."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="decision-both-human-and-automated",
    family="decisions",
    severity=Severity.ERROR,
    law=("GDPR 22(1)",),
    checked="2026-11-22",
    title={
        "en": "a decision is declared as a machine’s alone, and as a person’s",
        "fr": "une décision est dite prise par une machine seule, et par une personne",
    },
    message={
        "en": "“{name}” is declared as solely automated, and as decided by a person",
        "fr": "« {name} » est déclarée entièrement automatisée, et prise par une personne",
    },
    help={
        "en": "write `kind: scoring` or `profiling` if a person weighs the result and may depart from it; else `human: "
        "none` or `on-request`",
        "fr": "écrivez `kind: scoring` ou `profiling` si une personne pèse le résultat et peut s’en écarter ; sinon "
        "`human: none` ou `on-request`",
    },
    why={
        "en": "On that word depends whether a person may ask for a second look by a human being.",
        "fr": "De ce mot dépend le droit de demander qu’un être humain regarde à nouveau le dossier.",
    },
    asks={
        "en": "A decision is not solely automated if somebody with the power to change it really looks at it first.",
        "fr": "Une décision n’est pas entièrement automatisée si quelqu’un, qui peut la changer, l’examine vraiment "
        "avant.",
    },
    mend={
        "en": "Ask who decides in fact. Somebody who only confirms what the screen says does not decide.",
        "fr": "Demandez qui décide en fait. Qui ne fait que confirmer l’écran ne décide pas.",
    },
    justified=None,
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
    kind: solely-automated
    human: before-decision  # <- decision-both-human-and-automated
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
    kind: scoring
    human: before-decision
    logic: Toute commande de plus de cent pains est refusée la veille d’une fête. Règles données sur demande.
    effect: Vous ne pouvez pas commander.
# purposes.yaml
large-orders:
  name: Accepter ou refuser une grosse commande
  kind: order
  legal_basis: contract
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each decision of a machine alone that a person is said to take, at the part of the person."""
    for activity in facts.register.activities.values():
        for position, decision in enumerate(activity.automated_decisions or ()):
            if decision.kind == "solely-automated" and decision.human == "before-decision":
                where = activity.where.at("automated_decisions", position)
                yield Finding(
                    rule=RULE.rule,
                    at=where.at("human"),
                    values={"name": decision.name},
                    related=(Related(at=where.at("kind"), part="contradicts"),),
                )
