"""Suspicion: whether the characters of a file alone are a reason to look at it closely. Every file is asked this."""

from __future__ import annotations

import re

from deskprivacy.words.signs import NONCHARACTERS

# What no text of a register holds: control characters, separators that no editor shows, halves of characters,
# noncharacters.
FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff{NONCHARACTERS}]")

NO_BREAK_SPACE = re.compile("[\u00a0\u2007\u202f]")

_LOST_TEXT = re.compile(r" #[^ \r\n#]|[|>][+-]?[1-9]?[+-]?#")
_QUESTION = re.compile(r"[\[{,][ \r\n]*\?")
_TAG_OR_ANCHOR = re.compile(r"(?:\A|[\r\n:\-?\[{,]) *[!&]")
DIRECTIVE = re.compile(r"(?:\A|[\r\n])(%[^\r\n]*)")

# Signs of what libyaml reads without a word, and a register may not hold, or only with a warning: a backslash, a tab,
# and the characters, which no editor shows, that YAML takes for the end of a line or for nothing.
_SIGNS = "\\\t\x85\u2028\u2029\ufeff"
_NONCHARACTERS = (b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")  # with which each of them begins or ends in UTF-8


def is_suspect(content: bytes) -> bool:
    """Whether a file must be looked at closely before its data are trusted; most need not.

    Directives are among the reasons: libyaml takes hours for some hundred thousands of them.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return True
    if any(piece in content for piece in _NONCHARACTERS):
        return True
    for sign in _SIGNS:
        if sign in text:
            return True
    if "%" in text and DIRECTIVE.search(text):
        return True
    if "?" in text and _QUESTION.search(text):
        return True
    if ("!" in text or "&" in text) and _TAG_OR_ANCHOR.search(text):
        return True
    return "#" in text and _LOST_TEXT.search(text) is not None
