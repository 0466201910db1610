"""The words of a text in which a fault shows, by a lexicon."""

from __future__ import annotations

from deskprivacy.law.lexicons import lexicon


def telling(name: str, text: str | None, language: str) -> str | None:
    """The first words that a lexicon knows; None where there are none, or it does not know the language."""
    if not text:
        return None
    plain = " ".join(text.lower().split()).replace("’", "'")
    found = (cue.find(plain) for cue in lexicon(name).of(language))
    first = next((one[0] for one in found if one), None)
    return first.replace("'", "’") if first else None
