"""A machine decides alone, and the person is not offered every safeguard."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="automated-decision-without-safeguards",
    family="decisions",
    severity=Severity.ERROR,
    law=("GDPR 22(3)",),
    checked="2026-11-22",
    title={
        "en": "a machine decides alone without every safeguard",
        "fr": "une machine décide seule, sans toutes les garanties",
    },
    message={
        "en": "“{name}” rests on Art. 22 ({article_22_ground}) and does not offer: {decision_safeguard}",
        "fr": "« {name} » repose sur l’article 22 ({article_22_ground}) et n’offre pas : {decision_safeguard}",
    },
    help={
        "en": "write `safeguards: [human-review, express-view, contest]`, and see that somebody keeps each of these "
        "promises",
        "fr": "écrivez `safeguards: [human-review, express-view, contest]`, et veillez à ce que quelqu’un tienne "
        "chacune de ces promesses",
    },
    why={
        "en": (
            "A calculation can mistake the person, the figure or the case. Without somebody to talk to, the "
            "mistake stays."
        ),
        "fr": (
            "Un calcul peut se tromper de personne, de chiffre ou de cas. Sans quelqu’un à qui parler, "
            "l’erreur demeure."
        ),
    },
    asks={
        "en": (
            "Whoever relies on a contract or on consent guarantees at least that a person steps in, that one "
            "can give one’s point of view and contest the decision (GDPR 22(3))."
        ),
        "fr": (
            "Qui se fonde sur un contrat ou sur le consentement garantit au moins l’intervention d’une "
            "personne, la possibilité de donner son point de vue et celle de contester la décision (RGPD, "
            "art. 22(3))."
        ),
    },
    mend={
        "en": "Name who reviews, how to reach them and how long it takes; then declare the three safeguards.",
        "fr": "Dites qui réexamine, comment le joindre et en combien de temps ; puis déclarez les trois garanties.",
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
    human: on-request
    article_22: contract  # <- automated-decision-without-safeguards
    safeguards: [human-review]
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

_SAFEGUARDS = ("human-review", "express-view", "contest")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each decision that rests on a contract or on consent and lacks a safeguard, at the exception."""
    for activity in facts.register.activities.values():
        for position, decision in enumerate(activity.automated_decisions or ()):
            missing = tuple(one for one in _SAFEGUARDS if one not in decision.safeguards)
            if decision.article_22 in ("contract", "explicit-consent") and missing:
                yield Finding(
                    rule=RULE.rule,
                    at=activity.where.at("automated_decisions", position, "article_22"),
                    values={
                        "name": decision.name,
                        "article_22_ground": decision.article_22,
                        "decision_safeguard": missing,
                    },
                )
