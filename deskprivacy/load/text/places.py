"""From positions in a text, counted in characters, to lines and columns."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from deskprivacy.finding import Place

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of one file: every column counts characters, an accent and a tab are one."""

    __slots__ = ("_starts", "file", "length")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.length = len(text)
        self._starts = array("I", [0])
        self._starts.extend(found.end() for found in _LINE_BREAK.finditer(text))

    def place(self, start: int, end: int) -> Place:
        """The span from `start` to `end`, the end exclusive, both kept within the file."""
        start = min(start, self.length)
        line, column = self._line_and_column(start)
        return Place(self.file, line, column, *self._line_and_column(min(max(start, end), self.length)))

    def _line_and_column(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1
