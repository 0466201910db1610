"""The fixed words of documents and messages, by language, through gettext. The message ids are the English words."""

from __future__ import annotations

import gettext
from functools import cache
from inspect import cleandoc
from pathlib import Path

DOMAIN = "deskprivacy"
FOLDER = Path(__file__).parent / "locale"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; where there is none, the English words themselves."""
    return gettext.translation(DOMAIN, FOLDER, [language], fallback=True)


def languages() -> tuple[str, ...]:
    """The languages in which deskprivacy speaks: English, and those that have a catalogue."""
    return ("en", *sorted(path.parent.parent.name for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")))


def paragraphs(text: str) -> str:
    """A text of help as the catalogue has it: each paragraph on a line of its own."""
    return "\n\n".join(" ".join(part.split()) for part in cleandoc(text).split("\n\n"))
