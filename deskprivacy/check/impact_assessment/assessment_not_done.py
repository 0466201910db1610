"""A running activity needs an impact assessment that is not done."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="assessment-not-done",
    family="impact_assessment",
    severity=Severity.ERROR,
    law=("GDPR 35(1)",),
    checked="2026-11-22",
    title={
        "en": "a running activity has no finished impact assessment",
        "fr": "une activité en cours attend encore son analyse d’impact",
    },
    message={
        "en": "“{name}” is running, its impact assessment is required, and it is still “{dpia_status}”",
        "fr": "« {name} » est en cours, son analyse d’impact est requise, et elle est encore « {dpia_status} »",
    },
    help={
        "en": "finish it, then write `status: done`, `date` and `document`; if the activity has not begun, write "
        "`status: planned`",
        "fr": "terminez-la, puis écrivez `status: done`, `date` et `document` ; si l’activité n’a pas commencé, "
        "écrivez `status: planned`",
    },
    why={
        "en": "The risk that the assessment is to find is already there for people.",
        "fr": "Le risque que l’analyse doit trouver pèse déjà sur les personnes.",
    },
    asks={
        "en": (
            "The assessment comes before the processing (GDPR 35(1)). The three years that the CNIL granted "
            "for what ran before 25 May 2018 ended on 25 May 2021."
        ),
        "fr": (
            "L’analyse précède le traitement (RGPD, art. 35(1)). Les trois ans que la CNIL avait laissés pour "
            "ce qui était antérieur au 25 mai 2018 ont pris fin le 25 mai 2021."
        ),
    },
    mend={
        "en": "Set a day for it, and suspend what is most risky until then.",
        "fr": "Fixez-en le jour, et suspendez d’ici là ce qui est le plus risqué.",
    },
    justified={
        "en": (
            "An assessment was made before the start, and the one in progress only brings it up to date (GDPR "
            "35(11)): cite the first."
        ),
        "fr": (
            "Une analyse a été faite avant le début, et celle qui est en cours ne fait que l’actualiser "
            "(RGPD, art. 35(11)) : citez la première."
        ),
    },
)

BAD = """
# activities/orders.yaml
name: Commandes de pain
purposes: [order-preparation, newsletter]
data_subjects: [customers]
data:
  contact-details:
    purposes: [order-preparation, newsletter]
    retention: one-year
    required:
      mandatory: to-contract
      otherwise: Nous ne pouvons pas préparer votre commande.
recipients:
  till-provider:
    purposes: [order-preparation]
    data: [contact-details]
trackers: []
measures: [locked-till]
automated_decisions: []
status: active
dpia:
  required: true
  status: to-do  # <- assessment-not-done
"""

GOOD = """
# activities/orders.yaml
name: Commandes de pain
purposes: [order-preparation, newsletter]
data_subjects: [customers]
data:
  contact-details:
    purposes: [order-preparation, newsletter]
    retention: one-year
    required:
      mandatory: to-contract
      otherwise: Nous ne pouvons pas préparer votre commande.
recipients:
  till-provider:
    purposes: [order-preparation]
    data: [contact-details]
trackers: []
measures: [locked-till]
automated_decisions: []
status: active
dpia:
  required: true
  status: done
  date: 2026-03-30
  document: Analyses / Commandes
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each activity declared active whose assessment is required, and to be done or under way."""
    for activity in facts.register.activities.values():
        dpia = activity.dpia
        if activity.status == "active" and dpia and dpia.required and dpia.status in ("to-do", "in-progress"):
            yield Finding(
                rule=RULE.rule,
                at=activity.where.at("dpia", "status"),
                values={"name": activity.name, "dpia_status": dpia.status},
                related=(Related(at=activity.where.at("status"), part="contradicts"),),
            )
