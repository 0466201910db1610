"""The program's own tables of law were to be compared with their sources by now."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.tables import stale_on

RULE = Rule(
    rule="reference-data-stale",
    family="lifecycle",
    severity=Severity.WARNING,
    law=("GDPR 5(2)", "GDPR 24(1)", "GDPR 45(5)"),
    checked="2026-11-22",
    title={
        "en": "the tables of law in this version were to be checked again by now",
        "fr": "les tables juridiques de cette version devaient déjà être revérifiées",
    },
    message={
        "en": "{tables}: to be compared with their sources again since {since_day}",
        "fr": "{tables} : à comparer de nouveau à leurs sources depuis le {since_day}",
    },
    help={
        "en": "install a newer deskprivacy; until then, check what your register takes from them against the sources",
        "fr": "installez une version plus récente ; d’ici là, vérifiez aux sources ce que votre registre en tire",
    },
    why={
        "en": (
            "An adequacy decision can be annulled, a recommended period shortened. People who are told that a "
            "decision protects their data, when it no longer exists, are misled."
        ),
        "fr": (
            "Une décision d’adéquation peut être annulée, une durée recommandée raccourcie. Dire à une "
            "personne que ses données sont protégées par une décision disparue, c’est la tromper."
        ),
    },
    asks={
        "en": (
            "No text dates a program. You answer for what you declare and must be able to show that it is up to "
            "date (GDPR 5(2), 24(1)); the Commission repeals, amends or suspends an adequacy decision whenever "
            "protection fails (45(5))."
        ),
        "fr": (
            "Aucun texte ne date un programme. Vous répondez de ce que vous déclarez et devez pouvoir montrer que "
            "c’est à jour (RGPD, art. 5(2) et 24(1)) ; la Commission abroge, modifie ou suspend une décision "
            "d’adéquation dès que la protection fait défaut (art. 45(5))."
        ),
    },
    mend={
        "en": (
            "Install a newer version. `deskprivacy explain adequacy`, and so for each table, names the sources "
            "and says what was not verified; compare with them the countries, periods and exemptions on which you "
            "rely."
        ),
        "fr": (
            "Installez une version plus récente. `deskprivacy explain adequacy`, et de même pour chaque table, "
            "nomme les sources et dit ce qui n’a pas été vérifié ; comparez-leur les pays, les durées et les "
            "dispenses dont vous vous servez."
        ),
    },
    justified={
        "en": "You have compared the tables with their sources yourself: write the day, and who did it, in the reason.",
        "fr": "Vous avez comparé vous-même les tables à leurs sources : écrivez dans le motif le jour et qui l’a fait.",
    },
    internal=True,
)

BAD = """
# judged on 2027-09-01
# register.yaml
title: Registre de la boulangerie Aubépine  # <- reference-data-stale
language: fr
"""

GOOD = """
# register.yaml
title: Registre de la boulangerie Aubépine
language: fr
"""


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for all the tables whose day has passed; it depends on the day of judgement alone."""
    stale = dict(stale_on(facts.today))
    if stale:
        yield Finding(
            rule=RULE.rule,
            at=Address("register", keys=("title",)),
            values={"tables": tuple(stale), "since_day": min(stale.values())},
        )
