"""Names as their owners write them: no typography puts a space into `Yahoo!`, in whatever sentence it stands.

A text does not say where a name begins; but the register declares every name, so it is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

_MARKS = frozenset(';:!?«»".°')  # what typography would move away from its word, or replace
_LONGEST = 100  # characters of a name up to a mark in it: no text makes the search longer


class Names:
    """The names that one document prints. They are read when the first mark asks for them: most documents have none."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = names

    def hold(self, text: str, mark: int) -> bool:
        """Whether the mark at a place of a text belongs to a name: its words up to this mark stand there."""
        beginnings, lengths = self._beginnings
        starts = (mark + 1 - length for length in lengths if length <= mark + 1)
        return any(text[start : mark + 1] in beginnings and _begins(text, start) for start in starts)

    @cached_property
    def _beginnings(self) -> tuple[frozenset[str], tuple[int, ...]]:
        """How the names begin, up to each mark in them; and how long such a beginning may be."""
        found = frozenset(
            name[: place + 1]
            for name in self._names
            if not _MARKS.isdisjoint(name)
            for place, sign in enumerate(name[:_LONGEST])
            if sign in _MARKS
        )
        return found, tuple(sorted({len(beginning) for beginning in found}))


def _begins(text: str, start: int) -> bool:
    """Whether a word begins at this place of a text."""
    return start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
