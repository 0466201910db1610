"""What is told of words that no closed list has: of a country, of a key, of the one word that says all by itself."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.law.tables import table_of_words
from deskprivacy.load.schemas.faults import Fault, Schema
from deskprivacy.load.schemas.remedies import Guesses
from deskprivacy.load.schemas.told import Told, Values, of_text, shown, suggesting, written

_MEANINGS = ("enumDescriptions", "x-fr-enumDescriptions")
_LONG = "x-long"  # lines of the long form, beside the words of the short one


def not_listed(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    """A text that is none of those that a schema lists, or no text at all."""
    if fault.schema.get("x-form") == "country":
        yield _no_country(fault, guesses)
    elif _LONG in fault.schema:
        yield not_the_short_form(fault, fault.schema, guesses)
    else:
        yield _unknown_word(fault, guesses)


def short_form(schema: Schema) -> Schema | None:
    """The words by which a value of several forms may be said in short, where all else is said with keys."""
    return next((part["then"] for part in schema.get("allOf", ()) if _LONG in part["then"]), None)


def not_the_short_form(fault: Fault, short: Schema, guesses: Guesses) -> Told:
    """Another word in place of the one that says everything: all else is said with keys, and these are named."""
    (word,), (in_english,), (in_french,) = (short[key] for key in ("enum", *_MEANINGS))
    values: Values = {
        "value": shown(fault.value),
        "expected": (word,),
        "meaning": {"en": in_english, "fr": in_french},
        "key": next(str(key) for key in reversed(fault.path) if isinstance(key, str)),
        "long": tuple(short[_LONG]),
    }
    near = guesses.near(fault.value, (word,), [in_english], [in_french]) if isinstance(fault.value, str) else None
    return Told("unknown-short-form", fault.path, values=suggesting(values, near))


def _no_country(fault: Fault, guesses: Guesses) -> Told:
    text = written(fault)
    values: Values = {"value": shown(text)}
    near = None if isinstance(text, dict | list) else guesses.country(str(text), fault.schema)
    return of_text(fault, "bad-country", suggesting(values, near))


def _unknown_word(fault: Fault, guesses: Guesses) -> Told:
    words = tuple(fault.schema["enum"])
    meanings = (fault.schema[key] for key in _MEANINGS if key in fault.schema)
    text = shown(written(fault))
    value = written(fault)
    alone = value[0] if isinstance(value, list) and len(value) == 1 else value  # one word in brackets is one word
    is_word = not isinstance(alone, dict | list)
    near = guesses.near(shown(alone), tuple(map(shown, words)), *meanings) if is_word else None
    values: Values = {"expected": tuple(map(shown, words))}
    if table := table_of_words(words):
        values = {**values, "table": table}
    rule, name = ("unknown-word", "value") if fault.name is None else ("unknown-key", "key")
    return of_text(fault, rule, suggesting({name: text, **values}, near))
