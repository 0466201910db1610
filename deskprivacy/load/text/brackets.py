"""The mistakes between `[ ]` and `{ }`, where commas, colons and question marks end a text."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskprivacy.load.text.mistake import (
    DOUBLE_QUOTED,
    SINGLE_QUOTED,
    SPACE,
    Mistake,
    MistakeFoundError,
    excerpt,
    line_start,
    missing_space,
    odd_escape,
    reserved,
    rule_after_quote,
    special_start,
    unclosed_quote,
)
from deskprivacy.load.text.walk import Steps

_PLAIN_SIGN = r"[^\r\n:#,\[\]{}]"
_PLAIN_INNER = r"(?::(?![ \r\n,\[\]{}]|\Z)|(?<! )#)"
_PLAIN = re.compile(rf"(?:{_PLAIN_SIGN}|{_PLAIN_INNER}){_PLAIN_SIGN}*(?:{_PLAIN_INNER}{_PLAIN_SIGN}*)*")
_DASH = re.compile(r"-(?=[ \r\n])")
_PART = re.compile(r"[^\r\n,\[\]{}]*")
_CLOSING = {"[": "]", "{": "}"}


class Brackets:
    """One walk from an opening bracket to the one that closes it.

    The first mistake is kept until the bracket closes: where none closes it, that is the mistake, for then all that
    follows was read as if it stood inside.
    """

    def __init__(self, text: str, start: int, indent: int) -> None:
        self.text = text
        self.indent = indent  # of the key that holds the bracket
        self.open = [(start, False)]  # each bracket, and whether the entry that holds it has had its colon
        self.at = start + 1
        self.mistake: Mistake | None = None
        self._new_entry()

    def read(self) -> int:
        """Where the bracket has been closed. Raises MistakeFoundError."""
        steps = Steps()
        while self.open:
            steps.to(self.at)
            if space := SPACE.match(self.text, self.at):
                self.at = space.end()
            if self.at == len(self.text):
                self._unclosed()
            self._token(self.text[self.at])
        if self.mistake:
            raise MistakeFoundError(self.mistake)
        return self.at

    def _token(self, character: str) -> None:
        if character in "[{":
            if self.before:
                self._note(self._entry, "unquoted-text-in-brackets", self.part, character)
            self.open.append((self.at, self.colon))
            self.at += 1
            self._new_entry()
        elif character in "]}":
            self._close(character)
        elif character == ",":
            if not (self.before or self.colon):
                self._note(Mistake, "empty-item", self.at, self.at + 1)
            self.at += 1
            self._new_entry()
        elif character == ":" and not (self.before == "text" and _PLAIN.match(self.text, self.at)):
            self._colon()
        elif character in "\"'" and self.before != "text":
            self._quoted(character)
        else:
            self._plain()

    def _new_entry(self) -> None:
        self.before = ""  # what stands before in the entry: `text`, `closed` (by a quote or bracket) or nothing
        self.colon = False  # whether the entry has had its colon
        self.part = self.at  # where its last text begins
        self.line_part = self.at  # likewise, on its last line
        self.lines = False  # whether it has several

    def _close(self, character: str) -> None:
        if character != _CLOSING[self.text[self.open[-1][0]]]:
            self._unclosed()
        self.part, self.colon = self.open.pop()
        self.before, self.lines = "closed", False
        self.at += 1

    def _colon(self) -> None:
        if self.lines:
            last = self.line_part
            self._note(Mistake, "missing-comma", last, self.at, {"text": excerpt(self.text[last : self.at])})
        elif self.colon:
            self._note(self._entry, "unquoted-text-in-brackets", self.part, ":")
        elif not self.before:
            self._note(Mistake, "key-not-text", self.at, self.at + 1, {"text": ":"})
        elif self.before == "text":
            self._colon_at_once(self.text[self.at + 1 : self.at + 2])
        self.colon = True
        self.before = ""
        self.at += 1

    def _colon_at_once(self, following: str) -> None:
        """Notes a colon with a bracket or a comma just behind it, which libyaml does not read: `{a:}`."""
        if following in ("[", "{"):
            self._note(missing_space, self.text, self.part, self.at + 1)
        elif following in (",", "]", "}") and self.text[self.open[-1][0]] == "{":
            key = self.text[self.part : self.at]
            self._note(Mistake, "empty-value", self.part, self.at, {"key": excerpt(key)})
        elif following in (",", "]", "}"):
            self._note(self._entry, "unquoted-text-in-brackets", self.part, ":")

    def _quoted(self, mark: str) -> None:
        closed = (DOUBLE_QUOTED if mark == '"' else SINGLE_QUOTED).match(self.text, self.at)
        if self.before:
            self._note(self._entry, "unquoted-text-in-brackets", self.part, mark)
        if closed is None:
            self._note(unclosed_quote, self.text, self.at)
        elif mark == '"' and (odd := odd_escape(self.text, self.at + 1, closed.end() - 1)):
            self._note(lambda: odd)
        self.before, self.part, self.lines = "closed", self.at, False
        self.at = closed.end() if closed else self.at + 1

    def _plain(self) -> None:
        character, start = self.text[self.at], self.at
        if not self.before:
            if character in "&*!":
                self._note(reserved, self.text, start)
            elif character in "@`%|>" or _DASH.match(self.text, start):
                self._note(special_start, self.text, start)
        found = _PLAIN.match(self.text, start)
        self.at = found.end() if found else start + 1
        if self.before == "closed":
            mark = self.text[self.part]
            rule = rule_after_quote(mark) if mark in "\"'" else "special-first-character"
            self._note(self._entry, rule, self.part, self.text[self.part])
        self.lines = self.before == "text"
        self.line_part = start
        if self.before != "text":
            self.part = start
        if "?" in self.text[start : self.at]:
            self._note(self._entry, "unquoted-text-in-brackets", self.part, "?")
        self.before = "text"

    def _entry(self, rule: str, start: int, character: str) -> Mistake:
        """A mistake in the text from `start` to the next comma or bracket, but at least to where the walk stands."""
        found = _PART.match(self.text, max(start, self.at))
        part = self.text[start : found.end() if found else self.at].rstrip()
        return Mistake(rule, start, start + len(part), {"character": character, "text": excerpt(part)})

    def _note(self, make: Callable[..., Mistake], *about: object) -> None:
        """Makes the first mistake, and no other: to quote a long line for each of them would take a square of time."""
        if self.mistake is not None:
            return
        self.mistake = mistake = make(*about)
        line = line_start(self.text, mistake.start)
        indent = len(self.text[line : mistake.start]) - len(self.text[line : mistake.start].lstrip(" "))
        if line > self.open[0][0] and indent <= self.indent:
            self._unclosed()

    def _unclosed(self) -> None:
        start = self.open[-1][0]
        if self.mistake and self.mistake.start < start:
            raise MistakeFoundError(self.mistake)
        bracket = self.text[start]
        raise MistakeFoundError(
            Mistake("unclosed-bracket", start, start + 1, {"character": bracket, "closing": _CLOSING[bracket]})
        )
