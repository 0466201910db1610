"""A text as the text rules read it: blocks (a heading, a paragraph, an item of a list) and their sentences.

Every block remembers where its words stood in the file, so that a quote has its line and column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from deskprivacy.finding import Confidence, Severity
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.words.sentences import sentences

Kind = Literal["heading", "paragraph", "item"]


@frozen
class Link(Frozen):
    """Words of a block that lead somewhere: from and to which character, and where."""

    start: int
    end: int
    target: str


@frozen
class Block(Frozen):
    """A piece of text on its own, its white space made plain.

    `level` is that of a heading, 0 elsewhere. `guessed` tells that nothing but its look makes it a heading. `anchors`
    say of some characters on which line and column they stood; those between follow on.
    """

    text: str
    kind: Kind
    level: int = 0
    guessed: bool = False
    anchors: tuple[tuple[int, int, int], ...] = ((0, 1, 1),)
    links: tuple[Link, ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of a character."""
        start, line, column = self.anchors[bisect_right(self.anchors, (offset + 1,)) - 1]
        return line, column + offset - start


@frozen(kw_only=False)
class Phrase(Frozen):
    """A sentence, and where it begins in its block. `plain` is the form that lexicons are written for."""

    block: int
    text: str
    offset: int
    plain: str


@frozen
class Remark(Frozen):
    """What a text rule has to say: of which words, beginning where in which block, and how sure it is."""

    quote: str
    block: int
    offset: int
    confidence: Confidence = "high"
    severity: Severity | None = None
    number: int | None = None  # what the rule counted


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A whole text, read."""

    language: str
    blocks: tuple[Block, ...]

    @cached_property
    def _cut(self) -> dict[int, tuple[Phrase, ...]]:
        return {}

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Every sentence, in its order; a heading is one too."""
        return tuple(phrase for number in range(len(self.blocks)) for phrase in self.sentences(number))

    @cached_property
    def body(self) -> tuple[Phrase, ...]:
        """The sentences that do not stand in headings."""
        return tuple(one for one in self.phrases if self.is_body(one))

    @cached_property
    def plain(self) -> str:
        """The whole text as lexicons are written for, a block a line."""
        return plain("\n".join(block.text for block in self.blocks))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each block begins in `plain`, and where one more would."""
        return tuple(accumulate((len(block.text) + 1 for block in self.blocks), initial=0))

    def sentences(self, block: int) -> tuple[Phrase, ...]:
        """The sentences of a block: cut when somebody asks, for few hold a word that a rule looks for."""
        if block not in self._cut:
            self._cut[block] = tuple(_phrases(block, self.blocks[block].text))
        return self._cut[block]

    def is_body(self, phrase: Phrase) -> bool:
        """Whether a sentence does not stand in a heading."""
        return self.blocks[phrase.block].kind != "heading"

    def holding(self, words: Iterable[str]) -> set[tuple[int, int]]:
        """Which sentences of which blocks hold one of some plain words, as positions.

        The words are looked for in the whole text: that costs next to nothing where there are none.
        """
        found: set[tuple[int, int]] = set()
        for word in words:
            at = self.plain.find(word)
            while at >= 0:
                block = bisect_right(self._starts, at) - 1
                start = self._starts[block]
                position = bisect_right(self.sentences(block), at - start, key=_offset) - 1
                phrase = self.sentences(block)[position]
                found.add((block, position))
                at = self.plain.find(word, start + phrase.offset + len(phrase.text))
        return found

    def remark(self, phrase: Phrase, found: re.Match[str]) -> Remark:
        """A remark on the words of a sentence that a pattern found, the last of them whole."""
        end = found.end()
        while end < len(phrase.text) and phrase.text[end].isalnum() and phrase.text[end - 1].isalnum():
            end += 1
        quote = phrase.text[found.start() : end]
        blank = len(quote) - len(quote.lstrip())
        return Remark(quote=quote.strip(), block=phrase.block, offset=phrase.offset + found.start() + blank)

    def has_link(self, phrase: Phrase) -> bool:
        """Whether some words of a sentence lead somewhere."""
        return any(
            one.target and one.start < phrase.offset + len(phrase.text) and one.end > phrase.offset
            for one in self.blocks[phrase.block].links
        )


class Pieces:
    """The pieces of a block while it is read: their words are joined, their places kept."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._anchors: list[tuple[int, int, int]] = []
        self._links: list[Link] = []
        self._length = 0
        self._space = False

    @property
    def length(self) -> int:
        """How many characters the block has so far, with the space that waits for the next word."""
        return self._length + (self._space and bool(self._parts))

    def add(self, text: str, line: int, column: int) -> None:
        """Takes a piece of the file, which may run over several lines."""
        for number, part in enumerate(text.split("\n")):
            self._space = self._space or number > 0
            for word in _WORD.finditer(part):
                if word.start() > 0:
                    self._space = True
                self._append(word[0], line + number, (column if number == 0 else 1) + word.start())
            self._space = self._space or part[-1:].isspace()

    def link(self, start: int, target: str) -> None:
        """The words since `start` lead somewhere."""
        self._links.append(Link(start=start, end=self._length, target=target))

    def block(self, kind: Kind, level: int = 0) -> Block | None:
        """The block that they make, None where there are no words."""
        if not self._parts and not self._links:
            return None
        return Block(
            text="".join(self._parts),
            kind=kind,
            level=level,
            anchors=tuple(self._anchors) or ((0, 1, 1),),
            links=tuple(self._links),
        )

    def _append(self, word: str, line: int, column: int) -> None:
        if self._space and self._parts:
            self._parts.append(" ")
            self._length += 1
        self._space = False
        if not self._anchors or not self._follows(line, column):
            self._anchors.append((self._length, line, column))
        self._parts.append(word)
        self._length += len(word)

    def _follows(self, line: int, column: int) -> bool:
        offset, last_line, last_column = self._anchors[-1]
        return line == last_line and column == last_column + self._length - offset


_WORD = re.compile(r"\S+")
_SMALL = str.maketrans("’‘ʼ", "'''")


def plain(text: str) -> str:
    """Text as lexicons are written for: small letters, straight apostrophes; as long as it was."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(one if len(one) == 1 else letter for letter in text for one in (letter.lower(),))
    return small.translate(_SMALL)


def _offset(phrase: Phrase) -> int:
    return phrase.offset


def _phrases(number: int, text: str) -> Iterator[Phrase]:
    offset = 0
    for one in sentences(text):
        yield Phrase(number, one.text, offset, plain(one.text))
        offset += len(one.text) + 1


class Blocks:
    """The blocks of a file while it is read."""

    def __init__(self) -> None:
        self.pieces = Pieces()
        self.done: list[Block] = []

    def picture(self) -> None:
        """Something stands here that is no words: a picture, a frame, a table that a script fills."""
        self.done.append(Block(text="", kind="paragraph"))

    def end(self, kind: Kind = "paragraph", level: int = 0) -> None:
        """The block ends here."""
        if block := self.pieces.block(kind, level):
            self.done.append(block)
        self.pieces = Pieces()
