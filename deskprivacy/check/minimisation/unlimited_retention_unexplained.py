"""Data are kept without limit, and nothing says why or what ends it."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="unlimited-retention-unexplained",
    family="minimisation",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(e)",),
    checked="2026-11-22",
    title={
        "en": "data are kept without limit, and nothing says why",
        "fr": "des données sont conservées sans limite, et rien ne dit pourquoi",
    },
    message={
        "en": "“{name}”: the data are kept without limit; neither a reason nor an event that ends it is declared",
        "fr": (
            "« {name} » : les données sont conservées sans limite ; ni raison ni événement qui y mette fin n’est "
            "déclaré"
        ),
    },
    help={
        "en": "write a period in `active:`; if there is truly no limit, say `why:` and what ends it in `sooner:`",
        "fr": (
            "écrivez une durée dans `active:` ; s’il n’y a vraiment pas de limite, dites `why:` et, dans "
            "`sooner:`, ce qui y met fin"
        ),
    },
    why={
        "en": "What is kept for ever will one day be lost, sold or read by somebody who does not know you.",
        "fr": "Ce qui est gardé pour toujours sera un jour perdu, vendu ou lu par quelqu’un qui ne vous connaît pas.",
    },
    asks={
        "en": (
            "Data are kept no longer than the purposes need; for longer only for archiving in the public "
            "interest, research or statistics."
        ),
        "fr": (
            "Les données ne sont pas gardées plus longtemps que les finalités ne l’exigent ; plus longtemps, "
            "seulement pour des archives d’intérêt public, la recherche ou les statistiques."
        ),
    },
    mend={
        "en": "Find the last day on which somebody needs them; add what ends it sooner, such as a withdrawal.",
        "fr": (
            "Cherchez le dernier jour où quelqu’un en a besoin ; ajoutez ce qui y met fin plus tôt, par exemple "
            "un retrait."
        ),
    },
    justified={
        "en": "The publication is meant to last, and the person may end it at any time: say so in the rule itself.",
        "fr": (
            "La publication est faite pour durer et la personne peut y mettre fin à tout moment : dites-le dans "
            "la règle même."
        ),
    },
)

BAD = """
# retention_rules.yaml
prospects:
  name: Prospects
  active: unlimited  # <- unlimited-retention-unexplained
  then: delete

# activities/menus.yaml
name: Prospection
purposes: [newsletter]
data_subjects: [customers]
retention: prospects
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# retention_rules.yaml
prospects:
  name: Livre d’or
  active: unlimited
  sooner:
    - until: consent-withdrawn
  why: un livre d’or se lit d’une génération à l’autre
  then: delete

# activities/menus.yaml
name: Livre d’or
purposes: [order-preparation]
data_subjects: [customers]
retention: prospects
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each rule that is unlimited, and says neither why nor what ends it sooner."""
    for rule in facts.register.retention_rules.values():
        if rule.active == "unlimited" and not rule.why and not rule.sooner:
            yield Finding(rule=RULE.rule, at=rule.where.at("active"), values={"name": rule.name or rule.id})
