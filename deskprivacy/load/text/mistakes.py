"""The mistake behind a text that YAML cannot read, looked for as a person would: line by line, from the top.

YAML's parsers say where they gave up, which is often lines below the mistake, in words that no lawyer knows. This
walk knows the usual mistakes (a second colon, a quotation mark that is never closed, a line that stands under nothing)
and tells the first. It looks at nothing but the text, so that the finding does not depend on which parser failed.
"""

from __future__ import annotations

import re

from deskprivacy.load.text.brackets import Brackets
from deskprivacy.load.text.mistake import (
    BLOCK,
    DOUBLE_QUOTED,
    SINGLE_QUOTED,
    SPACE,
    Mistake,
    MistakeFoundError,
    end_of_line,
    excerpt,
    line_start,
    lone_word,
    missing_space,
    next_line,
    odd_escape,
    reserved,
    rule_after_quote,
    special_start,
    unclosed_quote,
)
from deskprivacy.load.text.walk import Steps

_END = r"(?=[ \r\n]|\Z)"
_LINE = re.compile(r"( *)([^\r\n]*)")
_DASH = re.compile(rf"-{_END}( *)")
_PLAIN = r"[^\r\n:#]*(?:(?::(?![ \r\n]|\Z)|(?<! )#)[^\r\n:#]*)*"
_KEY = re.compile(
    rf"(?:\"[^\"\\\r\n]*(?:\\.[^\"\\\r\n]*)*\" *|'[^'\r\n]*(?:''[^'\r\n]*)*'(?!') *"
    rf"|(?:[^ \r\n\-?:,\[\]{{}}#&*!|>'\"%@`]|[-?:](?![ \r\n]|\Z)){_PLAIN}):{_END} *"
)
_TEXT = re.compile(_PLAIN)
_WORD_AND_COLON = re.compile(r"[\w-]+:(?!/)")
_HYPHEN = re.compile(r"-(?![\d-])")
_REST = re.compile(r" *(?:#[^\r\n]*)?(?=[\r\n]|\Z)")  # nothing more on the line but a comment
_NOTHING_MORE = re.compile(SPACE.pattern + r"\Z")
_INDICATOR = re.compile(rf"[-?:]{_END}")
_MARKER = re.compile(rf"(?:---|\.\.\.){_END}")


class _LostError(Exception):
    """The walk met what it does not know; the place where the parser gave up has to do."""


def first_mistake(text: str) -> Mistake | None:
    """The first usual mistake, None where there is none or where the text is too unusual to tell."""
    walk, steps = _Walk(text), Steps()
    try:
        while steps.to(walk.at) < len(text):
            walk.line()
    except MistakeFoundError as found:
        return found.mistake
    except _LostError:
        return None
    return None


