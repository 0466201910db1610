"""Remedies: what the author probably meant, to be offered in a finding, never to be taken for granted."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deskprivacy.law.reader import LANGUAGES, closed_lists, vocabulary
from deskprivacy.load.schemas.countries import country_meant
from deskprivacy.nearest import LONGEST, nearest_reading, plain

UNITS = {
    "minute": ("minute", "minutes", "min"),
    "hour": ("hour", "hours", "heure", "heures", "h"),
    "day": ("day", "days", "jour", "jours", "d", "j"),
    "week": ("week", "weeks", "semaine", "semaines"),
    "month": ("month", "months", "mois"),
    "year": ("year", "years", "an", "ans", "année", "années"),
}
# Units that people count in and a register does not: what one of them is.
SPANS = {
    (3, "month"): ("quarter", "quarters", "trimestre", "trimestres"),
    (6, "month"): ("semester", "semesters", "semestre", "semestres"),
    (2, "week"): ("fortnight", "fortnights"),
    (10, "year"): ("decade", "decades", "décennie", "décennies"),
}
# What else people call a word of a closed list.
CALLED = {
    "error": ("errors", "erreurs"),
    "warning": ("warnings", "avertissements", "alerte"),
    "info": ("information", "informations", "remark", "remarks", "remarque", "remarques", "note"),
}
_DEMANDING = frozenset({"required", "minProperties", "minItems", "$ref"})  # what has these is, or may be, never empty
# What people write where there is none.
_NONE = frozenset({"none", "nothing", "nobody", "aucun", "aucune", "aucuns", "aucunes", "neant", "rien", "personne"})
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_DATA = re.compile(rf"{_ID}/{_ID}")
# What may be a member of a list, by the name of its definition, where that can be told without asking the schema.
_FORMS_OF_MEMBERS = {
    "id": re.compile(_ID),
    "data_ref": re.compile(rf"{_ID}(?:/{_ID})?"),
    "country": re.compile(r"[A-Z]{2}"),
}
TRUTHS = {"oui": "true", "yes": "true", "on": "true", "vrai": "true", "true": "true"}
TRUTHS |= {"non": "false", "no": "false", "off": "false", "faux": "false", "false": "false"}


@dataclass(slots=True)
class Guesses:
    """Words that are near to a misspelt one. Looking for them is slow: a run does it a bounded number of times."""

    left: int = 500

    def near(self, word: str, words: Sequence[str], *readings: Sequence[str]) -> str | None:
        """Find the word most like this one; each of the readings says the same words in a plain language."""
        if self.left <= 0 or len(word) > LONGEST:
            return None
        self.left -= 1
        meant: dict[str, str] = {}
        for names in (*readings, words):
            meant |= {plain(name): one for name, one in zip(names, words, strict=True)}
        meant |= {plain(name): one for one in words for name in CALLED.get(one, ())}
        return nearest_reading(word, meant)

    def country(self, word: str, schema: Mapping[str, Any]) -> str | None:
        """Find the code of the country that was meant."""
        if self.left <= 0:
            return None
        self.left -= 1
        return country_meant(word, schema)


def mended(text: str, form: str, pattern: str) -> str | None:
    """Put a text in the form that is wanted, where it can be told what that would be."""
    mend = _MENDERS.get(form)
    if mend is None or len(text) > LONGEST:
        return None
    found = mend(text.strip())
    return found if re.search(pattern, found) else None


def retyped(value: object, types: Collection[str], schema: Mapping[str, Any], guesses: Guesses) -> str | None:
    """Write a value as YAML of the type that is wanted, where it can be told what that would be."""
    if isinstance(value, (bool, int)) and schema.get("x-form") in ("text", "prose"):
        return f'"{str(value).lower()}"'
    if value in ([], {}):
        return _none(types, schema)
    if isinstance(value, list):
        return _alone(value, schema) if "string" in types and len(value) == 1 else None
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    if plain(value) in _NONE:
        return _none(types, schema)
    if "boolean" in types:
        return TRUTHS.get(value.strip().lower())
    if "integer" in types:
        return value.strip() if re.fullmatch(r"[1-9][0-9]{0,8}", value.strip()) else None
    member = _member(value, schema, guesses) if "array" in types and "object" not in types else None
    return f"[{member}]" if member else None


def item_meant(name: str | None) -> tuple[str, str] | None:
    """The category and the item that were meant by the two, joined by a slash; None where it is anything else."""
    category, _, item = (plain(part) for part in (name or "").partition("/"))
    return (category, item) if _DATA.fullmatch(f"{category}/{item}") else None


def lines_of_data(names: Iterable[str]) -> tuple[str, ...]:
    """The lines of data that say what a list of categories and items was meant to say."""
    items: dict[str, list[str]] = {}
    for name in names:
        category, item = item_meant(name) or (name, "")
        items.setdefault(category, []).append(item)
    return tuple(
        f"{category}:" if "" in found else f"{category}: {{items: [{', '.join(found)}]}}"
        for category, found in items.items()
    )


def _member(word: str, schema: Mapping[str, Any], guesses: Guesses) -> str | None:
    """The member of a list that was meant by a word which stands without the list; None where nobody can tell."""
    items = schema["items"]["$ref"].rpartition("/")[2] if "$ref" in schema.get("items", ()) else ""
    if items in closed_lists():
        words = vocabulary(items)
        return guesses.near(word, tuple(words), *([one[language] for one in words.values()] for language in LANGUAGES))
    form = _FORMS_OF_MEMBERS.get(items)
    return word if form and form.fullmatch(word) else None


def _alone(value: list[object], schema: Mapping[str, Any]) -> str | None:
    """The only member of a list, where a text may be written so, without brackets or quotes."""
    text = value[0]
    if not isinstance(text, str) or len(text) > LONGEST or not _PLAIN.fullmatch(text) or text in _NO_TEXT:
        return None
    is_fit = text in schema["enum"] if "enum" in schema else re.search(schema.get("pattern", ""), text)
    return text if is_fit else None


_PLAIN = re.compile(r"[^\W_](?:[^:#\r\n\t]*[^:#\s])?")
_NO_TEXT = frozenset({"true", "false", "null"})


def _none(types: Collection[str], schema: Mapping[str, Any]) -> str | None:
    """Write that there is none, where that may be said."""
    for kind, written in (("array", "[]"), ("object", "{}")):
        if kind in types and not _DEMANDING & {key for part in _parts(schema, kind) for key in part}:
            return written
    return None


def _parts(schema: Mapping[str, Any], kind: str) -> Iterator[Mapping[str, Any]]:
    """A schema, and what it says of values of this type."""
    yield schema
    for part in schema.get("allOf", ()):
        if part.get("if") == {"type": kind}:
            yield from _parts(part["then"], kind)


def _period(text: str) -> str:
    match = re.fullmatch(r"([0-9]{1,4}) *([^\W\d]+)\.?", text.lower())
    if match is None:
        return plain(text)
    number, word = int(match[1]), match[2]
    for (times, unit), words in {**{(1, unit): words for unit, words in UNITS.items()}, **SPANS}.items():
        if word in words:
            return f"{number * times} {unit}" + ("s" if number * times > 1 else "")
    return ""


def _date(text: str) -> str:
    if match := re.fullmatch(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})", text):
        year, month, day = match.groups()
    elif match := re.fullmatch(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", text):
        day, month, year = match.groups()
    else:
        return ""
    return f"{year}-{int(month):02}-{int(day):02}"


_MENDERS: Mapping[str, Callable[[str], str]] = {
    "id": plain,
    "data": plain,
    "period": _period,
    "lifetime": _period,
    "active": _period,
    "date": _date,
    "email": lambda text: text.removeprefix("mailto:").partition("?")[0].strip("<>"),
    "url": lambda text: f"https://{text}" if "." in text and "//" not in text else "",
}
