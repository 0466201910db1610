"""What the text rules share: looking for the cues of a lexicon, and judging the public texts of a register."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.text.reading.markdown import read_markdown
from deskprivacy.check.text.reading.text import Block, Phrase, Reading, Remark
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.lexicons import Cue, lexicon
from deskprivacy.model.texts import public_texts

Judge = Callable[[Reading], Iterator[Remark]]

_MARKED_UP = re.compile(r"[\\`*_\[\]<>#|\n=~]|^\s*(?:[-+]|\d)")
_SURE = {"high": 2, "medium": 1, "low": 0}


@dataclass(frozen=True, slots=True)
class Located:
    """A public text of a register, read."""

    where: Address
    reading: Reading


def remarks(reading: Reading, name: str, phrases: Iterable[Phrase] | None = None) -> Iterator[Remark]:
    """A remark for each sentence that a lexicon speaks of: on its gravest cue, then its surest, then its first."""
    cues = tuple(cue for cue in lexicon(name).of(reading.language) if cue.may_stand_in(reading.plain))
    if not cues:
        return
    for phrase in reading.body if phrases is None else phrases:
        if remark := remark_on(reading, phrase, cues):
            yield remark


def remark_on(reading: Reading, phrase: Phrase, cues: Iterable[Cue]) -> Remark | None:
    """What the cues say of one sentence."""
    best: tuple[int, int, int] | None = None
    remark: Remark | None = None
    for cue in cues:
        found = cue.find(phrase.plain)
        if found is None:
            continue
        rank = (-(cue.severity or Severity.ERROR), -_SURE[cue.confidence], found.start())
        if best is None or rank < best:
            best = rank
            remark = replace(reading.remark(phrase, found), confidence=cue.confidence, severity=cue.severity)
    return remark


def readings(facts: Facts) -> tuple[Located, ...]:
    """Every public text of a register, read once for all rules; kept where the facts keep their own indexes."""
    kept = vars(facts)
    if "readings" not in kept:
        language = facts.register.settings.language
        kept["readings"] = tuple(
            Located(where, Reading(language=language, blocks=_blocks(text)))
            for where, text in public_texts(facts.register)
        )
    found: tuple[Located, ...] = kept["readings"]
    return found


def on_sentences(rule: Rule, judge: Judge, facts: Facts) -> Iterator[Finding]:
    """The findings of a rule that looks at each sentence for itself: it reads the whole register at once."""
    reading, owners = _joined(facts)
    for remark in judge(reading):
        yield _finding(rule, owners[remark.block], remark)


def _joined(facts: Facts) -> tuple[Reading, tuple[Address, ...]]:
    """All public texts as one, with the address of each block."""
    kept = vars(facts)
    if "joined" not in kept:
        located = readings(facts)
        blocks = tuple(block for one in located for block in one.reading.blocks)
        owners = tuple(one.where for one in located for _block in one.reading.blocks)
        kept["joined"] = (Reading(language=facts.register.settings.language, blocks=blocks), owners)
    found: tuple[Reading, tuple[Address, ...]] = kept["joined"]
    return found


def on_texts(rule: Rule, judge: Judge, located: Iterable[Located]) -> Iterator[Finding]:
    """The findings of a rule that looks at a text as a whole."""
    for one in located:
        for remark in judge(one.reading):
            yield _finding(rule, one.where, remark)


def _finding(rule: Rule, where: Address, remark: Remark) -> Finding:
    return Finding(
        rule=rule.rule,
        at=where,
        values={"quote": remark.quote, **({} if remark.number is None else {"number": remark.number})},
        severity=remark.severity,
        confidence=remark.confidence,
    )


def _blocks(text: str) -> tuple[Block, ...]:
    if _MARKED_UP.search(text):
        return read_markdown(text)
    line = " ".join(text.split())
    return (Block(text=line, kind="paragraph"),) if line else ()
