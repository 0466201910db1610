"""«Did you mean»: the known word that is nearest to a misspelt one."""

from collections.abc import Collection, Hashable, Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The member of `known` that `word` was probably meant to be, or None."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


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
