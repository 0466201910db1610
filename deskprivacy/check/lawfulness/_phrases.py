"""The words of a text in which a fault shows, by a lexicon."""

from __future__ import annotations

from deskprivacy.check.reading.text import plain
from deskprivacy.law.lexicons import lexicon


def telling(name: str, text: str | None, language: str) -> str | None:
    """The first words that a lexicon knows; None where there are none, or it does not know the language."""
    if not text:
        return None
    line = " ".join(text.split())
    found = (cue.find(plain(line)) for cue in lexicon(name).of(language))
    return next((line[one.start() : one.end()] for one in found if one), None)
