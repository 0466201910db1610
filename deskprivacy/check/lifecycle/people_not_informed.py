"""A running activity concerns people, and no notice speaks of it."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="people-not-informed",
    family="lifecycle",
    severity=Severity.WARNING,
    law=("GDPR 13", "GDPR 14", "GDPR 5(1)(a)"),
    sought_in=("notices",),
    checked="2026-11-22",
    title={
        "en": "a running activity is in no notice",
        "fr": "une activité en cours ne figure dans aucune notice",
    },
    message={
        "en": "“{name}” concerns people, and no notice of this register speaks of it",
        "fr": "« {name} » concerne des personnes, et aucune notice de ce registre n’en parle",
    },
    help={
        "en": "add it to `covers` of a notice, write `covers: all`, or `status: planned` if it has not begun",
        "fr": "ajoutez-la au `covers` d’une notice, écrivez `covers: all`, ou `status: planned` si elle n’a pas "
        "commencé",
    },
    why={
        "en": "Whoever does not know that their data are used can neither ask, nor correct, nor refuse.",
        "fr": "Qui ignore l’usage de ses données ne peut ni demander, ni corriger, ni refuser.",
    },
    asks={
        "en": (
            "People are informed when data are collected from them (GDPR 13), or within a month at the latest "
            "when they come from elsewhere (GDPR 14(3))."
        ),
        "fr": (
            "Les personnes sont informées quand on recueille leurs données (RGPD, art. 13), ou dans le mois "
            "au plus tard quand elles viennent d’ailleurs (art. 14(3))."
        ),
    },
    mend={
        "en": "Cover the activity by a notice that reaches these people.",
        "fr": "Faites couvrir l’activité par une notice qui touche ces personnes.",
    },
    justified={
        "en": (
            "They are informed by another document, a contract of employment for instance, they already have "
            "the information (GDPR 13(4)), or an exception of GDPR 14(5) holds; name it."
        ),
        "fr": (
            "Elles sont informées par un autre document, un contrat de travail par exemple, elles disposent "
            "déjà de l’information (RGPD, art. 13(4)), ou une exception de l’article 14(5) s’applique ; "
            "nommez-la."
        ),
    },
)

BAD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: [orders]
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
# activities/contest.yaml
name: Concours de la galette  # <- people-not-informed
purposes: [contest]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
# purposes.yaml
contest:
  name: Tirer la galette au sort
  kind: contest
  legal_basis: contract
"""

GOOD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: [orders, contest]
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
# activities/contest.yaml
name: Concours de la galette
purposes: [contest]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
# purposes.yaml
contest:
  name: Tirer la galette au sort
  kind: contest
  legal_basis: contract
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each running sheet of our own that no notice covers, where there are notices, at its name."""
    register = facts.register
    told = {activity.id for notice in register.notices.values() for activity in register.covered_by(notice)}
    for activity in register.activities.values() if register.notices else ():
        if activity.is_processor_sheet or not activity.is_running:
            continue
        if activity.data_subjects and activity.id not in told:
            yield Finding(rule=RULE.rule, at=activity.where.at("name"), values={"name": activity.name})
