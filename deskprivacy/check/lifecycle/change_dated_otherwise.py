"""A notice and its own list of changes give two dates for one version."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="change-dated-otherwise",
    family="lifecycle",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)"),
    checked="2026-11-22",
    title={
        "en": "a notice gives two dates for one version",
        "fr": "une notice donne deux dates pour une même version",
    },
    message={
        "en": (
            "“{name}”, version {version}: in force on {effective_day} at the top, on {other_day} in the list of changes"
        ),
        "fr": "« {name} », version {version} : en vigueur le {effective_day} en tête, le {other_day} dans la liste des "
        "changements",
    },
    help={
        "en": "write the same day in `effective` and in the entry of `changes`",
        "fr": "écrivez le même jour dans `effective` et dans l’entrée de `changes`",
    },
    why={
        "en": "The date tells a person from when a new use concerns them.",
        "fr": "La date dit à la personne à partir de quand un nouvel usage la concerne.",
    },
    asks={
        "en": (
            "What people are told is clear and consistent (GDPR 12(1)): with two dates, nobody knows which "
            "text held on a given day."
        ),
        "fr": (
            "Ce qui est dit aux personnes est clair et cohérent (RGPD, art. 12(1)) : avec deux dates, nul ne "
            "sait quel texte valait un jour donné."
        ),
    },
    mend={
        "en": "Find out which day is right, and correct the other.",
        "fr": "Cherchez laquelle des deux dates est la bonne, et corrigez l’autre.",
    },
    justified=None,
)

BAD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "2"
effective: 2026-12-01
changes:
  - version: "2"
    effective: 2026-12-15  # <- change-dated-otherwise
    text: Nous appelons aussi pour la lettre. Nous vous avons écrit le 2 novembre 2026.
  - version: "1"
    effective: 2025-12-01
    text: Première version.
introduction: Voici ce que nous faisons de vos données.
"""

GOOD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "2"
effective: 2026-12-01
changes:
  - version: "2"
    effective: 2026-12-01
    text: Nous appelons aussi pour la lettre. Nous vous avons écrit le 2 novembre 2026.
  - version: "1"
    effective: 2025-12-01
    text: Première version.
introduction: Voici ce que nous faisons de vos données.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each change of a notice's own version with another date, at the date of the change."""
    for notice in facts.register.notices.values():
        for position, change in enumerate(notice.changes):
            if change.version != notice.version or None in (change.effective, notice.effective):
                continue
            if change.effective != notice.effective:
                yield Finding(
                    rule=RULE.rule,
                    at=notice.where.at("changes", position, "effective"),
                    values={
                        "name": notice.name,
                        "version": notice.version,
                        "effective_day": notice.effective,
                        "other_day": change.effective,
                    },
                    related=(Related(at=notice.where.at("effective"), part="contradicts"),),
                )
