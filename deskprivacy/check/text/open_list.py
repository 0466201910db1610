"""A list of which nobody knows the end."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="open-list",
    family="text",
    severity=Severity.WARNING,
    law=("GDPR 12(1)", "WP260 rev.01 §12-13"),
    checked="2026-11-22",
    title={
        "en": "a list stays open",
        "fr": "une énumération reste ouverte",
    },
    message={
        "en": "“{quote}” hides how the list goes on",
        "fr": "« {quote} » cache la suite de la liste",
    },
    help={
        "en": "name everything, or give the category and say what belongs to it",
        "fr": "nommez tout, ou donnez la catégorie et dites ce qu’elle contient",
    },
    why={
        "en": "What the list leaves out may be what matters most to the person.",
        "fr": "Ce que la liste tait est peut-être ce qui compte le plus pour la personne.",
    },
    asks={
        "en": "The information must be concise, but also complete enough to foresee what happens to the data.",
        "fr": (
            "L’information doit être concise, mais aussi assez complète pour que chacun sache ce que deviennent "
            "ses données."
        ),
    },
    mend={
        "en": "End the list. If it is long, group it: a closed list of categories, each with its content.",
        "fr": (
            "Fermez la liste. Si elle est longue, regroupez : une liste close de catégories, chacune avec son contenu."
        ),
    },
    justified={
        "en": "The examples explain a category that is defined completely elsewhere in the same text.",
        "fr": "Les exemples éclairent une catégorie entièrement définie ailleurs dans le même texte.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous notons le pain choisi, le jour de retrait, etc  # <- open-list
  kind: order
  legal_basis: contract
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous notons le pain choisi et le jour de retrait.
  kind: order
  legal_basis: contract
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence with a list that does not end; a soft one on “such as” and its like."""
    return remarks(text, "open-lists")


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    return on_sentences(RULE, judge, facts.text)
