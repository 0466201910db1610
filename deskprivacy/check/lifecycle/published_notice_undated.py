"""A published notice bears no version or no date."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="published-notice-undated",
    family="lifecycle",
    severity=Severity.WARNING,
    law=("GDPR 5(2)", "GDPR 12(1)", "WP260 rev.01"),
    checked="2026-11-22",
    title={
        "en": "a published notice bears no version or no date",
        "fr": "une notice publiée ne porte ni version ni date complètes",
    },
    message={
        "en": "“{name}” is published without {missing}",
        "fr": "« {name} » est publiée sans {missing}",
    },
    help={
        "en": "write `version:` and `effective:` (the day from which it holds)",
        "fr": "écrivez `version:` et `effective:` (le jour à partir duquel elle vaut)",
    },
    why={
        "en": "Who was told what, and when? Without a date nobody can say, neither you nor the person.",
        "fr": "Qui a été informé de quoi, et quand ? Sans date, nul ne peut le dire, ni vous ni la personne.",
    },
    asks={
        "en": "You must be able to show what people were told on the day their data were collected.",
        "fr": "Vous devez pouvoir montrer ce qui a été dit aux personnes le jour de la collecte.",
    },
    mend={
        "en": (
            "Number each version and date it; keep the old ones, so that you can show which of them a person was given."
        ),
        "fr": (
            "Numérotez et datez chaque version ; gardez les anciennes, pour pouvoir montrer laquelle a été "
            "remise à une personne."
        ),
    },
    justified=None,
)

BAD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: published  # <- published-notice-undated
version: "1"
introduction: Voici ce que nous faisons de vos données.
"""

GOOD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: published
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each published notice that lacks its version or its date, at its status."""
    for notice in facts.register.notices.values():
        missing = tuple(key for key in ("version", "effective") if getattr(notice, key) is None)
        if notice.status == "published" and missing:
            values = {"name": notice.name, "missing": missing}
            yield Finding(rule=RULE.rule, at=notice.where.at("status"), values=values)
