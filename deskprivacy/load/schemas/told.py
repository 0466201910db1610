"""What is told of one fault: a finding that has no address yet, and how what was written is quoted in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from deskprivacy.finding import On, Value
from deskprivacy.load.schemas.faults import Fault, Keys

Values = Mapping[str, Value]

SHOWN = 80  # characters of a value


@dataclass(frozen=True, slots=True)
class Told:
    """A finding that has no address yet."""

    rule: str
    path: Keys
    on: On = "value"
    values: Values = field(default_factory=dict)
    first: Keys | None = None


def of_text(fault: Fault, rule: str, values: Values) -> Told:
    """A finding about a text, be it a value or the name of a key."""
    if fault.name is None:
        return Told(rule, fault.path, values=values)
    return Told(rule, (*fault.path, fault.name), "key", values)


def written(fault: Fault) -> object:
    """What was written where the fault is: a value, or the name of a key."""
    return fault.value if fault.name is None else fault.name


def suggesting(values: Values, suggestion: str | None) -> Values:
    """The values with a suggestion, where there is one."""
    return {**values} if suggestion is None else {**values, "suggestion": suggestion}


def line_of(key: str, value: object) -> str:
    """A key with its value as one line of YAML."""
    return f"{key}: {_on_one_line(value)}"


def _on_one_line(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_on_one_line, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(line_of(key, below) for key, below in value.items()) + "}"
    return value if isinstance(value, str) else json.dumps(value)


def shown(value: object) -> str:
    """Write a value as the file does, cut where it is too long to read."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
