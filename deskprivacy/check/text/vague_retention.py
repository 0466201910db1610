"""How long data are kept is said in words that tell no length."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="vague-retention",
    family="text",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(e)", "GDPR 13(2)(a)", "WP260 rev.01"),
    checked="2026-11-22",
    title={
        "en": "a period is not told",
        "fr": "une durée n’est pas dite",
    },
    message={
        "en": "“{quote}” tells nobody how long",
        "fr": "« {quote} » ne dit à personne combien de temps",
    },
    help={
        "en": "give a period and where it starts: “three years from your last order”",
        "fr": "donnez une durée et son point de départ : « trois ans après votre dernière commande »",
    },
    why={
        "en": "Without a figure nobody can see that their data are kept for too long.",
        "fr": "Sans chiffre, personne ne voit que ses données sont gardées trop longtemps.",
    },
    asks={
        "en": (
            "The notice tells the period or, where that is impossible, the criteria by which anyone could work "
            "it out. “As long as necessary” is not such a criterion."
        ),
        "fr": (
            "La notice dit la durée ou, si c’est impossible, les critères par lesquels chacun la calcule. « "
            "Aussi longtemps que nécessaire » n’en est pas un."
        ),
    },
    mend={
        "en": "Declare a period with its starting event, for each kind of data if they differ.",
        "fr": "Déclarez une durée et l’évènement qui la fait courir, pour chaque sorte de données si elles diffèrent.",
    },
    justified={
        "en": "The next sentence gives the period.",
        "fr": "La phrase suivante donne la durée.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous gardons votre numéro aussi longtemps que nécessaire.  # <- vague-retention
  kind: order
  legal_basis: contract
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous gardons votre numéro jusqu’au retrait du pain.
  kind: order
  legal_basis: contract
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence that speaks of a length and gives none."""
    return remarks(text, "retention")


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    return on_sentences(RULE, judge, facts.text)
