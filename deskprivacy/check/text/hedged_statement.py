"""The text says that something may be done, and not whether it is."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="hedged-statement",
    family="text",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(a)", "GDPR 12(1)", "WP260 rev.01 §12-13"),
    checked="2026-11-22",
    title={
        "en": "what is done is left open",
        "fr": "ce qui est fait reste incertain",
    },
    message={
        "en": "“{quote}” does not say whether it is done",
        "fr": "« {quote} » ne dit pas si c’est fait",
    },
    help={
        "en": "say what you do, or when: “if you enter a contest, we publish your first name”",
        "fr": (
            "dites ce que vous faites, ou dans quel cas : « si vous participez à un concours, nous publions "
            "votre prénom »"
        ),
    },
    why={
        "en": (
            "Whoever reads “we may share your data” does not know whether it happens to theirs. Uncertainty "
            "that suits the writer is paid for by the reader."
        ),
        "fr": (
            "Qui lit « nous pouvons partager vos données » ignore si les siennes le sont. Cette incertitude "
            "arrange celui qui écrit, aux dépens de celui qui lit."
        ),
    },
    asks={
        "en": (
            "Information must be clear and plain. The guidelines on transparency ask to avoid “may”, “might”, "
            "“some”, “often” and “possible”."
        ),
        "fr": (
            "L’information doit être claire et simple. Les lignes directrices sur la transparence demandent "
            "d’éviter « peut », « pourrait », « certains », « souvent » et « possible »."
        ),
    },
    mend={
        "en": "Use the present tense, and state the condition where there is one.",
        "fr": "Employez le présent, et énoncez la condition s’il y en a une.",
    },
    justified={
        "en": "It depends on an event that the text names elsewhere, and which cannot stand in the sentence.",
        "fr": "Cela dépend d’un évènement que le texte nomme ailleurs et qui ne peut figurer dans la phrase.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous pouvons utiliser votre numéro pour vous appeler.  # <- hedged-statement
  kind: order
  legal_basis: contract
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous utilisons votre numéro pour vous appeler quand le pain est prêt.
  kind: order
  legal_basis: contract
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence that leaves open whether something is done; never on what the reader can do."""
    return remarks(text, "hedging")


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    return on_sentences(RULE, judge, facts.text)
