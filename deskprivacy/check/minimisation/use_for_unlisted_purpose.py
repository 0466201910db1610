"""A line of an activity serves a purpose that the activity does not list."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="use-for-unlisted-purpose",
    family="minimisation",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(b)", "GDPR 30(1)(b)"),
    sought_in=("itself",),
    checked="2026-11-22",
    title={
        "en": "a line serves a purpose that its activity does not list",
        "fr": "une ligne sert une finalité que son activité n’annonce pas",
    },
    message={
        "en": "“{activity}”: “{name}” is said to serve “{purpose}”, which is not among the purposes of the activity",
        "fr": "« {activity} » : « {name} » sert à « {purpose} », qui n’est pas parmi les finalités de l’activité",
    },
    help={
        "en": "add the purpose to `purposes:` of the activity, or take it out of that line",
        "fr": "ajoutez cette finalité à `purposes:` de l’activité, ou retirez-la de cette ligne",
    },
    why={
        "en": "A purpose that stands in a corner only is one that nobody decided and nobody announced.",
        "fr": "Une finalité qui n’apparaît que dans un coin, personne ne l’a décidée ni annoncée.",
    },
    asks={
        "en": "Data are collected for specified, explicit purposes, and the record of an activity names them all.",
        "fr": (
            "Les données sont collectées pour des finalités déterminées et explicites, et la fiche d’une "
            "activité les nomme toutes."
        ),
    },
    mend={
        "en": "Decide whether the activity truly serves that purpose; the two places must say the same.",
        "fr": "Décidez si l’activité sert vraiment cette finalité ; les deux endroits doivent dire la même chose.",
    },
    justified=None,
)

BAD = """
# activities/menus.yaml
name: Commandes par téléphone
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
    purposes: [order-preparation, newsletter]  # <- use-for-unlisted-purpose
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
    """A finding for each purpose of a line of `data` or `recipients` that its activity lacks, where it has any."""
    lines = [(one.activity, one.category.name, one.where, one.line.purposes) for one in facts.uses]
    lines += [(one.activity, one.recipient.name, one.where, one.line.purposes) for one in facts.disclosures]
    for activity, name, where, purposes in lines:
        for ident in purposes if activity.purposes else ():
            if ident not in activity.purposes:
                purpose = facts.register.purposes[ident].name
                yield Finding(
                    rule=RULE.rule,
                    at=where.at("purposes"),
                    values={"activity": activity.name, "name": name, "purpose": purpose},
                    related=(Related(at=activity.where.at("purposes"), part="contradicts"),),
                )
