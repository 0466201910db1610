"""«Did you mean»: the known word that is nearest to a misspelt one. How near it must be is said here, for all.

Accents, capitals and what joins the parts of a word are not what tells words apart: whoever mistypes those alone is
always understood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Hashable, Iterable
from difflib import SequenceMatcher, get_close_matches

NEAR = 0.7  # of the letters of both words, the share that must be common, in one order
_SAME = 0.9  # the same where one of them has lost what negates it
NEARER = 0.8  # the same for the names of countries: «autre» is not «Autriche»
LONGEST = 60  # characters of a word that is worth a guess

# What turns a word into its opposite, as a part of it by itself or joined to the front: `not-required`, `unlimited`.
_NEGATIONS = frozenset(
    {
        "no",
        "non",
        "not",
        "none",
        "never",
        "without",
        "sans",
        "pas",
        "jamais",
        "aucun",
        "aucune",
        "sauf",
        "hors",
        "except",
    }
)
_NEGATING = ("un", "in", "im", "ir", "il", "non", "not", "no", "dis", "de", "anti")

_JOINS = re.compile(r"[^a-z0-9/]+")


def plain(word: str) -> str:
    """A word without accents and capitals, its parts joined by hyphens."""
    letters = (char for char in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(char))
    return _JOINS.sub("-", "".join(letters)).strip("-")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The member of `known` that `word` was probably meant to be, or None."""
    return nearest_reading(word, {plain(one): one for one in known})


def nearest_reading(word: str, readings: dict[str, str], near: float = NEAR) -> str | None:
    """The same, of words that have several readings: `readings` leads from each of them, plain, to its word."""
    written = plain(word)
    if not written or len(word) > LONGEST:
        return None
    if written in readings:
        return readings[written]
    found = get_close_matches(written, readings, cutoff=near)
    return next((readings[one] for one in found if not are_opposite(written, one)), None)


def are_opposite(one: str, other: str) -> bool:
    """Whether one of two plain words that are near to each other denies what the other says."""
    if _negations(one) != _negations(other):
        return True
    short, long = sorted((one, other), key=len)
    return any(
        long.startswith(prefix)
        and not short.startswith(prefix)
        and _is_same(long.removeprefix(prefix).strip("-"), short)
        for prefix in _NEGATING
    )


def _negations(word: str) -> frozenset[str]:
    return _NEGATIONS.intersection(word.split("-"))


def _is_same(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _SAME


class Suggestions:
    """Looks for the nearest words during one run: what was found is remembered, and the work has a bound.

    Where every file names a thousand things that do not exist, the first of them get a suggestion, and that is enough.
    """

    def __init__(self, comparisons: int = 50_000) -> None:
        self.comparisons = comparisons  # that are left; each takes some ten microseconds
        self._found: dict[tuple[str, Hashable], str | None] = {}

    def near(self, word: str, known: Collection[str], among: Hashable) -> str | None:
        """The nearest of the `known` words; `among` says, shortly, which words these are."""
        if (word, among) not in self._found and self.comparisons > 0:
            self.comparisons -= len(known)
            self._found[word, among] = nearest(word, known)
        return self._found.get((word, among))
