"""In which language a text is written, by its commonest words: French, English, or neither."""

from __future__ import annotations

import re
from collections import Counter

from deskprivacy.law.lexicons import words

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.08  # of all words; a text in another language shares fewer
_READ = 200_000  # characters: the language does not change after that


def language_of(text: str) -> str | None:
    """`fr`, `en`, or None where it seems to be neither."""
    counted = Counter(_WORD.findall(text[:_READ].lower()))
    total = counted.total()
    shares = {
        language: sum(counted[word] for word in common) for language, common in words("languages", "common").items()
    }
    best = max(shares, key=lambda language: (shares[language], language == "fr"))
    return best if total and shares[best] >= _ENOUGH * total else None
