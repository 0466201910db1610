"""Enumerations for the schemas: the closed lists of the law's words, as an editor offers them.

`python -m deskprivacy.words.enumerations schemas/vocabulary.schema.json` writes the file anew; the words themselves are
changed in `vocabulary.yaml`, `authorities.yaml` and `country_codes.yaml` only. CLDR names the countries.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from deskprivacy.law.country_codes import country_codes
from deskprivacy.law.files import data
from deskprivacy.law.reader import LANGUAGES
from deskprivacy.words.speech import speech

Words = Mapping[str, str]  # language → word
Terms = Mapping[str, Words]  # what the YAML says → how it reads


def vocabulary_schema(lists: Mapping[str, Terms]) -> dict[str, object]:
    """Make the schema whose `$defs` hold one enumeration for each closed list."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made by `make schemas` from vocabulary, authorities and country_codes of the law: change those.",
        "title": "Vocabulary",
        "description": "The words that a field may hold.",
        "x-fr": "Les mots qu’un champ peut contenir.",
        "$defs": {name: _enumeration(terms) for name, terms in lists.items()} | {"country": _countries()},
    }


def closed_lists() -> dict[str, Terms]:
    """Read every closed list of the law, with its words in both languages."""
    authorities = {ident: entry["name"] for ident, entry in data("authorities")["authorities"].items()}
    return {**data("vocabulary"), "authority": authorities}


def main(arguments: list[str]) -> None:
    """Write the schema to the file that is named."""
    (path,) = arguments
    text = json.dumps(vocabulary_schema(closed_lists()), ensure_ascii=False, indent=2)
    Path(path).write_text(text + "\n", encoding="utf-8", newline="\n")


def _enumeration(terms: Terms) -> dict[str, object]:
    """Make one enumeration. It has no description: an editor would show that in place of the property's own."""
    return {
        "type": "string",
        "enum": list(terms),
        "enumDescriptions": [words["en"] for words in terms.values()],
        "x-fr-enumDescriptions": [words["fr"] for words in terms.values()],
    }


def _countries() -> dict[str, object]:
    """The enumeration of the codes that stand for a country, each with its name."""
    names = {code: {language: speech(language).country(code) for language in LANGUAGES} for code in country_codes()}
    return {"x-form": "country", "examples": ["FR"], **_enumeration(names)}


if __name__ == "__main__":
    main(sys.argv[1:])
