"""Number the sentences of an old text, so that a fact can say which of them states it.

`stated_in: [P15.2]` means the second sentence of the fifteenth paragraph. `trace` prints these numbers, a register
cites them, and both must go on meaning the same sentence: the splitting is therefore a handful of fixed rules, without
a model, a dictionary or a language setting, for French and English alike.

- A line that holds more than white space is a paragraph (a no-break space alone is blank). `P1` is the first.
- A sentence ends at `.`, `!`, `?` or `…` when a space and then a capital, an opening quote or an opening bracket
  follow. Quotes and brackets that close there stay with it. A colon or a semicolon ends nothing.
- An abbreviation (`par ex.`, `M.`, `e.g.`), an initial (`J. Martin`) and a list number (`1. Nous …`) end nothing;
  `etc.` does so only before a capital.
- White space is one plain space in every text given back; nothing else is changed, misprints included.
"""

import re
from collections.abc import Iterator

from deskprivacy.frozen import Frozen, frozen


@frozen(kw_only=False)
class Sentence(Frozen):
    """One sentence of a text, with the number that a register cites."""

    id: str
    paragraph: int
    text: str
    line: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """List every sentence of `text`, in its order: `P1.1`, `P1.2`, `P2.1` and so on."""
    return tuple(
        Sentence(f"P{number}.{position}", number, sentence, line)
        for number, (line, paragraph) in enumerate(_numbered_lines(text), start=1)
        for position, sentence in enumerate(_split(paragraph), start=1)
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """List every paragraph of `text`, its white space made plain: the first is `P1`."""
    return tuple(paragraph for _, paragraph in _numbered_lines(text))


_NEW_LINE = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"

# A run of stops and what closes there. French sets a space before its closing quote.
_STOP = re.compile(r"[.!?…]+(?:[)\]}\"'’”»]| [»”](?= |$))*")
_OPENING = frozenset("«“„‘”\"'([")

# Words that are cut short, never the end of a sentence even before a capital.
_ABBREVIATION = re.compile(
    r"approx|c\.?-à-d|cf|dr|e\.g|env|ex|i\.e|mlle|mm|mmes?|mr|mrs|ms|p\.ex|pr|prof|st|ste|tél|viz|vs", re.IGNORECASE
)
# Words that are cut short only before a reference: "art. L. 34-5", but "des objets d'art. Nous".
_BEFORE_REFERENCE = re.compile(r"al|arts?|ch|chap|fig|n|nos?|p|par|pp|s|sect|vol", re.IGNORECASE)
_REFERENCE = re.compile(r"[A-Z]\.|[A-Z]{1,2}\d|(?:[IVX]{2,}|[VX])(?![\w'’])")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_LIST_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z])[.)\]]+")


def _numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each paragraph with the line, counted from 1, on which it stands."""
    for line, raw in enumerate(_NEW_LINE.split(text.removeprefix(_BYTE_ORDER_MARK)), start=1):
        if paragraph := " ".join(raw.split()):
            yield line, raw if paragraph == raw else paragraph  # the same text is not kept twice


def _split(paragraph: str) -> Iterator[str]:
    """Cut one paragraph into its sentences."""
    start = 0
    for stop in _STOP.finditer(paragraph):
        if _ends_sentence(paragraph, start, stop):
            yield paragraph[start : stop.end()]
            start = stop.end() + 1
    yield paragraph[start:]


def _ends_sentence(paragraph: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the sentence that began at `start` ends at `stop`."""
    end = stop.end()
    if paragraph[end : end + 1] != " ":
        return False
    begins = paragraph[end + 1]
    if not (begins.isupper() or begins in _OPENING):
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    return not _is_abbreviation(_word_before(paragraph, start, stop.start()), paragraph[end + 1 : end + 9]) and not (
        _LIST_NUMBER.fullmatch(paragraph, start, end)
    )


def _is_abbreviation(word: str, what_follows: str) -> bool:
    """Whether the full stop after `word` belongs to the word."""
    if word.lower() == "etc":
        return not what_follows.lstrip("".join(_OPENING) + " ")[:1].isupper()
    if _ABBREVIATION.fullmatch(word):
        return True
    if _BEFORE_REFERENCE.fullmatch(word):
        return _REFERENCE.match(what_follows) is not None
    return word[:1].isupper() and _INITIALS.fullmatch(word) is not None


def _word_before(paragraph: str, start: int, stop: int) -> str:
    """Find the word that ends at `stop`, without the quotes and brackets that open it."""
    return paragraph[max(start, paragraph.rfind(" ", start, stop) + 1) : stop].lstrip("".join(_OPENING))
