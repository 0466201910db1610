"""The characters of a file, before YAML reads any: their encoding, those that none can see, and tabs."""

from __future__ import annotations

import re

from deskprivacy.finding import Finding, Place
from deskprivacy.load.text.mistake import excerpt
from deskprivacy.load.text.places import Lines
from deskprivacy.load.text.suspicion import DIRECTIVE, FORBIDDEN
from deskprivacy.words.signs import around, named

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_TAB = re.compile(r"(?:\A|[\r\n]) *(\t[ \t]*)[^ \t\r\n]")
# A key or a dash that no-break spaces hold away from its place: at the start of a line, or below a key that holds
# nothing yet. Elsewhere such a line may belong to a text.
_NO_BREAK_INDENTATION = re.compile(
    r"(?:\A|[\r\n]|:[ \t]*(?:\r\n?|\n)[ \t]*)"
    r"(?P<held>[\u00a0\u2007\u202f][ \t\u00a0\u2007\u202f]*(?P<text>-(?= )|[\w-]+(?=:(?:[ \r\n]|\Z))))"
)


def wrong_encoding(file: str, content: bytes) -> Finding | None:
    """Why the bytes of a file cannot be read as text at all."""
    if content.startswith(_UTF_16) or b"\0" in content[:4]:
        return Finding(rule="not-utf-8", at=Place(file), values={"encoding": "UTF-16"})
    try:
        content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        place = Lines(file, before + "\ufffd").place(len(before), len(before) + 1)
        return Finding(rule="not-utf-8", at=place, values={"encoding": "Windows-1252 (ANSI)"})
    return None


def unreadable(file: str, content: bytes) -> Finding | None:
    """Why a file cannot be read as text at all, or must not be read as YAML."""
    if (found := wrong_encoding(file, content)) is not None:
        return found
    text = content.decode()
    lines = Lines(file, text)
    if hidden := FORBIDDEN.search(text):
        place = lines.place(*hidden.span())
        return Finding(
            rule="hidden-character", at=place, values={"code": named(hidden[0]), "quote": around(text, hidden.start())}
        )
    if directive := DIRECTIVE.search(text):
        place = lines.place(*directive.span(1))
        return Finding(rule="yaml-directive", at=place, values={"text": excerpt(directive[1])})
    if tab := _TAB.search(text):
        return Finding(rule="tab-indentation", at=lines.place(*tab.span(1)))
    if held := _NO_BREAK_INDENTATION.search(text):
        return Finding(rule="no-break-space", at=lines.place(*held.span("held")), values={"text": held["text"]})
    return None
