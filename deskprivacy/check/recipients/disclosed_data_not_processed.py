"""A recipient gets data that the activity does not process."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.disclosed import processed

RULE = Rule(
    rule="disclosed-data-not-processed",
    family="recipients",
    severity=Severity.ERROR,
    law=("GDPR 30(1)(c)", "GDPR 5(1)(a)", "GDPR 5(2)"),
    sought_in=("itself",),
    checked="2026-11-22",
    title={
        "en": "a recipient gets data that the activity does not process",
        "fr": "un destinataire reçoit des données que l’activité ne traite pas",
    },
    message={
        "en": "“{name}” gets `{data}`, which `data` of this activity does not name",
        "fr": "« {name} » reçoit `{data}`, que `data` de cette activité ne nomme pas",
    },
    help={
        "en": (
            "add the data to `data` of the activity, with their purposes and retention, or take them off the line"
            " of the recipient"
        ),
        "fr": (
            "ajoutez ces données à `data` de l’activité, avec leurs finalités et leur durée, ou retirez-les de la"
            " ligne du destinataire"
        ),
    },
    why={
        "en": "The person reads that data go to somebody, but nowhere why they were collected.",
        "fr": (
            "La personne lit que des données partent chez quelqu’un, mais nulle part pourquoi elles ont été "
            "recueillies."
        ),
    },
    asks={
        "en": "The register describes all categories of data of an activity; what is passed on is processed first.",
        "fr": (
            "Le registre décrit toutes les catégories de données d’une activité ; ce que l’on transmet, on le "
            "traite d’abord."
        ),
    },
    mend={
        "en": "Find out what is really sent, then correct the line that is wrong.",
        "fr": "Vérifiez ce qui est réellement envoyé, puis corrigez la ligne inexacte.",
    },
    justified=None,
)

BAD = """
# data_categories.yaml
card-data:
  name: Carte de fidélité
  cnil_family: economic-financial
  items:
    points: {name: Points}
# activities/loyalty.yaml
name: Carte de fidélité
purposes: [newsletter]
data_subjects: [customers]
sources: [order-form]
data:
  card-data:
    retention: one-year
    required: optional
recipients:
  till-provider:
    data:
      - card-data
      - contact-details/phone-number  # <- disclosed-data-not-processed
trackers: []
measures: [locked-till]
automated_decisions: []
"""

GOOD = """
# data_categories.yaml
card-data:
  name: Carte de fidélité
  cnil_family: economic-financial
  items:
    points: {name: Points}
# activities/loyalty.yaml
name: Carte de fidélité
purposes: [newsletter]
data_subjects: [customers]
sources: [order-form]
data:
  card-data:
    retention: one-year
    required: optional
recipients:
  till-provider:
    data: [card-data]
trackers: []
measures: [locked-till]
automated_decisions: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each reference of a line to data that no line of `data`, nor a tracker, of the activity holds.

    A category that is named as a whole means what is processed of it, and the documents print that.
    """
    for ident, lines in facts.register.disclosures.items():
        activity = facts.register.activities[ident]
        if activity.data is None or not any(one.data for one in lines):
            continue
        held = processed(facts.register, activity)
        for one in lines:
            for position, ref in enumerate(one.data):
                if ref not in held:
                    where = one.where.at("data", position)
                    yield Finding(rule=RULE.rule, at=where, values={"name": one.recipient.name, "data": ref})
