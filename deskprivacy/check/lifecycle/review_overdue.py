"""A sheet was to be reviewed by now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.periods import after

RULE = Rule(
    rule="review-overdue",
    family="lifecycle",
    severity=Severity.WARNING,
    law=("GDPR 5(2)", "GDPR 24(1)"),
    checked="2026-11-22",
    title={
        "en": "a sheet was to be reviewed by now",
        "fr": "une fiche devait déjà être relue",
    },
    message={
        "en": "“{name}” is to be reviewed at intervals of {review_period}, and the last review is of {last_day}",
        "fr": "« {name} » : le rythme des relectures est de {review_period}, et la dernière date du {last_day}",
    },
    help={
        "en": "read the sheet again with its owner, then write the day in `reviewed.on`",
        "fr": "relisez la fiche avec son responsable, puis écrivez le jour dans `reviewed.on`",
    },
    why={
        "en": "An old sheet informs people of what is done no more, and hides what is done now.",
        "fr": "Une fiche ancienne dit aux personnes ce qui ne se fait plus, et tait ce qui se fait.",
    },
    asks={
        "en": (
            "What you do for data protection is reviewed and brought up to date where necessary (GDPR 24(1)); "
            "the interval is the one that you chose."
        ),
        "fr": (
            "Ce que vous faites pour protéger les données est réexaminé et actualisé si nécessaire (RGPD, "
            "art. 24(1)) ; l’intervalle est celui que vous avez choisi."
        ),
    },
    mend={
        "en": (
            "Go through the sheet with its owner: purposes, data, recipients, periods. If nothing ever "
            "changes, lengthen `review_every`."
        ),
        "fr": (
            "Parcourez la fiche avec son responsable : finalités, données, destinataires, durées. Si rien ne "
            "change jamais, allongez `review_every`."
        ),
    },
    justified={
        "en": "The review is under way and has a day.",
        "fr": "La relecture est en cours et a une date.",
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
reviewed:
  on: 2025-03-03  # <- review-overdue
  by: gérante
review_every: 12 months
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
reviewed:
  on: 2026-09-14
  by: gérante
review_every: 12 months
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each running activity whose last review, or creation, is older than the interval it declares."""
    for activity in facts.register.activities.values():
        reviewed = activity.reviewed.on if activity.reviewed else None
        last = reviewed or activity.created
        if not activity.is_running or activity.review_every is None or last is None:
            continue
        if after(date.fromisoformat(last), activity.review_every) < facts.today:
            yield Finding(
                rule=RULE.rule,
                at=activity.where.at("reviewed", "on") if reviewed else activity.where.at("created"),
                values={"name": activity.name, "review_period": activity.review_every, "last_day": last},
            )
