"""Which elements of Art. 13/14 a text seems to mention: wholly, in part, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from deskprivacy.check.reading.text import Phrase, Reading, Remark
from deskprivacy.law.lexicons import Cue, Element, elements

State = Literal["present", "partial", "absent"]


def mentioned(reading: Reading) -> Iterator[tuple[Element, State, Remark | None]]:
    """Every element with its state, and the words that tell it. A heading alone never tells the whole."""
    headings = tuple(one for one in reading.phrases if _announces(reading, one))
    for element in elements():
        present = element.present.get(reading.language, ())
        partial = element.partial.get(reading.language, ())
        if found := _first(reading, reading.body, present):
            yield element, "present", found
            continue
        touched = _first(reading, reading.body, partial) or _first(reading, headings, (*partial, *present))
        yield element, "partial" if touched else "absent", touched


def _announces(reading: Reading, phrase: Phrase) -> bool:
    """Whether a sentence is a heading that text follows."""
    block = reading.blocks[phrase.block]
    following = reading.blocks[phrase.block + 1 : phrase.block + 2]
    return block.kind == "heading" and bool(following) and following[0].kind != "heading"


def _first(reading: Reading, phrases: tuple[Phrase, ...], cues: tuple[Cue, ...]) -> Remark | None:
    for cue in (one for one in cues if one.may_stand_in(reading.plain)):
        for phrase in phrases:
            if found := cue.find(phrase.plain):
                return reading.remark(phrase, found)
    return None
