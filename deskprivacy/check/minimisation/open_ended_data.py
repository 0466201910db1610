"""Data that are used are an open list: nobody can say what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="open-ended-data",
    family="minimisation",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(c)", "GDPR 5(1)(a)", "WP260 rev.01 §12"),
    checked="2026-11-22",
    title={
        "en": "an open list of data is used",
        "fr": "une liste ouverte de données est utilisée",
    },
    message={
        "en": "“{name}” ({category}) is an open list, and “{activity}” uses it: nobody can say which data these are",
        "fr": (
            "« {name} » ({category}) est une liste ouverte, et « {activity} » s’en sert : personne ne peut dire "
            "de quelles données il s’agit"
        ),
    },
    help={
        "en": "write in place of this item one item for each kind of information, and take the tag `open-ended` away",
        "fr": (
            "remplacez cet élément par un élément pour chaque type d’information, et retirez l’étiquette `open-ended`"
        ),
    },
    why={
        "en": "“And other similar data” may be anything. Nobody can object to what is not said.",
        "fr": (
            "« Et d’autres données semblables » peut vouloir dire n’importe quoi. On ne s’oppose pas à ce qui "
            "n’est pas dit."
        ),
    },
    asks={
        "en": "Data are limited to what the purposes need; what is not named cannot be shown to be needed.",
        "fr": (
            "Les données sont limitées à ce que les finalités exigent ; on ne démontre pas la nécessité de ce "
            "qu’on ne nomme pas."
        ),
    },
    mend={
        "en": (
            "Look into the form or the database, and list the fields; what nobody can name a use for is no "
            "longer collected."
        ),
        "fr": (
            "Regardez le formulaire ou la base, et relevez les champs ; ce dont personne ne peut dire l’usage "
            "n’est plus recueilli."
        ),
    },
    justified={
        "en": "The persons write what they like in a free field, and nobody sorts it.",
        "fr": "Les personnes écrivent ce qu’elles veulent dans un champ libre, et personne ne le trie.",
    },
)

BAD = """
# data_categories.yaml
tastes:
  name: Goûts
  cnil_family: personal-life
  sources: [order-form]
  items:
    other-tastes:
      name: Autres goûts
      tags: [interests, open-ended]  # <- open-ended-data

# activities/menus.yaml
name: Menus sur mesure
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  tastes:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# data_categories.yaml
tastes:
  name: Goûts
  cnil_family: personal-life
  sources: [order-form]
  items:
    favourite-bread:
      name: Pain préféré
      tags: [interests]

# activities/menus.yaml
name: Menus sur mesure
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  tastes:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each item that is tagged as an open list, with the first activity that uses it."""
    for category in facts.register.data_categories.values():
        for ident, item in (category.items or {}).items():
            if "open-ended" not in item.tags:
                continue
            uses = facts.uses_by_category.get(category.id, ())
            use = next((use for use in uses if any(one is item for one in use.items)), None)
            if use is not None:
                values = {"name": item.name, "category": category.name, "activity": use.activity.name}
                yield Finding(
                    rule=RULE.rule,
                    at=category.where.at("items", ident, "tags"),
                    values=values,
                    related=(Related(at=use.where, part="declared"),),
                )
