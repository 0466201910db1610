"""A template asked to fill something in, and nobody did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.located import joined, of_text
from deskprivacy.check.reading.text import Reading, Remark, plain
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity, Where
from deskprivacy.law.lexicons import Cue, in_value, near
from deskprivacy.model.catalogue import Catalogue
from deskprivacy.model.side import SETTINGS
from deskprivacy.model.texts import internal_writings, public_particulars, public_texts

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
        "en": "write what belongs there, or delete it and put what is not known yet into an open question",
        "fr": "écrivez ce qui manque, ou supprimez, et mettez dans une question ouverte ce qui n’est pas encore connu",
    },
    why={
        "en": (
            "The person finds a gap where an answer should be, and sees that nobody has read the text. In a field that "
            "only those inside read, a fact that nobody knows passes for one that is declared."
        ),
        "fr": (
            "La personne trouve un blanc à la place d’une réponse, et voit que personne n’a relu le texte. Dans un "
            "champ interne, un fait que personne ne connaît passe pour déclaré."
        ),
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


_AROUND = " .!?:;,()[]{}<>*_`#\"'«»“”‘’…-–—=~/|"


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
    """The same for every value: texts and their translations, names, addresses, numbers, links; internal ones too."""
    yield from _in_public(facts)
    yield from _inside(facts)


def _in_public(facts: Facts) -> Iterator[Finding]:
    language = facts.register.settings.language
    particulars = tuple(public_particulars(facts.register))
    texts = tuple(public_texts(facts.register))
    alone = {where: cue for where, value, form in particulars if (cue := _nothing_else(value, form))}
    alone |= {where: cue for where, text in texts if (cue := _nothing_else(text, "text"))}
    for where, value in (*((one, value) for one, value, _form in particulars), *texts):
        if where in alone:
            yield _alone(where, value, alone[where])
    names = ((where, value) for where, value, form in particulars if form == "proper")
    named = [of_text(where, language, value) for where, value in names if _may_hold_one(value, language)]
    for finding in (*on_sentences(RULE, judge, facts.text), *on_sentences(RULE, judge, joined(language, named))):
        if finding.at not in alone:
            yield finding
    for language, catalogue in facts.register.catalogues.items():
        yield from _translated(facts, language, catalogue, texts)


def _inside(facts: Facts) -> Iterator[Finding]:
    """What stands in an internal field: nobody outside reads it, but it passes for the fact that a rule asks for."""
    language = facts.register.settings.language
    texts = []
    for where, value, form in internal_writings(facts.register):
        if cue := _nothing_else(value, form):
            yield replace(_alone(where, value, cue), severity=Severity.WARNING)
        elif form not in ("url", "email") and _may_hold_one(value, language):
            texts.append(of_text(where, language, value))
    for finding in on_sentences(RULE, judge, joined(language, texts)):
        yield replace(finding, severity=Severity.WARNING)


def _translated(
    facts: Facts, language: str, catalogue: Catalogue, texts: Iterable[tuple[Address, str]]
) -> Iterator[Finding]:
    """What stands in a catalogue: an error where a published notice prints it."""
    notices = facts.register.notices.values()
    published = {one.id for one in notices if one.status == "published" and language in one.languages}
    used = [(where, one) for where, text in dict.fromkeys(texts) for one in catalogue.about(where) if one.is_of(text)]
    everywhere = tuple(published)  # the register's own events serve all its notices
    printed = {
        one.place
        for where, one in used
        if published.intersection(everywhere if where.kind == SETTINGS else facts.told_by.get(where.entity, ()))
    }
    alone = {one.place: cue for _, one in used if (cue := _nothing_else(one.words, "text"))}
    found = [_alone(one.place, one.words, alone[one.place]) for _, one in used if one.place in alone]
    reading = joined(language, [of_text(one.place, language, one.words) for _, one in used if one.place not in alone])
    for finding in (*found, *on_sentences(RULE, judge, reading)):
        yield finding if finding.at in printed else replace(finding, severity=Severity.WARNING)


def _nothing_else(value: str, form: str) -> Cue | None:
    """The placeholder that is all that a value says."""
    line = plain(" ".join(value.split()))
    return in_value("placeholders", line if form in ("url", "email") else line.strip(_AROUND), form)


def _may_hold_one(value: str, language: str) -> bool:
    return near("placeholders", language).search(plain(value)) is not None


def _alone(where: Where, value: str, cue: Cue) -> Finding:
    return Finding(rule=RULE.rule, at=where, values={"quote": value}, severity=cue.severity, confidence=cue.confidence)
