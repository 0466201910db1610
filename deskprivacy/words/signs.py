"""The signs of a text that nobody sees or that turn its direction, and those that no font of the PDF has.

Most of them were pasted with a text. Some have their use, in the scripts and the emoji that need them; what a sign is
for is told from its neighbours, for the register says no language of a name.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# Sets of signs are written as a regular expression writes them between brackets.
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
SPACES = " \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)

_SEEN = re.compile(f"[^{SPACES}{INVISIBLE}{NONCHARACTERS}\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_HIDDEN = re.compile(f"[{INVISIBLE}]")

_NOWHERE = "\u2060\u2800\u3164\ufeff"  # of use to no letter

_ISOLATES, _END_OF_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_EMBEDDINGS, _OVERRIDES, _END_OF_EMBEDDING = "\u202a\u202b", "\u202d\u202e", "\u202c"
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

# Signs that no text of a French or English register is suspected for; those with others are looked at.
_USUAL = "\t\n\r -~\u00a0-\u00ac\u00ae-\u024f\u0391-\u03a1\u03a3-\u047f\u2010-\u2027\u202f-\u2040\u20ac"
_RARE = re.compile(f"[^{_USUAL}]")


def is_seen(text: str) -> bool:
    """Whether a text holds anything that can be seen."""
    return _SEEN.search(text) is not None


def rare(text: str) -> bool:
    """Whether a text holds a sign that may be hidden, or that a font may lack: most do not, and are not looked at."""
    return _RARE.search(text) is not None


def named(sign: str) -> str:
    """A sign by its number and its name in Unicode: `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()


def around(text: str, at: int) -> str:
    """What stands on both sides of a sign, for a message that says where it is."""
    start, end = max(at - _REACH, 0), at + _REACH
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


_REACH = 24  # characters


# --- what nobody sees ----------------------------------------------------------------------------


def hidden(text: str) -> Iterator[int]:
    """Where a sign stands that nobody sees, and that has no use there."""
    both_ways = turns(text)
    astray_ones = frozenset(astray(text))
    for found in _HIDDEN.finditer(text):
        at, sign = found.start(), found[0]
        if at in astray_ones:  # told as what it is
            continue
        if sign in "\u061c\u200e\u200f" or _DIRECTION.match(sign):
            if not both_ways:
                yield at
        elif not _has_use(sign, text[at - 1 : at], text[at + 1 : at + 2]):
            yield at


def without_unseen(text: str) -> str:
    """The text without those signs."""
    lost = frozenset(hidden(text))
    return "".join(sign for at, sign in enumerate(text) if at not in lost)


def _has_use(sign: str, before: str, after: str) -> bool:
    """Whether a sign that is not seen does something between its neighbours."""
    if sign == "\u00ad":  # where a word may be divided
        return before.isalpha() and after.isalpha()
    if "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef":  # which shape of a sign is meant
        return bool(before) and (not before.isspace() and (before >= "\u024f" or before in "#*©®0123456789"))
    if "\U000e0020" <= sign <= "\U000e007f":  # the flags of regions
        return before == "\U0001f3f4" or "\U000e0020" <= before <= "\U000e007e"
    if sign == "\u200d" and before > "\u036f" and unicodedata.category(before) in ("So", "Sk", "Mn"):
        return bool(after)  # emoji made of several
    # What joins or parts letters, in the scripts in which it does.
    return before >= "\u0530" and unicodedata.category(before)[0] in "LM" and sign not in _NOWHERE


# --- what turns the direction --------------------------------------------------------------------


def turns(text: str) -> bool:
    """Whether a text is written, or turned, from right to left somewhere."""
    return _RIGHT_TO_LEFT.search(text) is not None


def steers(text: str) -> bool:
    """Whether a text may turn what stands beside it: it must be shut off."""
    return turns(text) or _DIRECTION.search(text) is not None


def astray(text: str) -> list[int]:
    """Where signs of direction stand that nothing opens or closes, or that turn letters against their own direction.

    As in the bidirectional algorithm of Unicode (UAX 9), the end of an isolate ends what was opened within.
    """
    opened: list[int] = []
    found: list[int] = []
    isolates = 0  # of those that are open
    for match in _DIRECTION.finditer(text):
        at, sign = match.start(), match[0]
        if sign == _END_OF_ISOLATE and not isolates:
            found.append(at)
        elif sign == _END_OF_ISOLATE:
            while text[opened[-1]] not in _ISOLATES:
                found.append(opened.pop())
            opened.pop()
            isolates -= 1
        elif sign == _END_OF_EMBEDDING:
            if not opened or text[opened[-1]] in _ISOLATES:
                found.append(at)
            elif text[opened[-1]] in _OVERRIDES:
                found += (opened.pop(), at)
            else:
                opened.pop()
        else:
            opened.append(at)
            isolates += sign in _ISOLATES
    return sorted((*found, *opened))


def steady(text: str) -> str:
    """The text without the signs of direction that would turn what stands beside it, or letters against their own."""
    if _DIRECTION.search(text) is None:
        return text
    lost = frozenset(astray(text))
    return "".join(sign for at, sign in enumerate(text) if at not in lost)


# --- what no font shows --------------------------------------------------------------------------


def without_glyph(text: str) -> tuple[str, ...]:
    """The signs of a text that no font of the PDF has, each once."""
    starts, ends = _glyphs()
    missing: dict[str, None] = {}
    for found in _RARE.finditer(text):
        sign = ord(found[0])
        if not _HIDDEN.match(found[0]) and sign > ends[bisect_right(starts, sign) - 1]:
            missing[found[0]] = None
    return tuple(missing)


@cache
def _glyphs() -> tuple[list[int], list[int]]:
    """The signs that the fonts have which travel with typst: `glyphs.txt`, first and last number of each row."""
    lines = (Path(__file__).parent / "glyphs.txt").read_text("ascii").split()
    rows = [line.partition("-") for line in lines]
    return [int(first, 16) for first, _, _ in rows], [int(last or first, 16) for first, _, last in rows]
