"""The public texts of a register, each read, with the address at which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskprivacy.check.reading.text import Block, Reading
from deskprivacy.finding import Where
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.register import Register
from deskprivacy.model.texts import public_texts

_MARKED_UP = re.compile(r"[\\`*_\[\]<>#|\n=~]|^\s*(?:[-+]|\d)")


@frozen(kw_only=False)
class Located(Frozen):
    """A public text of a register, or its translation, in blocks."""

    where: Where
    language: str
    blocks: tuple[Block, ...]

    @property
    def reading(self) -> Reading:
        """The text, read apart from all others: few rules ask for that, and of few texts."""
        return Reading(language=self.language, blocks=self.blocks)


@frozen
class Joined(Frozen):
    """Several texts as one, with the address, or the place in a catalogue, at which each block of it stands."""

    reading: Reading
    owners: tuple[Where, ...]


def located(register: Register) -> Iterator[Located]:
    """Every public text of a register, in its order."""
    language = register.settings.language
    for where, text in public_texts(register):
        yield of_text(where, language, text)


def of_text(where: Where, language: str, text: str) -> Located:
    """One text, read."""
    return Located(where, language, _blocks(text))


def joined(language: str, texts: Sequence[Located]) -> Joined:
    """The texts as one, for rules that look at each sentence for itself: one search serves all."""
    blocks = tuple(block for one in texts for block in one.blocks)
    owners = tuple(one.where for one in texts for _block in one.blocks)
    return Joined(reading=Reading(language=language, blocks=blocks), owners=owners)


def _blocks(text: str) -> tuple[Block, ...]:
    if _MARKED_UP.search(text):
        from deskprivacy.check.reading.markdown import read_markdown  # its patterns take their time

        return read_markdown(text)
    line = " ".join(text.split())
    return (Block(text=text if text == line else line, kind="paragraph"),) if line else ()
