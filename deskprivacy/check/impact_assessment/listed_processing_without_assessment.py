"""An activity is on the CNIL’s list of those that need an impact assessment, and has none."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.duty.screening import assessed, listed
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="listed-processing-without-assessment",
    family="impact_assessment",
    severity=Severity.WARNING,
    law=("GDPR 35(4)", "CNIL 2018-327"),
    checked="2026-11-22",
    title={
        "en": "an activity is on the CNIL’s list, without an impact assessment",
        "fr": "une activité figure sur la liste de la CNIL, sans analyse d’impact",
    },
    message={
        "en": "“{name}” looks like type {number} of the CNIL’s list (“{entry}”), and no impact assessment is declared",
        "fr": "« {name} » ressemble au type n° {number} de la liste de la CNIL (« {entry} »), et aucune analyse "
        "d’impact n’est déclarée",
    },
    help={
        "en": "write `required: true` and `status` in `dpia`",
        "fr": "écrivez `required: true` et `status` dans `dpia`",
    },
    why={
        "en": "The list names what has harmed people before: profiles at work, exclusion by a score, places followed "
        "on a large scale.",
        "fr": "La liste nomme ce qui a déjà nui à des personnes : profils au travail, exclusion par une note, lieux "
        "suivis à grande échelle.",
    },
    asks={
        "en": (
            "For the types on the authority’s list (GDPR 35(4)), the assessment is made in every case, before "
            "the start."
        ),
        "fr": (
            "Pour les types que liste l’autorité (RGPD, art. 35(4)), l’analyse se fait dans tous les cas, "
            "avant le début."
        ),
    },
    mend={
        "en": "Make the assessment; if the entry does not describe what you do, correct the facts that say so.",
        "fr": "Faites l’analyse ; si le type ne décrit pas ce que vous faites, corrigez les faits qui le disent.",
    },
    justified={
        "en": "The facts look like the entry and are something else; your officer’s written advice says why.",
        "fr": "Les faits ressemblent à ce type et sont autre chose ; l’avis écrit du délégué dit pourquoi.",
    },
)

BAD = """
# activities/hiring.yaml
name: Choix des apprentis
purposes: [hiring]
data_subjects: [applicants]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Tri des candidatures
    kind: scoring
    human: before-decision
    logic: Les candidatures sont rangées selon la distance et la disponibilité.
    effect: La gérante lit toutes les candidatures, dans cet ordre.
dpia:
  criteria: [scoring]
  required: false  # <- listed-processing-without-assessment
  reason: Un seul critère est rempli.
# data_subjects.yaml
applicants:
  name: Candidats
  minors:
    status: possible
    age: 15
    consent: own
# purposes.yaml
hiring:
  name: Choisir nos apprentis
  kind: recruitment
  legal_basis: contract
"""

GOOD = """
# activities/hiring.yaml
name: Choix des apprentis
purposes: [hiring]
data_subjects: [applicants]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Tri des candidatures
    kind: scoring
    human: before-decision
    logic: Les candidatures sont rangées selon la distance et la disponibilité.
    effect: La gérante lit toutes les candidatures, dans cet ordre.
dpia:
  criteria: [scoring]
  required: true
  status: done
  date: 2026-03-30
  document: Analyses / Apprentis
# data_subjects.yaml
applicants:
  name: Candidats
  minors:
    status: possible
    age: 15
    consent: own
# purposes.yaml
hiring:
  name: Choisir nos apprentis
  kind: recruitment
  legal_basis: contract
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each activity whose facts match an entry of the list and that declares no assessment."""
    for activity in facts.register.activities.values():
        if activity.status == "ended" or assessed(activity):
            continue
        declared = activity.dpia is not None and activity.dpia.required is not None
        for entry in listed(facts.register, activity):
            yield Finding(
                rule=RULE.rule,
                at=activity.where.at("dpia", "required") if declared else activity.where.at("name"),
                values={"name": activity.name, "number": entry.number, "entry": entry.text},
            )
