"""An activity lists a purpose that none of its data serve."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="purpose-without-data",
    family="minimisation",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(b)", "GDPR 13(1)(c)"),
    sought_in=("itself",),
    checked="2026-11-22",
    title={
        "en": "a purpose of an activity is served by none of its data",
        "fr": "aucune donnée d’une activité ne sert l’une de ses finalités",
    },
    message={
        "en": "“{activity}”: no data serve “{purpose}”, though each line of `data` says what it serves",
        "fr": (
            "« {activity} » : aucune donnée ne sert à « {purpose} », alors que chaque ligne de `data` dit à quoi "
            "elle sert"
        ),
    },
    help={
        "en": "name the purpose on the lines of `data` that serve it, or take it out of `purposes:` of the activity",
        "fr": (
            "nommez cette finalité sur les lignes de `data` qui la servent, ou retirez-la de `purposes:` de l’activité"
        ),
    },
    why={
        "en": "The person reads that something is done and cannot learn with which of their data.",
        "fr": "La personne lit que l’on fait quelque chose et ne peut pas savoir avec lesquelles de ses données.",
    },
    asks={
        "en": "Purposes are specified, and each use of data is tied to one of them.",
        "fr": "Les finalités sont déterminées, et chaque usage de données se rattache à l’une d’elles.",
    },
    mend={
        "en": "Find the data that are really used for it; if there are none, nothing is done for that purpose here.",
        "fr": "Cherchez les données qui y servent vraiment ; s’il n’y en a pas, rien n’est fait ici à cette fin.",
    },
    justified={
        "en": "The purpose is served by data that another sheet declares.",
        "fr": "Cette finalité est servie par des données que déclare une autre fiche.",
    },
)

BAD = """
# activities/menus.yaml
name: Commandes par téléphone
purposes: [order-preparation, newsletter]  # <- purpose-without-data
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
    purposes: [order-preparation]
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# activities/menus.yaml
name: Commandes par téléphone
purposes: [order-preparation, newsletter]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
    purposes: [order-preparation, newsletter]
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each such purpose, where every line says its purposes and no tracker of the activity serves it."""
    for activity in facts.register.activities.values():
        uses = facts.register.uses[activity.id]
        if not uses or not all(use.purposes for use in uses):
            continue
        trackers = [facts.register.trackers[one] for one in activity.trackers or ()]
        served = {one for use in uses for one in use.purposes} | {one for t in trackers for one in t.purposes}
        for ident in activity.purposes:
            if ident not in served:
                values = {"activity": activity.name, "purpose": facts.register.purposes[ident].name}
                yield Finding(rule=RULE.rule, at=activity.where.at("purposes"), values=values)
