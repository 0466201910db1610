"""Explanation: what a schema found, told as findings. One mistake is one finding.

A fault of the schema is not yet a mistake of the author: a misspelt key is both unknown here and missing there, an
empty text is both too short and of no form. What one change would mend is told once, at the key or value to change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from deskprivacy.address import Address, Key
from deskprivacy.finding import Finding, On, Related, Value
from deskprivacy.load.schemas.faults import UNEXPLAINED, Fault, Keys, doubled
from deskprivacy.load.schemas.remedies import Guesses, mended, retyped
from deskprivacy.load.text.suspicion import NO_BREAK_SPACE

Values = Mapping[str, Value]
Home = Callable[[Keys], Address]

# What is wrong with a value, the gravest first: only that is told of a value, for it hides the others.
GRAVITY = ("type", "enum", "pattern", "maxLength", "minLength", "minimum", "maximum")

TYPES = {"string": "text", "integer": "whole-number", "boolean": "true-or-false", "array": "list", "object": "mapping"}
NOT_A: Mapping[tuple[str, ...], str] = {
    ("text",): "not-a-text",
    ("whole-number",): "not-a-whole-number",
    ("true-or-false",): "not-true-or-false",
    ("list",): "not-a-list",
    ("mapping",): "not-a-mapping",
}
FORMS = {"text": "blank-text", "prose": "blank-text", "active": "bad-active-period", "data": "bad-data-reference"}
SHOWN = 80  # characters of a value
_KEY = re.compile(rf"(?P<key>[\w-]+:)(?P<no_break>{NO_BREAK_SPACE.pattern})?")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding that has no address yet."""

    rule: str
    path: Keys
    on: On = "value"
    values: Values = field(default_factory=dict)
    first: Keys | None = None


def explain(faults: Iterable[Fault], data: object, home: Home, guesses: Guesses) -> Iterator[Finding]:
    """Tell the findings that these faults amount to, in the order of their places in the data."""
    order = Order(data)
    told = [_of_use(one, data) for fault in _gravest(faults) for one in _tell(fault, guesses)]
    meant = {(one.path[:-1], one.values.get("suggestion")) for one in told if one.rule == "unknown-key"}
    for one in sorted(told, key=lambda one: (order.of(one.path), one.on, one.rule)):
        if not any((one.path, key) in meant for key in _lacking(one)):
            yield Finding(
                rule=one.rule,
                at=home(one.path),
                on=one.on,
                values=one.values,
                related=() if one.first is None else (Related(at=home(one.first), part="first", on=one.on),),
            )


@dataclass(slots=True)
class Order:
    """Where a path stands in the data, so that findings come in the order of their lines."""

    data: object
    _positions: dict[int, dict[Key, int]] = field(default_factory=dict)

    def of(self, path: Keys) -> tuple[int, ...]:
        """Give each key of a path its position in its mapping or list."""
        places, node = [], self.data
        for key in path:
            if isinstance(node, dict):
                known = self._positions.get(id(node)) or self._number(node)
                places.append(known.get(key, len(known)))
                node = node.get(key)
            elif isinstance(node, list) and isinstance(key, int):
                places.append(key)
                node = node[key]
        return tuple(places)

    def _number(self, node: dict[Key, object]) -> dict[Key, int]:
        self._positions[id(node)] = {key: position for position, key in enumerate(node)}
        return self._positions[id(node)]


def _of_use(one: Told, data: object) -> Told:
    """Drop a suggestion that would only double what stands beside it: a key, or a member of the same list."""
    suggestion = one.values.get("suggestion")
    if suggestion is None or not one.path:
        return one
    beside: Any = data
    for key in one.path[:-1]:
        beside = beside[key]
    if suggestion not in beside or (isinstance(beside, dict) and one.on == "value"):
        return one
    return replace(one, values={key: value for key, value in one.values.items() if key != "suggestion"})


