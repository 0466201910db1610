"""The text takes continued use for acceptance of its changes."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="changes-by-silence",
    family="text",
    severity=Severity.ERROR,
    law=("GDPR 4(11)", "GDPR 13(3)", "GDPR 14(4)", "WP260 rev.01 §29-31"),
    checked="2026-11-22",
    title={
        "en": "silence is taken for acceptance of changes",
        "fr": "le silence vaut acceptation des modifications",
    },
    message={
        "en": "“{quote}”: silence accepts no change",
        "fr": "« {quote} » : le silence n’accepte aucune modification",
    },
    help={
        "en": "say how and how long before you announce a change: for instance by e-mail, thirty days before",
        "fr": "dites comment et quand vous annoncez un changement : par exemple trente jours avant, par courriel",
    },
    why={
        "en": "Data given for one purpose pass to another without the person ever hearing of it.",
        "fr": "Des données confiées pour un usage passent à un autre sans que la personne en soit avertie.",
    },
    asks={
        "en": "A new purpose must be announced before it begins. Where consent is needed, it is asked for anew.",
        "fr": "Une nouvelle finalité s’annonce avant de commencer. S’il faut un consentement, il est redemandé.",
    },
    mend={
        "en": "Announce changes, date them, and keep the former versions at hand.",
        "fr": "Annoncez les changements, datez-les et gardez les versions précédentes accessibles.",
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
introduction: Continuer à commander après une modification vaut acceptation.  # <- changes-by-silence
"""

GOOD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Nous vous écrivons trente jours avant tout changement de cette notice.
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence by which going on means accepting a change."""
    return remarks(text, "changes")


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    return on_sentences(RULE, judge, facts.text)
