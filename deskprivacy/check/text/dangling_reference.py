"""The text points at a part of itself that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, on_texts
from deskprivacy.check.reading.text import Phrase, Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.lexicons import patterns, words

RULE = Rule(
    rule="dangling-reference",
    family="text",
    severity=Severity.ERROR,
    law=("GDPR 12(1)", "WP260 rev.01 §11"),
    checked="2026-11-22",
    title={
        "en": "a reference leads nowhere",
        "fr": "un renvoi ne mène nulle part",
    },
    message={
        "en": "“{quote}” leads nowhere in this text",
        "fr": "« {quote} » ne mène nulle part dans ce texte",
    },
    help={
        "en": "name the section by its title and link to it, or say it here",
        "fr": "nommez la rubrique par son titre et ajoutez un lien, ou dites-le ici",
    },
    why={
        "en": "The person looks for their choices in a section that does not exist, and gives up.",
        "fr": "La personne cherche ses choix dans une rubrique qui n’existe pas, et renonce.",
    },
    asks={
        "en": "The information must be easily accessible: nobody should have to look for it.",
        "fr": "L’information doit être aisément accessible : nul ne devrait avoir à la chercher.",
    },
    mend={
        "en": "Restore the part that was lost, or take the reference out.",
        "fr": "Rétablissez la partie perdue, ou retirez le renvoi.",
    },
    justified={
        "en": "The numbers are those of another document, which the sentence does not name.",
        "fr": "Les numéros sont ceux d’un autre document, que la phrase ne nomme pas.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Pour dire non, voir les paragraphes 8 et 9.  # <- dangling-reference
  kind: order
  legal_basis: contract
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Pour dire non, appelez la boutique.
  kind: order
  legal_basis: contract
"""


_NUMBERS = re.compile(r"\d+(?:\.\d+)*")
_NUMBERED = re.compile(
    r"(?:(?:section|paragraphe?|annexe?|article|chapitre|chapter|point|part(?:ie)?|appendix|schedule|clause|rubrique|§)"
    r" (?:n°? ?)?)?(\d+(?:\.\d+)*)(?=[.):°\s–—-])"
)


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence that refers to a number that no part has, or to what follows where nothing does."""
    numbers = _numbers(text)
    last = max((number for number, block in enumerate(text.blocks) if block.kind != "heading"), default=-1)
    for phrase in text.body:
        if text.has_link(phrase):
            continue
        remark = _numbered(text, phrase, numbers) or (_below(text, phrase) if phrase.block == last else None)
        if remark:
            yield remark


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    pointing = {one.at for one in on_sentences(RULE, _references, facts.text)}
    return on_texts(RULE, judge, (one for one in facts.texts if one.where in pointing))


def _references(text: Reading) -> Iterator[Remark]:
    """Every reference within a text, whether it leads somewhere or not."""
    for block, position in sorted(text.holding(words("references", "near").get(text.language, ()))):
        phrase = text.sentences(block)[position]
        wanted = (patterns("references", key)[text.language].search(phrase.plain) for key in ("numbered", "below"))
        found = next((one for one in wanted if one), None)
        if found and text.is_body(phrase):
            yield text.remark(phrase, found)


def _numbers(text: Reading) -> frozenset[str]:
    """The numbers that parts of the text have: those with which headings and paragraphs begin."""
    found = (_NUMBERED.match(text.blocks[one.block].text.lower()) for one in text.phrases if one.offset == 0)
    return frozenset(one[1] for one in found if one)


def _numbered(text: Reading, phrase: Phrase, numbers: frozenset[str]) -> Remark | None:
    pattern = patterns("references", "numbered").get(text.language)
    found = pattern.search(phrase.plain) if pattern else None
    if found is None or set(_NUMBERS.findall(found[1])) <= numbers:
        return None
    if patterns("references", "elsewhere")[text.language].search(phrase.plain):
        return None  # a law, or another document
    if patterns("references", "of_another")[text.language].match(phrase.plain, found.end()):
        return None
    return text.remark(phrase, found)


def _below(text: Reading, phrase: Phrase) -> Remark | None:
    """The last paragraph promises that something follows; sure only where the text is more than that paragraph."""
    pattern = patterns("references", "below").get(text.language)
    found = pattern.search(phrase.plain) if pattern else None
    if found is None or ":" in phrase.plain[found.end() :]:
        return None
    if sum(block.kind != "heading" for block in text.blocks) > 1:
        return text.remark(phrase, found)
    return replace(text.remark(phrase, found), confidence="medium", severity=Severity.WARNING)
