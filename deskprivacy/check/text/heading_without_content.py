"""A heading announces what no text says."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_texts
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="heading-without-content",
    family="text",
    severity=Severity.ERROR,
    law=("GDPR 12(1)",),
    checked="2026-11-22",
    title={
        "en": "a heading has no text",
        "fr": "un titre n’a pas de texte",
    },
    message={
        "en": "“{quote}”: no text follows this heading",
        "fr": "« {quote} » : aucun texte ne suit ce titre",
    },
    help={
        "en": "write the section, put the heading where its text stands, or delete it",
        "fr": "rédigez la rubrique, placez le titre devant son texte, ou supprimez-le",
    },
    why={
        "en": "The heading promises an answer, on transfers or on rights, that the person then looks for in vain.",
        "fr": "Le titre promet une réponse, sur les transferts ou sur les droits, que la personne cherche en vain.",
    },
    asks={
        "en": "The information must be concise, intelligible and easily accessible: headings are there to lead to it.",
        "fr": "L’information doit être concise, intelligible et aisément accessible : les titres sont là pour y mener.",
    },
    mend={
        "en": "Attach each heading to its text. What cannot be said yet is an open question.",
        "fr": "Rattachez chaque titre à son texte. Ce qui ne peut encore être dit est une question ouverte.",
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
introduction: |  # <- heading-without-content
  Voici ce que nous faisons de vos données.

  ## Vos droits
"""

GOOD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: |
  Voici ce que nous faisons de vos données.

  ## Vos droits

  Vous pouvez nous écrire.
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each heading after which the next, of the same rank or a higher one, or the end follows at once."""
    for number, block in enumerate(text.blocks):
        if block.kind != "heading":
            continue
        following = text.blocks[number + 1] if number + 1 < len(text.blocks) else None
        if following is None or (following.kind == "heading" and following.level <= block.level):
            if block.guessed:  # the foot of a page, copied with it, looks the same
                yield Remark(quote=block.text, block=number, offset=0, confidence="medium", severity=Severity.WARNING)
            else:
                yield Remark(quote=block.text, block=number, offset=0)


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    with_headings = (one for one in facts.texts if any(block.kind == "heading" for block in one.blocks))
    return on_texts(RULE, judge, with_headings)
