"""A person must state a gender or title."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.uses import DataUse

RULE = Rule(
    rule="gender-mandatory",
    family="minimisation",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(c)", "GDPR 6(1)(b)", "CJEU C-394/23"),
    checked="2026-11-22",
    title={
        "en": "a gender or title must be given",
        "fr": "un genre ou une civilité est obligatoire",
    },
    message={
        "en": (
            "“{activity}”: the person must state a gender or title ({items}); to address customers, the Court of "
            "Justice found that not to be necessary"
        ),
        "fr": (
            "« {activity} » : la personne doit indiquer un genre ou une civilité ({items}) ; pour s’adresser à "
            "des clients, la Cour de justice a jugé que ce n’était pas nécessaire"
        ),
    },
    help={
        "en": "write `required: optional` on a line of its own for this item, or stop asking for it",
        "fr": "écrivez `required: optional` sur une ligne propre à cet élément, ou cessez de le demander",
    },
    why={
        "en": (
            "To buy a train ticket nobody needs to be a Sir or a Madam; some are neither, and some are "
            "discriminated against for it."
        ),
        "fr": (
            "Pour acheter un billet de train, nul n’a besoin d’être Monsieur ou Madame ; certains ne sont ni "
            "l’un ni l’autre, et en pâtissent."
        ),
    },
    asks={
        "en": (
            "Data must be objectively indispensable to the contract, or strictly necessary to a legitimate "
            "interest; a form of address without gender exists."
        ),
        "fr": (
            "La donnée doit être objectivement indispensable au contrat, ou strictement nécessaire à un intérêt "
            "légitime ; or on peut saluer sans civilité."
        ),
    },
    mend={
        "en": (
            "Make the field optional, or drop it and greet by name; correct the templates of letters that depend on it."
        ),
        "fr": (
            "Rendez le champ facultatif, ou supprimez-le et saluez par le nom ; corrigez les modèles de "
            "lettres qui en dépendent."
        ),
    },
    justified={
        "en": "The service depends on it: a garment that is cut to it, rooms that the law separates.",
        "fr": "Le service en dépend : un vêtement coupé pour cela, des chambres que la loi sépare.",
    },
)

BAD = """
# data_categories.yaml
salutation:
  name: Civilité
  cnil_family: civil-status-identity
  sources: [order-form]
  items:
    title:
      name: Madame ou Monsieur
      tags: [gender]

# activities/menus.yaml
name: Fichier des clients
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
data:
  salutation:
    required:  # <- gender-mandatory
      mandatory: to-contract
      otherwise: Nous ne pouvons pas vous servir.
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# data_categories.yaml
salutation:
  name: Civilité
  cnil_family: civil-status-identity
  sources: [order-form]
  items:
    title:
      name: Madame ou Monsieur
      tags: [gender]

# activities/menus.yaml
name: Fichier des clients
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
data:
  salutation:
    required: optional
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each line with such an item that must be given.

    What an activity says of all its data may be said of the account or the order, not of this field: a mere remark.
    """
    for use in facts.uses:
        items = tuple(item.name for item in use.items if "gender" in item.tags)
        if not items or use.activity.is_processor_sheet or not _must(use):
            continue
        own = use.line.required is not None
        at = use.where.at("required") if own else use.where
        values = {"activity": use.activity.name, "items": items}
        alone = len(items) == len(use.items)
        yield Finding(rule=RULE.rule, at=at, on="key", values=values, severity=None if own or alone else Severity.INFO)


def _must(use: DataUse) -> bool:
    return any(one.mandatory and not one.when for one in use.required or ())
