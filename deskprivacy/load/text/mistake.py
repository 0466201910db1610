"""What a mistake in a YAML text is, and those that can be told from a few characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from deskprivacy.load.text.suspicion import FORBIDDEN, NO_BREAK_SPACE
from deskprivacy.words.signs import named

# No pattern of this house takes what it has read for good (`*+`, `(?>`): CPython before 3.11.5 loses its way in some of
# them (gh-100061, gh-106052). Each says instead, sign by sign, what comes next, so that there is nothing to try again.
SPACE = re.compile(r"[ \r\n]*(?:#[^\r\n]*(?:[\r\n][ \r\n]*|\Z))*")  # and comments, each to the end of its line
# A text between quotation marks.
DOUBLE_QUOTED = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
SINGLE_QUOTED = re.compile(r"'[^']*(?:''[^']*)*'(?!')")

# The line on which `|` or `>` announces a text in lines of its own.
BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?: +#[^\r\n]*| *)(?=[\r\n]|\Z)")

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|\r\n|.)", re.DOTALL)
_PLAIN_ESCAPES = frozenset('"\\/nt _\r\n')
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_NAME = r"[^\s,\[\]{}*&!]+"
_REFERENCE = re.compile(rf"[&*]{_NAME}(?=[ \r\n,\]}}]|\Z)")
_TAG = re.compile(r"![^\s,\[\]{}]+(?=[ \r\n,\]}]|\Z)")
# What git writes into a file where two versions of it do not go together; nothing in a register begins so.
_CONFLICT = re.compile(r"(?:\A|(?<=[\r\n]))(?:<{7}|>{7})(?: [^\r\n]*)?(?=[\r\n]|\Z)")
_LONE_WORD = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*(?= *(?:#[^\r\n]*)?(?:[\r\n]|\Z))")
_LONGEST = 60  # characters of a text that are quoted in a message


@dataclass(frozen=True, slots=True)
class Mistake:
    """A rule of structure that a text breaks, and the span in which it does."""

    rule: str
    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)


class MistakeFoundError(Exception):
    """Ends the walk over a text: the first mistake is the one to correct."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.rule)
        self.mistake = mistake


def reserved(text: str, at: int) -> Mistake:
    """What is wrong with a text that begins with `&`, `*` or `!`: YAML that registers do without, or a mere text."""
    for rule, shape in (("anchor-or-alias", _REFERENCE), ("yaml-tag", _TAG)):
        if found := shape.match(text, at):
            return Mistake(rule, at, found.end(), {"text": excerpt(found[0])})
    return special_start(text, at)


def unclosed_quote(text: str, at: int) -> Mistake:
    """A quotation mark that nothing closes; a single one may have been closed too early, by an apostrophe."""
    if text[at] == "'":
        return Mistake("unclosed-apostrophe", at, at + 1)
    return Mistake("unclosed-quote", at, at + 1, {"character": text[at]})


def rule_after_quote(mark: str) -> str:
    """The rule that a text breaks which goes on after this mark has closed it."""
    return "apostrophe-in-quotes" if mark == "'" else "text-after-quote"


def special_start(text: str, at: int) -> Mistake:
    """A text that begins with a character that YAML keeps for itself."""
    end = end_of_line(text, at)
    return Mistake("special-first-character", at, end, {"character": text[at], "text": excerpt(text[at:end])})


def missing_space(text: str, start: int, end: int) -> Mistake:
    """A colon or a dash without the space after it that would make it one."""
    if NO_BREAK_SPACE.match(text, end):
        return Mistake("no-break-space", start, end + 1, {"text": excerpt(text[start:end])})
    return Mistake("missing-space", start, end, {"character": text[end - 1], "text": excerpt(text[start:end])})


def lone_word(text: str, at: int) -> Mistake | None:
    """A word alone on its line, written as keys and ids are: its colon was forgotten."""
    found = _LONE_WORD.match(text, at)
    return Mistake("missing-colon", *found.span(), {"text": excerpt(found[0])}) if found else None


def merge_conflict(text: str) -> Mistake | None:
    """The first mark of a merge that nobody has finished."""
    found = _CONFLICT.search(text)
    return Mistake("merge-conflict", *found.span(), {"text": excerpt(found[0])}) if found else None


def odd_escape(text: str, start: int, end: int) -> Mistake | None:
    r"""The first backslash between double quotes that makes no character of a text: `\P` in `"C:\Programmes"`."""
    for found in _ESCAPE.finditer(text, start, end):
        digits = found[1] or found[2] or found[3]
        if digits is None:
            if found[0][1] in _PLAIN_ESCAPES:
                continue
        elif int(digits, 16) < 0x110000 and not FORBIDDEN.match(chr(int(digits, 16))) and chr(int(digits, 16)) != "\r":
            continue
        if digits is not None and (number := int(digits, 16)) < 0x110000 and not 0xD800 <= number < 0xE000:
            values = {"code": named(chr(number)), "quote": excerpt(found[0])}
            return Mistake("hidden-character", found.start(), found.end(), values)
        return Mistake("odd-backslash", found.start(), found.end(), {"text": excerpt(found[0])})
    return None


def end_of_line(text: str, at: int) -> int:
    """Where the line of `at` ends, its last spaces left out."""
    found = _LINE_BREAK.search(text, at)
    end = found.start() if found else len(text)
    while end > at and text[end - 1] == " ":
        end -= 1
    return end


def line_start(text: str, at: int) -> int:
    """Where the line of `at` begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def next_line(text: str, at: int) -> int:
    """Where the line after that of `at` begins."""
    found = _LINE_BREAK.search(text, at)
    return found.end() if found else len(text)


def excerpt(text: str) -> str:
    """A text as a message quotes it: on one line, and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
