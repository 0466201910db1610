"""The screening leaves out a criterion that the sheet’s own facts meet, and concludes that no assessment is needed."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.duty.screening import assessed, criteria_shown, spared
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="criterion-overlooked",
    family="impact_assessment",
    severity=Severity.WARNING,
    law=("GDPR 35(1)", "WP248 rev.01"),
    checked="2026-11-22",
    title={
        "en": "the screening for an impact assessment leaves out a criterion",
        "fr": "l’examen du besoin d’une analyse d’impact oublie un critère",
    },
    message={
        "en": "“{name}” meets a criterion by its own facts ({dpia_criterion}), and the screening does not count it",
        "fr": (
            "« {name} » remplit un critère d’après ses propres faits ({dpia_criterion}), et l’examen n’en tient pas "
            "compte"
        ),
    },
    help={
        "en": "add it to `dpia.criteria`, and decide again: `required: true`, or `required: false` with a `reason` "
        "that speaks of it",
        "fr": "ajoutez-le à `dpia.criteria`, et décidez à nouveau : `required: true`, ou `required: false` avec une "
        "`reason` qui en parle",
    },
    why={
        "en": "A risk left out of the count is a risk that nobody prevents.",
        "fr": "Un risque oublié dans le compte est un risque que personne ne prévient.",
    },
    asks={
        "en": "The screening looks at what is really done: special data, places, vulnerable people, scores, decisions "
        "by machine.",
        "fr": "L’examen porte sur ce qui se fait vraiment : données sensibles, lieux, personnes vulnérables, notes, "
        "décisions de machine.",
    },
    mend={
        "en": "Count again with the nine criteria and the sheet side by side.",
        "fr": "Refaites le compte, les neuf critères et la fiche sous les yeux.",
    },
    justified={
        "en": "The fact is marginal, two records a year for instance, and the reason says so.",
        "fr": "Le fait est marginal, deux dossiers par an par exemple, et le motif le dit.",
    },
)

BAD = """
# activities/rounds.yaml
name: Tournée à domicile
purposes: [home-rounds]
data_subjects: [elderly]
retention: one-year
required: optional
data:
  places:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
dpia:
  criteria: [sensitive]  # <- criterion-overlooked
  required: false
  reason: Un seul critère est rempli.
# data_subjects.yaml
elderly:
  name: Personnes âgées servies à domicile
  vulnerable: true
  minors:
    status: excluded
# purposes.yaml
home-rounds:
  name: Vous porter le pain à domicile
  kind: order
  legal_basis: contract
# data_categories.yaml
places:
  name: Lieux de passage
  cnil_family: location-data
  sources: [order-form]
  items:
    stops: {name: Lieux et heures de passage, tags: [location]}
"""

GOOD = """
# activities/rounds.yaml
name: Tournée à domicile
purposes: [home-rounds]
data_subjects: [elderly]
retention: one-year
required: optional
data:
  places:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
dpia:
  criteria: [sensitive, vulnerable]
  required: false
  reason: Vingt personnes, que nous connaissons toutes ; avis du délégué du 3 mars 2026.
# data_subjects.yaml
elderly:
  name: Personnes âgées servies à domicile
  vulnerable: true
  minors:
    status: excluded
# purposes.yaml
home-rounds:
  name: Vous porter le pain à domicile
  kind: order
  legal_basis: contract
# data_categories.yaml
places:
  name: Lieux de passage
  cnil_family: location-data
  sources: [order-form]
  items:
    stops: {name: Lieux et heures de passage, tags: [location]}
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each screening that, with the criteria it overlooks, counts two or more."""
    for activity in facts.register.activities.values():
        dpia = activity.dpia
        if dpia is None or activity.status == "ended" or assessed(activity) or spared(facts.register, activity):
            continue
        overlooked = tuple(one for one in criteria_shown(facts.register, activity) if one not in dpia.criteria)
        screened = bool(dpia.criteria) or dpia.required is not None
        if screened and overlooked and len(dpia.criteria) + len(overlooked) > 1:
            yield Finding(
                rule=RULE.rule,
                at=activity.where.at("dpia", "criteria" if dpia.criteria else "required"),
                values={"name": activity.name, "dpia_criterion": overlooked},
            )
