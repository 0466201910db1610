"""What is told of a key or a word that is none for a sign that nobody sees in it."""

from __future__ import annotations

import re

from deskprivacy.load.schemas.faults import Fault
from deskprivacy.load.schemas.told import Told, Values, of_text, suggesting, written
from deskprivacy.words.signs import around, hidden, named, without_unseen


def holds_unseen(text: object) -> bool:
    """Whether a sign that nobody sees stands in a text, and has no use there."""
    return isinstance(text, str) and next(hidden(text), None) is not None


def unseen_in_word(fault: Fault) -> Told | None:
    """A word of a closed list, or one of a form, that would be right without such a sign; None where it has none."""
    text = written(fault)
    if fault.schema.get("x-form") in ("text", "prose"):  # which any sign fits: without words, it is blank
        return None
    if fault.keyword not in ("enum", "pattern") or not isinstance(text, str) or not holds_unseen(text):
        return None
    seen = without_unseen(text)
    fits = seen in fault.schema["enum"] if fault.keyword == "enum" else re.search(fault.schema["pattern"], seen)
    return of_text(fault, "hidden-character", suggesting(_where(text), seen if fits else None))


def unseen_in_key(fault: Fault, key: str, free: list[str]) -> Told:
    """A key that has such a sign; without it, it may be one of those that are still free."""
    seen = without_unseen(key)
    values = suggesting(_where(key), seen if seen in free else None)
    return Told("hidden-character", (*fault.path, key), "key", values)


def _where(text: str) -> Values:
    at = next(hidden(text))
    return {"code": named(text[at]), "quote": around(text, at)}
