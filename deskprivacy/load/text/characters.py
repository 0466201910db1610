"""The characters of a file, before YAML reads any: their encoding, those that none can see, and tabs."""

from __future__ import annotations

import re

from deskprivacy.finding import Finding, Place
from deskprivacy.load.text.mistake import FORBIDDEN, excerpt
from deskprivacy.load.text.places import Lines

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LOST_TEXT = re.compile(r" #[^ \r\n#]|[|>][+-]?[1-9]?[+-]?#")
_QUESTION = re.compile(r"[\[{,][ \r\n]*+\?")
_TAG_OR_ANCHOR = re.compile(r"(?:\A|[\r\n:\-?\[{,]) *+[!&]")
_DIRECTIVE = re.compile(r"(?:\A|[\r\n])(%[^\r\n]*)")
_TAB = re.compile(r"(?:\A|[\r\n]) *(\t[ \t]*)[^ \t\r\n]")

# Signs of what libyaml reads without a word, and a register may not hold, or only with a warning: a backslash, a tab,
# and the characters, which no editor shows, that YAML takes for the end of a line or for nothing.
_SIGNS = "\\\t\x85\u2028\u2029\ufeff"


def is_suspect(content: bytes) -> bool:
    """Whether a file must be looked at closely before its data are trusted; most need not.

    Directives are among the reasons: libyaml takes hours for some hundred thousands of them.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return True
    for sign in _SIGNS:
        if sign in text:
            return True
    if "%" in text and _DIRECTIVE.search(text):
        return True
    if "?" in text and _QUESTION.search(text):
        return True
    if ("!" in text or "&" in text) and _TAG_OR_ANCHOR.search(text):
        return True
    return "#" in text and _LOST_TEXT.search(text) is not None


def unreadable(file: str, content: bytes) -> Finding | None:
    """Why a file cannot be read as text at all, or must not be read as YAML."""
    if content.startswith(_UTF_16) or b"\0" in content[:4]:
        return Finding(rule="not-utf-8", at=Place(file), values={"encoding": "UTF-16"})
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        place = Lines(file, before + "\ufffd").place(len(before), len(before) + 1)
        return Finding(rule="not-utf-8", at=place, values={"encoding": "Windows-1252 (ANSI)"})
    lines = Lines(file, text)
    if hidden := FORBIDDEN.search(text):
        place = lines.place(*hidden.span())
        return Finding(rule="hidden-character", at=place, values={"code": f"U+{ord(hidden[0]):04X}"})
    if directive := _DIRECTIVE.search(text):
        place = lines.place(*directive.span(1))
        return Finding(rule="yaml-directive", at=place, values={"text": excerpt(directive[1])})
    if tab := _TAB.search(text):
        return Finding(rule="tab-indentation", at=lines.place(*tab.span(1)))
    return None
