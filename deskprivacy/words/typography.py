"""Set the spaces, quotes, apostrophes and dots of a text as its language wants them, before any template sees it.

HTML and PDF engines do not know French spacing, or each knows it in its own way; so it is settled once, here, and
stays in the characters themselves. Every rule replaces only what stands between letters, so a URL, an e-mail address,
an hour or a piece of code comes out as it went in, and a text that is already well set is not touched.

What the register declares as a name keeps its own signs (`Names`): only its apostrophes and the spaces that it has are
set.

French: U+202F before `; ! ?` and inside « »; U+00A0 before `:`, after `n°`, between a number and its unit; `’`; `…`;
`"mot"` becomes « mot ». English: quotes and apostrophes only. Other languages: nothing.
Source: Lexique des règles typographiques en usage à l'Imprimerie nationale; CLDR for the thousands.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from deskprivacy.words.names import Names

NO_BREAK = "\u00a0"
NARROW = "\u202f"
NO_NAMES = Names()


class _Edit(NamedTuple):
    """Replace the characters from `start` to `end` by `new`."""

    start: int
    end: int
    new: str

    def is_discreet(self, text: str) -> bool:
        """Whether it only sets an apostrophe or a space that is there already: no name is another one for that."""
        old = text[self.start : self.end]
        return old == "'" or bool(old and old.isspace())

    def mark(self, text: str) -> int:
        """The place of the mark for whose sake it is made: the one that is replaced, else the one beside the space."""
        return self.start - 1 if self.start == self.end and text[self.start - 1] in "«°" else self.start


@lru_cache(maxsize=4096)  # a register says the same names and words again and again
def typeset(text: str, language: str, names: Names = NO_NAMES) -> str:
    """`text` as `language` (BCP 47) sets it. Doing it twice changes nothing more."""
    return typeset_pieces((text,), language, names=names)[0]


def typeset_pieces(
    pieces: Sequence[str], language: str, kept: Collection[int] = (), names: Names = NO_NAMES
) -> tuple[str, ...]:
    """One text cut into pieces (plain, emphasised, linked …), each set in the light of its neighbours.

    The pieces whose index is in `kept` are code or the like: they count as context and are not changed.
    """
    text = "".join(pieces)
    ends = list(accumulate(len(piece) for piece in pieces))
    frozen = [(ends[index] - len(pieces[index]), ends[index]) for index in sorted(kept)]
    out: list[list[str]] = [[] for _ in pieces]
    place = 0
    for edit in _edits(text, language, frozen):
        if not edit.is_discreet(text) and names.hold(text, edit.mark(text)):
            continue
        _copy(text, place, edit.start, ends, out)
        out[_piece_of(edit, text, ends)].append(edit.new)
        place = edit.end
    _copy(text, place, len(text), ends, out)
    return tuple("".join(parts) for parts in out)


def _piece_of(edit: _Edit, text: str, ends: list[int]) -> int:
    """The piece that takes the new characters: that of the old ones, or of the mark that asks for a space."""
    after_opening = edit.start == edit.end and text[edit.start - 1] == "«"
    return bisect_right(ends, edit.start - 1 if after_opening else edit.start)


def _copy(text: str, start: int, end: int, ends: list[int], out: list[list[str]]) -> None:
    """Add the unchanged characters to the pieces that they came from."""
    while start < end:
        piece = bisect_right(ends, start)
        stop = min(end, ends[piece])
        out[piece].append(text[start:stop])
        start = stop


def _edits(text: str, language: str, frozen: list[tuple[int, int]]) -> Iterator[_Edit]:
    """The changes to make, from left to right, none upon another nor upon what is protected."""
    found = _LANGUAGES.get(language.lower().partition("-")[0])
    if found is None or not _CONCERNED.search(text):
        return
    closed = deque(sorted(frozen + [_protected(match) for match in _PROTECTED.finditer(text)]))
    done = 0
    for edit in sorted(found(text)):
        while closed and closed[0][1] <= edit.start:
            closed.popleft()
        if closed and closed[0][0] < edit.end:
            continue
        if edit.start >= done and text[edit.start : edit.end] != edit.new:
            yield edit
            done = max(edit.end, edit.start + 1)


# A text without one of these is as it should be: most names are such.
_CONCERNED = re.compile(r"[;:!?«»\"'°§]|\.\.\.|\d ")

# What no rule may touch: code in backticks or braces, character references, addresses, and keys such as `legal_basis:`.
# Each alternative is bounded or starts at one place only, so that a hostile text takes no longer than another.
_PROTECTED = re.compile(
    r"`[^`\n]+`"
    r"|\{[{%]?[^{}\n]*[}%]?\}"
    r"|&\#?\w{1,40};"
    r"|\b(?<!_)[a-z0-9]+(?:_[a-z0-9]+)+:(?=\s|$)"
    r"|(?P<address>(?<![a-z0-9+.-])(?:[a-z][a-z0-9+.-]{0,20}://|www\.|mailto:|tel:)[^\s<>\"«»“”]+"
    r"|(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_STOPS = ".,;:!?)]’'…"


def _protected(match: re.Match[str]) -> tuple[int, int]:
    """The span of something protected; the stop that follows an address belongs to the sentence."""
    start, end = match.span()
    if match["address"]:
        end = start + len(match[0].rstrip(_STOPS))
    return start, end


def _french(text: str) -> Iterator[_Edit]:
    for pattern, new in _FRENCH:
        for match in pattern.finditer(text):
            yield _Edit(match.start(), match.end(), new)
    for number in _TELEPHONE.finditer(text):
        for space in re.finditer(" ", number[0]):
            yield _Edit(number.start() + space.start(), number.start() + space.end(), NO_BREAK)
    for opening, closing in _quoted(text):
        yield _Edit(opening, opening + 1, f"«{NARROW}")
        yield _Edit(closing, closing + 1, f"{NARROW}»")


def _english(text: str) -> Iterator[_Edit]:
    for match in _AFTER_LETTER.finditer(text):
        yield _Edit(match.start(), match.end(), "’")
    for match in _SINGLE_QUOTED.finditer(text):
        yield _Edit(match.start(), match.start() + 1, "‘")
        yield _Edit(match.end() - 1, match.end(), "’")
    for opening, closing in _quoted(text):
        yield _Edit(opening, opening + 1, "“")
        yield _Edit(closing, closing + 1, "”")


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """The places of straight double quotes, by pairs: one that opens a word, then one that closes a word."""
    opening: int | None = None
    for match in re.finditer('"', text):
        place = match.start()
        if opening is not None and _CLOSES.match(text, place):
            yield opening, place
            opening = None
        elif _OPENS.match(text, place):
            opening = place


# A plain, no-break, thin or narrow no-break space:
_SPACE = "[ \u00a0\u2009\u202f]"
_OPENS = re.compile(r"(?<![\w\"».,;:!?…%)\]])\"(?=[\w«(\[…€$])")
_CLOSES = re.compile(r"(?<=[\w.,;:!?…%»)\]€$°])\"(?![\w\"«(\[])")
_AFTER_LETTER = re.compile(r"(?<=[^\W\d_])'(?=[^\W_]|\s|$|[.,;:!?)\]…»])|(?<!\S)'(?=\d\ds\b)")
_SINGLE_QUOTED = re.compile(r"(?<![\w'])'(?=[^\W_])[^'\n\"]*(?<=[\w.,;:!?…])'(?![\w'])")

_UNITS = (
    "mois|jours?|heures?|h|minutes?|min|secondes?|semaines?|ans?|années?|trimestres?|semestres?"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|euros?|centimes?|octets?|[kMGT]o|km|cm|mm|kg|personnes?|fois|pages?|millions?|milliards?"
)
# What may stand after a mark that ends a word: white space, the end, or something that closes.
_THEN = r"(?=[\s»”’\"'’)\]…*_]|$)"
# A mark that follows nothing, an opening or another mark takes no space.
_AFTER_WORD = r"(?<=[^\s(\[{«“‘;:!?])"

_FRENCH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_AFTER_WORD}{_SPACE}*(?=[;!?]+{_THEN})"), NARROW),
    (re.compile(rf"{_AFTER_WORD}{_SPACE}*(?=:{_THEN})"), NO_BREAK),
    # At the start, or after a mark: there, only the space that is written.
    (re.compile(rf"(?:^|(?<=[;:!?])){_SPACE}+(?=[;!?]+{_THEN})"), NARROW),
    (re.compile(rf"(?:^|(?<=[;:!?])){_SPACE}+(?=:{_THEN})"), NO_BREAK),
    (re.compile(rf"(?<=«){_SPACE}*(?=[^\s»])"), NARROW),
    (re.compile(rf"(?<=[^\s«]){_SPACE}*(?=»)"), NARROW),
    (re.compile(r"(?<![./\\])\.\.\.(?![./\\])"), "…"),
    (re.compile(r"(?<=[^\W\d_])'(?=[^\W_]|[«“\"(\[])"), "’"),
    (re.compile(rf"(?<=\b[nN]°){_SPACE}*(?=\d)|(?<=\b[nN]os){_SPACE}+(?=\d)"), NO_BREAK),
    (re.compile(r"(?:(?<=\b[aA]rt\.)|(?<=\b[aA]rticle)|(?<=\b[aA]rticles)|(?<=§)) (?=[\dLRD])"), NO_BREAK),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})\b)"), NO_BREAK),
    (re.compile(r"(?<=\d) (?=[€$£%‰°])"), NO_BREAK),
    (re.compile(r"(?<=\b1er) (?=[a-zéû])"), NO_BREAK),
    (re.compile(r"(?<=\b\d) (?=\d{3}\b)|(?<=\b\d\d) (?=\d{3}\b)|(?<=\b\d{3}) (?=\d{3}\b)"), NARROW),
)

_TELEPHONE = re.compile(r"(?:\b0|\+\d\d )\d(?: \d\d){4}\b")

_LANGUAGES: dict[str, Callable[[str], Iterator[_Edit]]] = {"fr": _french, "en": _english}
