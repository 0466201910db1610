"""The reader is to look again and again whether something has changed."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="check-regularly",
    family="text",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(a)", "GDPR 12(1)", "WP260 rev.01 §29"),
    checked="2026-11-22",
    title={
        "en": "the reader has to watch for changes",
        "fr": "le lecteur doit guetter les changements",
    },
    message={
        "en": "“{quote}”: it is for you to announce changes",
        "fr": "« {quote} » : c’est à vous d’annoncer les changements",
    },
    help={
        "en": "delete it, and say how you announce a change",
        "fr": "supprimez cette phrase, et dites comment vous annoncez un changement",
    },
    why={
        "en": "Nobody reads a notice every month. The burden is put on the one who cannot know.",
        "fr": "Personne ne relit une notice chaque mois. La charge est mise sur celui qui ne peut pas savoir.",
    },
    asks={
        "en": "The guidelines on transparency call it insufficient and unfair to ask people to check for changes.",
        "fr": (
            "Les lignes directrices sur la transparence jugent insuffisant et déloyal de demander aux gens de "
            "guetter les changements."
        ),
    },
    mend={
        "en": (
            "Announce each change that matters by a message of its own, before it takes effect, and keep the "
            "former versions at hand."
        ),
        "fr": (
            "Annoncez chaque changement important par un message à part, avant qu’il prenne effet, et gardez "
            "les versions précédentes accessibles."
        ),
    },
    justified=None,
)

BAD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Veuillez consulter cette notice régulièrement.  # <- check-regularly
"""

GOOD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Nous vous écrivons avant tout changement de cette notice.
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence that asks to come back and look."""
    return remarks(text, "check-regularly")


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    return on_sentences(RULE, judge, facts.text)
