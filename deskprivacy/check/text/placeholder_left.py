"""A template asked to fill something in, and nobody did."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="placeholder-left",
    family="text",
    severity=Severity.ERROR,
    law=("GDPR 12(1)",),
    checked="2026-11-22",
    title={
        "en": "a placeholder was left",
        "fr": "un texte à compléter est resté",
    },
    message={
        "en": "“{quote}” was never filled in",
        "fr": "« {quote} » n’a pas été complété",
    },
    help={
        "en": "write what belongs there, or delete it",
        "fr": "écrivez ce qui manque, ou supprimez",
    },
    why={
        "en": "The person finds a gap where an answer should be, and sees that nobody has read the text.",
        "fr": "La personne trouve un blanc à la place d’une réponse, et voit que personne n’a relu le texte.",
    },
    asks={
        "en": "The information must be complete and intelligible when it is given.",
        "fr": "L’information doit être complète et intelligible au moment où elle est donnée.",
    },
    mend={
        "en": "Fill it in. What is not known yet belongs into an open question, not into the text.",
        "fr": "Complétez. Ce qui n’est pas encore connu va dans une question ouverte, pas dans le texte.",
    },
    justified={
        "en": "The brackets belong to a quotation.",
        "fr": "Les crochets font partie d’une citation.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous appelons au [numéro à compléter avant la parution].  # <- placeholder-left
  kind: order
  legal_basis: contract
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous vous appelons quand le pain est prêt.
  kind: order
  legal_basis: contract
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence with a placeholder, headings included, and for each link that leads nowhere."""
    told = {}
    for remark in remarks(text, "placeholders", lambda _phrase: True):
        told[remark.block] = remark
        yield remark
    for number, block in enumerate(text.blocks):
        for link in block.links:
            if not link.target.strip() and number not in told:
                yield Remark(quote=block.text[link.start : link.end] or "[]()", block=number, offset=link.start)
                break


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    return on_sentences(RULE, judge, facts)
