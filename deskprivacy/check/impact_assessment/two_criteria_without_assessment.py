"""Two criteria of high risk are met, and nothing says why there is no impact assessment."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.duty.screening import assessed, criteria_shown, listed, spared
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.activities import Activity

RULE = Rule(
    rule="two-criteria-without-assessment",
    family="impact_assessment",
    severity=Severity.WARNING,
    law=("GDPR 35(1)", "WP248 rev.01", "CNIL 2018-326"),
    checked="2026-11-22",
    title={
        "en": "two criteria of high risk are met, without an assessment or a reason",
        "fr": "deux critères de risque élevé sont remplis, sans analyse d’impact ni motif",
    },
    message={
        "en": (
            "“{name}” meets several criteria ({dpia_criterion}), and nothing says why an impact assessment is not made"
        ),
        "fr": (
            "« {name} » remplit plusieurs critères ({dpia_criterion}), et rien ne dit pourquoi aucune analyse d’impact "
            "n’est faite"
        ),
    },
    help={
        "en": "write `required: true` and `status` in `dpia`; or `required: false` with the `reason`, and your "
        "officer’s advice",
        "fr": "écrivez `required: true` et `status` dans `dpia` ; ou `required: false` avec la `reason`, et l’avis du "
        "délégué",
    },
    why={
        "en": "Where risks add up, harm to people is likelier, and nobody has looked for it.",
        "fr": "Là où les risques s’additionnent, un dommage aux personnes est plus probable, et personne ne l’a "
        "cherché.",
    },
    asks={
        "en": "With two of the nine criteria or more, an assessment is made as a rule, before the processing begins.",
        "fr": "Avec deux des neuf critères ou plus, une analyse est faite en principe, avant que le traitement "
        "commence.",
    },
    mend={
        "en": "Make the assessment, or put down in writing why the risk is not high.",
        "fr": "Faites l’analyse, ou expliquez par écrit pourquoi le risque n’est pas élevé.",
    },
    justified={
        "en": "The reasons, with your officer’s advice, are kept in another document; say where.",
        "fr": "Les motifs, avec l’avis du délégué, sont conservés dans un autre document ; dites où.",
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
dpia:
  criteria: [matching, large-scale]  # <- two-criteria-without-assessment
  required: false
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
dpia:
  criteria: [matching, large-scale]
  required: false
  reason: Les fichiers rapprochés ne contiennent que des noms ; avis du délégué du 3 mars 2026.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each activity of ours that meets two criteria, with neither assessment nor reason.

    The criteria are those of its screening; where nobody has screened it, those that its other facts show. What is on
    a list of the authority is told by that.
    """
    for activity in facts.register.activities.values():
        dpia = activity.dpia
        if dpia is not None and (dpia.reason or dpia.status == "to-do"):
            continue
        if activity.status == "ended" or assessed(activity) or spared(facts.register, activity):
            continue
        declared = dpia.criteria if dpia is not None else ()
        criteria = declared or _shown(facts, activity)
        if len(criteria) > 1:
            yield Finding(
                rule=RULE.rule,
                at=activity.where.at("dpia", "criteria") if declared else activity.where.at("dpia"),
                values={"name": activity.name, "dpia_criterion": criteria},
            )


def _shown(facts: Facts, activity: Activity) -> tuple[str, ...]:
    """The criteria that the facts of a sheet meet which nobody has screened."""
    screened = activity.dpia is not None and activity.dpia.required is not None
    if screened or activity.is_processor_sheet or listed(facts.register, activity):
        return ()
    return tuple(criteria_shown(facts.register, activity))
