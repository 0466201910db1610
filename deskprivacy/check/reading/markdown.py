"""Reading Markdown: headings, paragraphs, items and table cells, links; other marks are left out of the words."""

from __future__ import annotations

import re

from deskprivacy.check.reading.text import Block, Blocks

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_BULLET = re.compile(r"\s*[-*+][ \t]+(?:\[[ xX]\][ \t])?")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|(-+))[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_FRONT = "---"
_SHOWN = re.compile(r"<(?:embed|iframe|img|object|script|video)\b")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_ROW = re.compile(r"\s*\|")
_DELIMITERS = re.compile(r"[\s|:-]+$")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]+\]:\s")
# What is no word in a line: links and pictures, tags, emphasis, code marks, escapes.
_MARK = re.compile(
    r"(?P<link>!?\[(?P<words>[^\[\]]*)\](?:\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s[^()]*)?\)|\[[^\[\]]*\]))"
    r"|(?P<tag></?[a-zA-Z!][^<>]*>)"
    r"|(?P<mark>\*+|`+|~~|(?<!\w)_+|_+(?!\w))"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
)


def read_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a text in Markdown."""
    reader = _Reader()
    lines = text.split("\n")
    for number, line in enumerate(lines[_matter(lines) :], start=1 + _matter(lines)):
        reader.line(line, number)
    reader.end()
    return tuple(reader.found.done)


def _matter(lines: list[str]) -> int:
    """How many lines at the top are about the page, and not in it."""
    if lines[0].rstrip() != _FRONT:
        return 0
    return next((number for number, line in enumerate(lines[1:60], start=2) if line.rstrip() == _FRONT), 0)


class _Reader:
    def __init__(self) -> None:
        self.found = Blocks()
        self._item = False
        self._code = False

    def line(self, line: str, number: int) -> None:
        """Takes one line."""
        if _FENCE.match(line):
            self.end()
            self.found.picture()
            self._code = not self._code
            return
        if self._code:
            return
        start = quoted.end() if (quoted := _QUOTED.match(line)) else 0
        rest = line[start:]
        if not rest.strip() or _DEFINITION.match(rest):
            self.end()
        elif heading := _HEADING.match(rest):
            self.end()
            self._words(_CLOSING.sub("", rest[heading.end() :]), number, start + heading.end() + 1)
            self.found.end("heading", len(heading[1]))
        elif underline := _UNDERLINE.match(rest):
            self._underlined(1 if underline[1] else 2)
        elif _RULE.match(rest):
            self.end()
        elif _ROW.match(rest):
            self._row(rest, number, start + 1)
        else:
            self._flow(rest, number, start + 1)

    def end(self) -> None:
        """The paragraph or item ends here."""
        self.found.end("item" if self._item else "paragraph")
        self._item = False

    def _underlined(self, level: int) -> None:
        """A line of `=` or `-`: what stands before it is a heading; where nothing does, it is a rule."""
        if not self._item:
            self.found.end("heading", level)
        self.end()

    def _row(self, line: str, number: int, column: int) -> None:
        self.end()
        if _DELIMITERS.fullmatch(line):
            return
        position = 0
        for cell in line.split("|"):
            self._words(cell, number, column + position)
            self.found.end("item")
            position += len(cell) + 1

    def _flow(self, line: str, number: int, column: int) -> None:
        start = 0
        if _ITEM.match(line):
            self.end()
            self._item = True
            if bullet := _BULLET.match(line):
                start = bullet.end()
        self._words(f"{line[start:]}\n", number, column + start)

    def _words(self, line: str, number: int, column: int) -> None:
        pieces, position = self.found.pieces, 0
        if _SHOWN.search(line):
            self.found.picture()
        for mark in _MARK.finditer(line):
            pieces.add(line[position : mark.start()], number, column + position)
            position = mark.end()
            if mark["link"] is None:
                continue
            start = pieces.length
            pieces.add(mark["words"], number, column + mark.start("words"))
            pieces.link(start, mark["target"] if mark["target"] is not None else "#")
        pieces.add(line[position:], number, column + position)
