"""Explanation: what a schema found, told as findings. One mistake is one finding.

A fault of the schema is not yet a mistake of the author: a misspelt key is both unknown here and missing there, an
empty text is both too short and of no form. What one change would mend is told once, at the key or value to change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from deskprivacy.address import Address
from deskprivacy.finding import Finding, Related
from deskprivacy.load.schemas.faults import UNEXPLAINED, Fault, Keys, doubled
from deskprivacy.load.schemas.order import Order
from deskprivacy.load.schemas.remedies import Guesses, item_meant, lines_of_data, mended, retyped
from deskprivacy.load.schemas.told import Told, Values, line_of, of_text, shown, suggesting, written
from deskprivacy.load.schemas.unseen import holds_unseen, unseen_in_key, unseen_in_word
from deskprivacy.load.schemas.words import not_listed, not_the_short_form, short_form
from deskprivacy.load.text.suspicion import NO_BREAK_SPACE

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
_KEY = re.compile(rf"(?P<key>[\w-]+:)(?P<no_break>{NO_BREAK_SPACE.pattern})?")


def explain(faults: Iterable[Fault], data: object, home: Home, guesses: Guesses) -> Iterator[Finding]:
    """Tell the findings that these faults amount to, in the order of their places in the data."""
    order = Order(data)
    told = [_of_use(one, data) for fault in _gravest(faults) for one in _tell(fault, guesses)]
    of_keys = ("unknown-key", "hidden-character")
    meant = {(one.path[:-1], one.values.get("suggestion")) for one in told if one.rule in of_keys and one.on == "key"}
    for one in sorted(told, key=lambda one: (order.of(one.path), one.on, one.rule)):
        if not any((one.path, key) in meant for key in _lacking(one)):
            yield Finding(
                rule=one.rule,
                at=home(one.path),
                on=one.on,
                values=one.values,
                related=() if one.first is None else (Related(at=home(one.first), part="first", on=one.on),),
            )


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
    without = _without_space(fault) or unseen_in_word(fault)
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
        if key not in allowed and holds_unseen(key):
            yield unseen_in_key(fault, key, free)
        elif key not in allowed:
            values: Values = {"key": shown(key), "expected": allowed}
            yield Told("unknown-key", (*fault.path, key), "key", suggesting(values, guesses.near(key, free)))


def _missing_keys(fault: Fault, _: Guesses) -> Iterator[Told]:
    for key in fault.schema["required"]:
        if key not in fault.value:
            yield Told("missing-key", fault.path, "key", {"key": key, **_meant(fault.schema["properties"][key], key)})


def _meant(schema: Mapping[str, Any], key: str) -> Values:
    """What a property means, and an example of it as a line of YAML."""
    values: Values = {"meaning": {"en": schema["description"], "fr": schema["x-fr"]}}
    return {**values, "example": line_of(key, schema["examples"][0])} if "examples" in schema else values


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
        values: Values = {"value": shown(fault.value[position])}
        yield Told("doubled-member", (*fault.path, position), "value", values, (*fault.path, first))


def _too_few(fault: Fault, _: Guesses) -> Iterator[Told]:
    yield Told("too-few", fault.path)


def _wrong_type(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    wanted, short = fault.schema["type"], short_form(fault.schema)
    if wanted == "string" and "enum" in fault.schema and fault.value is not None:
        yield from not_listed(fault, guesses)
        return
    if short is not None and fault.value is not None:
        yield not_the_short_form(fault, short, guesses)
        return
    if ids := _ids_in_a_list(fault):
        lines = lines_of_data(ids) if fault.path[-1:] == ("data",) else tuple(f"{one}:" for one in ids)
        yield Told("list-for-mapping", fault.path, values={"ids": ids, "lines": lines})
        return
    types = [wanted] if isinstance(wanted, str) else wanted
    expected = tuple(TYPES[one] for one in types if one != "null")
    values: Values = {"expected": expected, "found": _found(fault.value)}
    rule = NOT_A.get(expected, "wrong-type")
    if rule == "wrong-type":
        values = {**values, "value_form": expected}
    elif rule == "not-a-mapping" and (keys := fault.schema.get("required")):
        rule, values = "keys-wanted", {**values, "keys": tuple(keys)}
    yield Told(rule, fault.path, values=suggesting(values, retyped(fault.value, types, fault.schema, guesses)))


def _ids_in_a_list(fault: Fault) -> tuple[str, ...]:
    """The ids that were written as a list where each is the key of what is said of it."""
    is_by_id = fault.schema["type"] == "object" and isinstance(fault.schema.get("additionalProperties"), Mapping)
    if not is_by_id or not isinstance(fault.value, list) or not fault.value:
        return ()
    return tuple(map(shown, fault.value)) if all(isinstance(one, str) for one in fault.value) else ()


def _bad_form(fault: Fault, _: Guesses) -> Iterator[Told]:
    if fault.path[-1:] == ("data",) and (item := item_meant(fault.name)):
        yield of_text(fault, "item-as-key", {"value": fault.name, "category": item[0], "item": item[1]})
        return
    form, text = fault.schema["x-form"], str(written(fault))
    rule = FORMS.get(form, f"bad-{form}")
    values: Values = {} if rule == "blank-text" else {"value": shown(text)}
    yield of_text(fault, rule, suggesting(values, mended(text, form, fault.schema["pattern"])))


def _too_long(fault: Fault, guesses: Guesses) -> Iterator[Told]:
    if FORMS.get(fault.schema["x-form"]) == "blank-text":  # what has no form but its length
        values = {"length": len(str(written(fault))), "limit": fault.schema["maxLength"]}
        yield of_text(fault, "text-too-long", values)
    else:
        yield from _bad_form(fault, guesses)


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
    "enum": not_listed,
    "pattern": _bad_form,
    "minLength": _bad_form,
    "maxLength": _too_long,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
}


def _found(value: object) -> str:
    if value is None:
        return "nothing"
    names = {bool: "true-or-false", int: "number", float: "number", str: "text", list: "list", dict: "mapping"}
    return names.get(type(value), "text")
