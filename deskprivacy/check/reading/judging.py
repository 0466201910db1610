"""What the text rules share: looking for the cues of a lexicon, and judging the public texts of a register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from deskprivacy.check.reading.located import Joined, Located
from deskprivacy.check.reading.text import Phrase, Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity, Where
from deskprivacy.law.lexicons import Cue, lexicon

Judge = Callable[[Reading], Iterator[Remark]]

_SURE = {"high": 2, "medium": 1, "low": 0}


def remarks(reading: Reading, name: str, asked: Callable[[Phrase], bool] | None = None) -> Iterator[Remark]:
    """A remark for each sentence that a lexicon speaks of: on its gravest cue, then its surest, then its first.

    Headings are left out, or whatever `asked` leaves out.
    """
    cues: dict[tuple[int, int], list[Cue]] = {}
    for cue in lexicon(name).of(reading.language):
        for place in reading.holding(cue.near):
            cues.setdefault(place, []).append(cue)
    for block, position in sorted(cues):
        phrase = reading.sentences(block)[position]
        if (asked or reading.is_body)(phrase) and (remark := _remark(reading, phrase, cues[block, position])):
            yield remark


def _remark(reading: Reading, phrase: Phrase, cues: Iterable[Cue]) -> Remark | None:
    best: tuple[int, int, int] | None = None
    remark: Remark | None = None
    for cue in cues:
        found = cue.find(phrase.plain, phrase.text)
        if found is None:
            continue
        rank = (-(cue.severity or Severity.ERROR), -_SURE[cue.confidence], found.start())
        if best is None or rank < best:
            best = rank
            remark = replace(reading.remark(phrase, found), confidence=cue.confidence, severity=cue.severity)
    return remark


def on_sentences(rule: Rule, judge: Judge, text: Joined) -> Iterator[Finding]:
    """The findings of a rule that looks at each sentence for itself: it reads a whole register at once."""
    for remark in judge(text.reading):
        yield _finding(rule, text.owners[remark.block], remark)


def on_texts(rule: Rule, judge: Judge, located: Iterable[Located]) -> Iterator[Finding]:
    """The findings of a rule that looks at a text as a whole."""
    for one in located:
        for remark in judge(one.reading):
            yield _finding(rule, one.where, remark)


def _finding(rule: Rule, where: Where, remark: Remark) -> Finding:
    return Finding(
        rule=rule.rule,
        at=where,
        values={"quote": remark.quote, **({} if remark.number is None else {"number": remark.number})},
        severity=remark.severity,
        confidence=remark.confidence,
    )
