"""The country that somebody meant who wrote no code but its name, or another code that it has or had."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deskprivacy.law.country_codes import otherwise_written
from deskprivacy.nearest import LONGEST, NEARER, nearest_reading, plain

_ABBREVIATION = 3  # letters: what is as short is no misspelt name


def country_meant(written: str, schema: Mapping[str, Any]) -> str | None:
    """The code of the country, of those of a schema that names them; None where several might be meant, or none."""
    codes = tuple(schema["enum"])
    word = written.strip()
    if word.upper() in codes:
        return word.upper()
    readings = {plain(name): code for name, code in otherwise_written().items()}
    for names in (schema["x-fr-enumDescriptions"], schema["enumDescriptions"]):
        readings |= {plain(name): code for name, code in zip(names, codes, strict=True)}
    if len(word) > LONGEST:
        return None
    return readings.get(plain(word)) or _replaced(word.upper(), codes) or _near(word, readings)


def _replaced(code: str, codes: tuple[str, ...]) -> str | None:
    """The code that took the place of an old one, or that stands for the same as one of three letters or digits."""
    from babel.core import get_global

    found = tuple(get_global("territory_aliases").get(code, ()))
    return found[0] if len(found) == 1 and found[0] in codes else None


def _near(word: str, readings: dict[str, str]) -> str | None:
    return nearest_reading(word, readings, NEARER) if len(word) > _ABBREVIATION else None
