"""Words that say that a secret can be read again, or that a question replaces it (`secrets.yaml`)."""

from __future__ import annotations

import re
from functools import cache

from deskprivacy.law.files import data

_BEFORE = 40  # characters in which a negation turns the phrase round


def recoverable(text: str | None) -> str | None:
    """The words by which a text says that a secret can be read again; None where it says no such thing."""
    return in_clear(text) or _found("recoverable", text)


def in_clear(text: str | None) -> str | None:
    """The words by which a text says that a secret is kept as it is, for anybody to read; None where it does not."""
    return _found("in_clear", text)


def presented(text: str | None) -> bool:
    """Whether a text speaks of a secret that is shown to another service, and must be readable to serve."""
    return _found("presented", text) is not None


def secret_question(text: str | None) -> str | None:
    """The words by which a text speaks of a secret question or its answer."""
    return _found("secret_question", text)


def _found(phrases: str, text: str | None) -> str | None:
    plain = " ".join((text or "").split()).replace("’", "'")
    for one in _pattern(phrases).finditer(plain):
        if not _unless().search(plain, max(0, one.start() - _BEFORE), one.start()):
            return one[0]
    return None


@cache
def _pattern(phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(data("secrets")[phrases]), re.IGNORECASE)


@cache
def _unless() -> re.Pattern[str]:
    return re.compile(data("secrets")["unless"], re.IGNORECASE)
