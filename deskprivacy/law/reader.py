"""The door to the law as data: the closed lists with their words, the rules, the dated reference data.

Nothing is read when this module is imported; each file is read when something first asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from deskprivacy.finding import RuleText, Texts
from deskprivacy.law.files import data
from deskprivacy.law.reference import (
    LANGUAGES,
    Authority,
    Basis,
    Countries,
    Letter,
    Right,
    SheetRow,
    authorities,
    bases,
    countries,
    letters,
    rights,
    sheet,
)
from deskprivacy.law.rules import Duty, duties, duty, rule, structure

__all__ = [
    "LANGUAGES",
    "REFERENCE_LANGUAGE",
    "Authority",
    "Basis",
    "Countries",
    "Duty",
    "Letter",
    "Right",
    "RuleText",
    "SheetRow",
    "Texts",
    "authorities",
    "bases",
    "closed_lists",
    "countries",
    "duties",
    "duty",
    "letters",
    "rights",
    "rule",
    "sheet",
    "structure",
    "third_person",
    "vocabulary",
    "word",
]

REFERENCE_LANGUAGE = "en"  # every list has it; other languages may be incomplete


@cache
def vocabulary(terms: str) -> Mapping[str, Texts]:
    """A closed list: each term with its words by language. Raises KeyError for an unknown list.

    The lists stand in `vocabulary.yaml`; the authorities are those of `authorities.yaml`.
    """
    if terms == "authority":
        return {ident: authority.name for ident, authority in authorities().items()}
    found: Mapping[str, Texts] = data("vocabulary")[terms]
    return found


@cache
def third_person(terms: str) -> Mapping[str, Texts]:
    """The terms of a closed list that read otherwise where the person is spoken of, not to: their words by language."""
    found: Mapping[str, Texts] = data("third_person").get(terms, {})
    return found


def closed_lists() -> Iterable[str]:
    """The names of the closed lists of `vocabulary.yaml`."""
    found: Mapping[str, object] = data("vocabulary")
    return found.keys()


def word(terms: str, term: str, language: str) -> str:
    """A term of a closed list as the documents print it; in English where the language lacks it."""
    words = vocabulary(terms)[term]
    return words.get(language) or words[REFERENCE_LANGUAGE]
