"""An activity uses data about persons whom it does not list."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="data-of-unlisted-persons",
    family="minimisation",
    severity=Severity.WARNING,
    law=("GDPR 30(1)(c)", "GDPR 14(1)", "GDPR 5(1)(c)"),
    sought_in=("itself",),
    checked="2026-11-22",
    title={
        "en": "an activity uses data about persons whom it does not list",
        "fr": "une activité utilise des données sur des personnes qu’elle ne mentionne pas",
    },
    message={
        "en": "“{activity}”: “{item}” is about “{persons}”, who are not among the persons of the activity",
        "fr": "« {activity} » : « {item} » porte sur « {persons} », qui ne sont pas parmi les personnes de l’activité",
    },
    help={
        "en": (
            "add them to `data_subjects` of the activity or of that line of `data`; better, stop asking for data "
            "about others"
        ),
        "fr": (
            "ajoutez-les à `data_subjects` de l’activité ou de cette ligne de `data` ; mieux, cessez de demander "
            "des données sur autrui"
        ),
    },
    why={
        "en": "These people filled in no form. They cannot object to what they never heard of.",
        "fr": "Ces personnes n’ont rempli aucun formulaire. Elles ne peuvent pas s’opposer à ce qu’elles ignorent.",
    },
    asks={
        "en": (
            "The record names all the categories of persons; those whose data come from somebody else are "
            "informed as well."
        ),
        "fr": (
            "La fiche nomme toutes les catégories de personnes ; celles dont les données viennent d’autrui sont "
            "informées elles aussi."
        ),
    },
    mend={
        "en": "Do without these data; if they are needed, list the persons, find the basis and inform them.",
        "fr": (
            "Passez-vous de ces données ; si elles sont nécessaires, mentionnez ces personnes, trouvez la base "
            "et informez-les."
        ),
    },
    justified={
        "en": "The data say nothing by which these persons could be known.",
        "fr": "Rien dans ces données ne permet de reconnaître ces personnes.",
    },
)

BAD = """
# data_categories.yaml
household:
  name: Foyer
  cnil_family: personal-life
  sources: [order-form]
  items:
    birthdays:
      name: Prénoms et anniversaires de vos proches
      concerns: [relatives]
# data_subjects.yaml
relatives:
  name: Proches des clients
  minors:
    status: excluded

# activities/menus.yaml
name: Gâteaux d’anniversaire
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  household:  # <- data-of-unlisted-persons
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# data_categories.yaml
household:
  name: Foyer
  cnil_family: personal-life
  sources: [order-form]
  items:
    birthdays:
      name: Prénoms et anniversaires de vos proches
      concerns: [relatives]
# data_subjects.yaml
relatives:
  name: Proches des clients
  minors:
    status: excluded

# activities/menus.yaml
name: Gâteaux d’anniversaire
purposes: [order-preparation]
data_subjects: [customers, relatives]
retention: one-year
required: optional
data:
  household:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each item about persons whom neither its line nor its activity lists; an ended one is history."""
    for use in facts.uses:
        listed = {*use.data_subjects, *use.activity.data_subjects}
        if not listed or use.activity.status == "ended":
            continue
        for item in use.items:
            for person in item.concerns:
                if person not in listed:
                    name = facts.register.data_subjects[person].name
                    values = {"activity": use.activity.name, "item": item.name, "persons": name}
                    yield Finding(rule=RULE.rule, at=use.where, on="key", values=values)
