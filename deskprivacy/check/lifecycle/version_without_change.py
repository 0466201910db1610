"""A published notice lists what changed, but not in the version that it bears."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="version-without-change",
    family="lifecycle",
    severity=Severity.WARNING,
    law=("GDPR 12(1)", "GDPR 13(3)", "GDPR 14(4)", "WP260 rev.01 §29"),
    checked="2026-11-22",
    title={
        "en": "a notice does not say what its version changed",
        "fr": "une notice ne dit pas ce que sa version a changé",
    },
    message={
        "en": "“{name}” bears version {version}, and `changes` does not tell what it changed",
        "fr": "« {name} » porte la version {version}, et `changes` ne dit pas ce qu’elle a changé",
    },
    help={
        "en": 'add to `changes` an entry with `version: "{version}"`, `effective` and `text`: what is new, and how '
        "people were told",
        "fr": 'ajoutez à `changes` une entrée avec `version: "{version}"`, `effective` et `text` : ce qui est '
        "nouveau, et comment les personnes l’ont appris",
    },
    why={
        "en": "Nobody reads a notice twice to find the line that moved.",
        "fr": "Personne ne relit une notice pour trouver la ligne qui a bougé.",
    },
    asks={
        "en": "A change that matters is told before it takes effect, by a message of its own.",
        "fr": "Un changement qui compte s’annonce avant de prendre effet, par un message à part.",
    },
    mend={
        "en": "Say in two sentences what changed for people, and since when; write to them if it matters.",
        "fr": "Dites en deux phrases ce qui a changé pour les personnes, et depuis quand ; écrivez-leur si cela "
        "compte.",
    },
    justified={
        "en": "Only spelling or layout changed.",
        "fr": "Seules l’orthographe ou la mise en page ont changé.",
    },
)

BAD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: published
version: "2"  # <- version-without-change
effective: 2026-12-01
changes:
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
status: published
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
    """A finding for each published notice whose changes leave out its version, or that has none after the first."""
    for notice in facts.register.notices.values():
        told = {change.version for change in notice.changes}
        later = (
            notice.version is not None and notice.version.isdecimal() and notice.version.lstrip("0") not in ("", "1")
        )
        if notice.status == "published" and notice.version not in (None, *told) and (told or later):
            yield Finding(
                rule=RULE.rule,
                at=notice.where.at("version"),
                values={"name": notice.name, "version": notice.version},
            )