def _gravest(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Leave one fault of each sort for each value, and only one for a value that is of another type than all expect."""
    gravest: dict[tuple[Keys, str | None, str], Fault] = {}
    for fault in faults:
        where = (fault.path, fault.name, "" if fault.keyword in GRAVITY else fault.keyword)
        known = gravest.setdefault(where, fault)
        if fault.keyword in GRAVITY and GRAVITY.index(fault.keyword) < GRAVITY.index(known.keyword):
            gravest[where] = fault
    for (path, name, sort), fault in gravest.items():
        value = gravest.get((path, name, ""))
        if not sort or value is None or value.keyword != "type":
            yield fault


def _lacking(one: Told) -> tuple[str, ...]:
    """Name the keys whose absence is told: to write one of them would mend it."""
    if one.rule == "missing-key":
        return (str(one.values["key"]),)
    keys = one.values["keys"] if one.rule == "exactly-one-of" and not one.values["found"] else ()
    return keys if isinstance(keys, tuple) else ()


def _tell(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    without = _without_space(fault)
    yield from _TELL[fault.keyword](fault, guesses) if without is None else (without,)


def _without_space(fault: Fault) -> Told | None:
    """A key that stands alone, and is no key for want of a plain space after its colon: `name:Orders`."""
    found = _KEY.match(fault.value) if isinstance(fault.value, str) and fault.keyword in GRAVITY else None
    if found is None or fault.name is not None:
        return None
    if found["no_break"]:
        return Told("no-break-space", fault.path, values={"text": found["key"]})
    if fault.keyword == "type" and found["key"][:-1] in fault.schema.get("properties", ()):
        return Told("missing-space", fault.path, values={"character": ":", "text": found["key"]})
    return None


def _unknown_keys(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    allowed = tuple(fault.schema["properties"])
    free = [key for key in allowed if key not in fault.value]
    for key in fault.value:
        if key not in allowed:
            values: Values = {"key": _shown(key), "expected": allowed}
            yield Told("unknown-key", (*fault.path, key), "key", _with(values, guesses.near(key, free)))


def _missing_keys(fault: Fault, _: Guesses) -> Iterator[Told]:
    for key in fault.schema["required"]:
        if key not in fault.value:
            yield Told("missing-key", fault.path, "key", {"key": key})


def _one_of(fault: Fault, _: Guesses) -> Iterator[Told]:
    keys = tuple(choice["required"][0] for choice in fault.schema["oneOf"] if "required" in choice)
    found = tuple(key for key in fault.value if key in keys)
    values: Values = {"keys": keys, "found": found}
    if not found:
        yield Told("exactly-one-of", fault.path, "key", values)
    for key in found[1:]:
        yield Told("exactly-one-of", (*fault.path, key), "key", values, (*fault.path, found[0]))


def _doubled(fault: Fault, _: Guesses) -> Iterator[Told]:
    for position, first in doubled(fault.value):
        values: Values = {"value": _shown(fault.value[position])}
        yield Told("doubled-member", (*fault.path, position), "value", values, (*fault.path, first))


def _too_few(fault: Fault, _: Guesses) -> Iterator[Told]:
    yield Told("too-few", fault.path)


def _wrong_type(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    wanted = fault.schema["type"]
    if wanted == "string" and "enum" in fault.schema and isinstance(fault.value, (bool, int, float)):
        yield from _not_listed(fault, guesses)
        return
    types = [wanted] if isinstance(wanted, str) else wanted
    expected = tuple(TYPES[one] for one in types if one != "null")
    values: Values = {"expected": expected, "found": _found(fault.value)}
    rule = NOT_A.get(expected, "wrong-type")
    yield Told(rule, fault.path, values=_with(values, retyped(fault.value, types, fault.schema)))


def _not_listed(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    yield from (_no_country if fault.schema.get("x-form") == "country" else _unknown_word)(fault, guesses)


def _no_country(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    written = str(_written(fault))
    values: Values = {"value": _shown(written)}
    yield _told_of_text(fault, "bad-country", _with(values, guesses.country(written, fault.schema)))


def _unknown_word(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    words = tuple(_shown(word) for word in fault.schema["enum"])
    meanings = (fault.schema[key] for key in ("enumDescriptions", "x-fr-enumDescriptions") if key in fault.schema)
    written = _shown(_written(fault))
    near = guesses.near(written, words, *meanings)
    if fault.name is not None:
        yield Told("unknown-key", (*fault.path, fault.name), "key", _with({"key": written, "expected": words}, near))
    else:
        yield Told("unknown-word", fault.path, values=_with({"value": written, "expected": words}, near))


def _bad_form(fault: Fault, _: Guesses) -> Iterator[Told]:
    form, written = fault.schema["x-form"], str(_written(fault))
    rule = FORMS.get(form, f"bad-{form}")
    values: Values = {} if rule == "blank-text" else {"value": _shown(written)}
    yield _told_of_text(fault, rule, _with(values, mended(written, form, fault.schema["pattern"])))


def _too_long(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    if FORMS.get(fault.schema["x-form"]) == "blank-text":  # what has no form but its length
        values = {"length": len(str(_written(fault))), "limit": fault.schema["maxLength"]}
        yield _told_of_text(fault, "text-too-long", values)
    else:
        yield from _bad_form(fault, guesses)


def _told_of_text(fault: Fault, rule: str, values: Values) -> Told:
    """A finding about a text, be it a value or the name of a key."""
    if fault.name is None:
        return Told(rule, fault.path, values=values)
    return Told(rule, (*fault.path, fault.name), "key", values)


def _out_of_range(fault: Fault, _: Guesses) -> Iterator[Told]:
    limits = {key: fault.schema.get(key) for key in ("minimum", "maximum")}
    yield Told("out-of-range", fault.path, values={"value": fault.value, **limits})


def _unexplained(fault: Fault, _: Guesses) -> Iterator[Told]:
    yield Told("further-mistakes", fault.path, "key")


_TELL: Mapping[str, Callable[[Fault, Guesses], Iterator[Told]]] = {
    UNEXPLAINED: _unexplained,
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "oneOf": _one_of,
    "uniqueItems": _doubled,
    "minItems": _too_few,
    "minProperties": _too_few,
    "type": _wrong_type,
    "enum": _not_listed,
    "pattern": _bad_form,
    "minLength": _bad_form,
    "maxLength": _too_long,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
}


def _written(fault: Fault) -> object:
    return fault.value if fault.name is None else fault.name


def _found(value: object) -> str:
    if value is None:
        return "nothing"
    names = {bool: "true-or-false", int: "number", float: "number", str: "text", list: "list", dict: "mapping"}
    return names.get(type(value), "text")


def _with(values: Values, suggestion: str | None) -> Values:
    return {**values} if suggestion is None else {**values, "suggestion": suggestion}


def _shown(value: object) -> str:
    """Write a value as the file does, cut where it is too long to read."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