class _Walk:
    """One walk over the lines of a text.

    `levels` are the mappings and lists that are open, by the column in which their keys or dashes stand. A key or a
    dash without anything after it on its line is `hungry`: what it holds may follow, further right. A text that would
    be a key or a dash, had it its space, is `suspect`: where the next key has no place, that is why.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.levels: list[tuple[int, str]] = []
        self.hungry = True
        self.suspect: Mistake | None = None

    def line(self) -> None:
        """Reads one line, and those over which the value that begins there extends."""
        found = self._look()
        column, start = len(found[1]), found.start(2)
        if not found[2] or found[2].startswith("#"):
            self.at = next_line(self.text, self.at)
            return
        if column == 0 and _MARKER.match(self.text, start):
            self._marker(start)
            return
        holder = None
        steps = Steps()
        while dash := _DASH.match(self.text, steps.to(start)):
            self._enter(column, "list", start, start + 1)
            holder, self.hungry = column, True
            column, start = column + len(dash[0]), dash.end()
            if _REST.match(self.text, start):
                self.at = next_line(self.text, start)
                return
        if key := _KEY.match(self.text, start):
            glued = missing_space(self.text, start, start + 1) if self.text[start] == "-" else None
            self.suspect = glued or self.suspect
            self._enter(column, "mapping", start, key.end())
            self.suspect = glued
            self._value(key.end(), column)
        elif holder is not None:
            self._suspect(start)
            self._value(start, holder)
        else:
            self._loose(start, column)

    def _look(self) -> re.Match[str]:
        """The next line: the spaces at its start, and the rest."""
        found = _LINE.match(self.text, self.at)
        assert found is not None  # it matches nothing, too
        return found

    def _marker(self, start: int) -> None:
        if self.text[start] == "." and _NOTHING_MORE.match(self.text, start + 3):
            self.at = len(self.text)
            return
        if self.levels or self.text[start] == ".":
            raise MistakeFoundError(Mistake("second-document", start, start + 3))
        if not _REST.match(self.text, start + 3):
            raise _LostError
        self.at = next_line(self.text, start)

    def _enter(self, column: int, kind: str, start: int, end: int) -> None:
        """Finds the mapping or list that a key or a dash in this column belongs to."""
        hungry = self.hungry
        while self.levels and self.levels[-1][0] > column:
            self.levels.pop()
            hungry = False
        self.hungry = False
        if (column, kind) in self.levels[-2:]:
            del self.levels[self.levels.index((column, kind)) + 1 :]
        elif hungry and (not self.levels or self.levels[-1][0] < column or kind == "list"):
            self.levels.append((column, kind))
        else:
            raise MistakeFoundError(self.suspect or self._misplaced(start, end))
        self.suspect = None

    def _misplaced(self, start: int, end: int) -> Mistake:
        return Mistake("bad-indentation", start, end, {"text": excerpt(self.text[start:end])})

    def _loose(self, start: int, column: int) -> None:
        """Reads a line that begins with neither a key nor a dash: a value on its own line, or a mistake."""
        holder = self.levels[-1][0] if self.levels else -1
        if self.text[start] in "&*!":
            raise MistakeFoundError(reserved(self.text, start))
        if self.text[start] == ":" and _INDICATOR.match(self.text, start):
            raise MistakeFoundError(Mistake("key-not-text", start, start + 1, {"text": ":"}))
        if self.hungry and (column > holder or self.text[start] in "|>"):
            self._suspect(start)
            self._value(start, holder)
            return
        end = end_of_line(self.text, start)
        word = _WORD_AND_COLON.match(self.text, start)
        if self.text[start] in "@`%{}[]|>,?":
            raise MistakeFoundError(special_start(self.text, start))
        if word:
            raise MistakeFoundError(missing_space(self.text, start, word.end()))
        if self.text[start] == "-":
            raise MistakeFoundError(missing_space(self.text, start, start + 1))
        if alone := lone_word(self.text, start):
            raise MistakeFoundError(alone)
        raise MistakeFoundError(Mistake("line-without-key", start, end, {"text": excerpt(self.text[start:end])}))

    def _suspect(self, start: int) -> None:
        """Keeps in mind that a text on a line of its own looks like a key or a dash without its space."""
        if word := _WORD_AND_COLON.match(self.text, start) or _HYPHEN.match(self.text, start):
            self.suspect = missing_space(self.text, start, word.end())

    def _value(self, start: int, holder: int) -> None:
        """Reads the value that begins at `start`; what holds it stands in the column `holder`."""
        self.hungry = False
        if _REST.match(self.text, start):
            self.hungry = True
            self.at = next_line(self.text, start)
            return
        character = self.text[start]
        if character in "\"'":
            self._quoted(start, character)
        elif character in "[{":
            self._end_of_value(start, Brackets(self.text, start, holder).read())
        elif character in "|>":
            self._block(start, holder)
        elif character in "&*!":
            raise MistakeFoundError(reserved(self.text, start))
        elif character in "@`%,]}#" or _INDICATOR.match(self.text, start):
            raise MistakeFoundError(special_start(self.text, start))
        else:
            self._plain(start, holder)

    def _end_of_value(self, start: int, end: int) -> None:
        """Checks that nothing follows a closing quote or bracket on its line."""
        if _REST.match(self.text, end):
            self.at = next_line(self.text, end)
            return
        if self.text[start] in "[{":
            if self.text.startswith(":", end):
                text = excerpt(self.text[start:end])
                raise MistakeFoundError(Mistake("key-not-text", start, end + 1, {"text": text}))
            raise MistakeFoundError(special_start(self.text, start))
        if line_start(self.text, end) > start:
            raise MistakeFoundError(unclosed_quote(self.text, start))
        rest = self.text[start : end_of_line(self.text, start)]
        values = {"character": self.text[start], "text": excerpt(self.text[start:end])}
        raise MistakeFoundError(Mistake(rule_after_quote(self.text[start]), start, start + len(rest), values))

    def _quoted(self, start: int, mark: str) -> None:
        closed = (DOUBLE_QUOTED if mark == '"' else SINGLE_QUOTED).match(self.text, start)
        if closed is None:
            raise MistakeFoundError(unclosed_quote(self.text, start))
        self._end_of_value(start, closed.end())
        if mark == '"' and (odd := odd_escape(self.text, start + 1, closed.end() - 1)):
            raise MistakeFoundError(odd)

    def _block(self, start: int, holder: int) -> None:
        """Reads a text after `|` or `>`: its lines stand further right than what holds it, none left of the first."""
        if not BLOCK.match(self.text, start):
            raise MistakeFoundError(special_start(self.text, start))
        self.at = next_line(self.text, start)
        first, steps = 0, Steps()
        while steps.to(self.at) < len(self.text):
            found = self._look()
            column = len(found[1])
            if found[2] and (column <= holder or (column < first and found[2].startswith("#"))):
                return
            if found[2] and column < first:
                raise MistakeFoundError(self._misplaced(found.start(2), end_of_line(self.text, self.at)))
            if found[2]:
                first = first or column
            self.at = next_line(self.text, self.at)

    def _plain(self, start: int, holder: int) -> None:
        """Reads a text without quotes, and the lines further right on which it goes on."""
        at, steps = start, Steps()
        while True:
            found = _TEXT.match(self.text, steps.to(at))
            assert found is not None
            if self.text.startswith(":", found.end()):
                raise MistakeFoundError(self._colon(start, at, found.end()))
            self.at = next_line(self.text, found.end())
            if self.text.startswith("#", found.end()):
                return
            on = self._goes_on(holder)
            if on is None:
                return
            at = on

    def _goes_on(self, holder: int) -> int | None:
        """Where a text without quotes goes on, further right than what holds it; None where it does not."""
        steps = Steps()
        while steps.to(self.at) < len(self.text):
            found = self._look()
            if found[2]:
                ends = found[2].startswith("#") or (not found[1] and _MARKER.match(self.text, self.at))
                return None if ends or len(found[1]) <= holder else found.start(2)
            self.at = next_line(self.text, self.at)
        return None

    def _colon(self, start: int, at: int, colon: int) -> Mistake:
        """What a colon inside a text means: a key that stands too far right, or a text that needs quotes."""
        word = _WORD_AND_COLON.match(self.text, at)
        if at > start and self.suspect:
            return self.suspect
        if at > start and word and word.end() == colon + 1:
            return self._misplaced(at, colon + 1)
        end = end_of_line(self.text, at)
        return Mistake("colon-in-text", start, end, {"text": excerpt(self.text[start:end])})
