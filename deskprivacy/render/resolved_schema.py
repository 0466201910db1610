"""The schema of the resolved register, from the shapes of the nouns and the closed lists of the law.

`python -m deskprivacy.render.resolved_schema schemas/output/register.schema.json` writes the file anew. The program
itself never runs this.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from deskprivacy.law.reader import vocabulary
from deskprivacy.model.activities import Condition, Required
from deskprivacy.model.data import Choice
from deskprivacy.model.means import RetentionUse
from deskprivacy.model.parties import Transfer
from deskprivacy.model.register import KINDS, Standing
from deskprivacy.model.shape import ByKey, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.side import SIDE, Settings
from deskprivacy.model.types import Word
from deskprivacy.render.resolved import VERSION

Schema = dict[str, Any]

_TYPES = {str: "string", int: "integer", bool: "boolean"}


def schema() -> Schema:
    """The whole schema; every noun and every closed list once, under `$defs`."""
    defs: dict[str, Schema] = {}
    kinds = {
        kind: _by_id(_noun(noun_of(cls), defs), f"The entities of `{kind}`, by id.") for kind, cls in KINDS.items()
    }
    side = {
        name: _by_id(_noun(noun_of(cls), defs), f"The entries of `{name}.yaml`, by id.") for name, cls in SIDE.items()
    }
    standing = {"type": "string", "enum": list(get_args(Standing))}
    defs["named"] = _object(
        "An id with the name that goes with it.", {"id": {"type": "string"}, "name": {"type": "string"}}
    )
    properties: Schema = {
        "version": {"description": "The version of this shape.", "const": VERSION},
        "register": _noun(noun_of(Settings), defs),
        **kinds,
        **side,
        "standing": _by_id(standing, "What is asked, proposed or disputed, by the address of the fact."),
        "uses": _by_id(_uses(defs), "What the lines of an activity come to once they have inherited, by activity."),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Generated from the nouns of deskprivacy.model: run `make schemas`.",
        "title": "Resolved register",
        "description": "internal/register.json: every declared fact of a register. A key that is absent says that"
        " nothing is declared; an empty list or mapping, that none exists. In `uses`, null says the former.",
        **_object(None, properties),
        "$defs": dict(sorted(defs.items())),
    }


def main(arguments: list[str]) -> None:
    """Writes the schema to the file that is named."""
    (path,) = arguments
    text = json.dumps(schema(), ensure_ascii=False, indent=2)
    Path(path).write_text(text + "\n", encoding="utf-8", newline="\n")


def _noun(noun: Noun, defs: dict[str, Schema]) -> Schema:
    name = noun.cls.__name__
    if name not in defs:
        defs[name] = {}  # known before it is filled, so that a noun may hold itself
        found = noun.fields.values()
        properties = {field.key: _shape(field.shape, defs) for field in found}
        defs[name] |= _object(_first_line(noun.cls), properties, [field.key for field in found if field.required])
    return {"$ref": f"#/$defs/{name}"}


def _shape(shape: Shape, defs: dict[str, Schema]) -> Schema:
    if isinstance(shape, Noun):
        return _noun(shape, defs)
    if isinstance(shape, Many):
        return {"type": "array", "items": _shape(shape.of, defs)}
    if isinstance(shape, ByKey):
        return {"type": "object", "additionalProperties": _shape(shape.of, defs)}
    return _scalar(shape, defs)


def _scalar(shape: Scalar, defs: dict[str, Schema]) -> Schema:
    if shape.word:
        terms = shape.word.terms
        defs[terms] = {"description": f"A word of the closed list `{terms}`.", "enum": list(vocabulary(terms))}
        return {"$ref": f"#/$defs/{terms}"}
    if shape.reference:
        kinds = " or ".join(f"`{kind}`" for kind in shape.reference.kinds)
        return {"description": f"The id of an entry of {kinds}.", "type": "string"}
    return {"type": _TYPES[shape.python]}


def _uses(defs: dict[str, Schema]) -> Schema:
    defs["data_use"] = _object("One line of `data` with what it inherits.", _data_use(defs))
    defs["disclosure"] = _object("One line of `recipients` with what it inherits.", _disclosure(defs))
    named: Schema = {"type": "array", "items": {"$ref": "#/$defs/named"}}
    return _object(
        "An activity: who answers for it, and its lines.",
        {
            "controllers": {"description": "Empty where the register does not say which of several.", **named},
            "data": {"type": "array", "items": {"$ref": "#/$defs/data_use"}},
            "recipients": {"type": "array", "items": {"$ref": "#/$defs/disclosure"}},
        },
    )


def _data_use(defs: dict[str, Schema]) -> Schema:
    return {
        **_address(),
        "category": {"$ref": "#/$defs/named"},
        "items": {"type": "array", "items": {"$ref": "#/$defs/named"}},
        "purposes": _names(),
        "data_subjects": _names(),
        "sources": _names(),
        "retention": _entries(RetentionUse, defs),
        "required": _entries(Required, defs),
        "form": _or_null(_word("data_form", defs)),
        "condition": _or_null(_noun(noun_of(Condition), defs)),
        "when": {"type": ["string", "null"]},
        "channels": {"type": "array", "items": _word("channel", defs)},
        "territories": _texts(),
    }


def _disclosure(defs: dict[str, Schema]) -> Schema:
    return {
        **_address(),
        "recipient": {"$ref": "#/$defs/named"},
        "role": _or_null(_word("recipient_role", defs)),
        "purposes": _names(),
        "data": _names(),
        "transfer": _entries(Transfer, defs),
        "retention": _entries(RetentionUse, defs),
        "choice": _entries(Choice, defs),
        "unless": _or_null(_word("unless", defs)),
        "form": _or_null(_word("data_form", defs)),
        "data_subjects": _texts(),
        "sources": _texts(),
        "channels": {"type": "array", "items": _word("channel", defs)},
        "territories": _texts(),
        "when": {"type": ["string", "null"]},
    }


def _address() -> Schema:
    return {
        "address": {"description": "The address of the line.", "type": "string"},
        "line": {
            "description": "Its place among the lines at that address: 1 for the first.",
            "type": "integer",
            "minimum": 1,
        },
    }


def _word(terms: str, defs: dict[str, Schema]) -> Schema:
    return _scalar(Scalar(python=str, word=Word(terms=terms)), defs)


def _entries(cls: type, defs: dict[str, Schema]) -> Schema:
    return {"type": ["array", "null"], "items": _noun(noun_of(cls), defs)}


def _names() -> Schema:
    return {"type": ["array", "null"], "items": {"$ref": "#/$defs/named"}}


def _texts() -> Schema:
    return {"type": "array", "items": {"type": "string"}}


def _or_null(of: Schema) -> Schema:
    return {"oneOf": [of, {"type": "null"}]}


def _by_id(of: Schema, description: str) -> Schema:
    return {"description": description, "type": "object", "additionalProperties": of}


def _object(description: str | None, properties: Schema, required: Iterable[str] | None = None) -> Schema:
    """An object that holds nothing else; without a list, it always holds all of it."""
    found: Schema = {"description": description} if description else {}
    demanded = list(properties if required is None else required)
    found |= {"type": "object"} | ({"required": demanded} if demanded else {})
    return found | {"properties": properties, "additionalProperties": False}


def _first_line(cls: type) -> str:
    return (cls.__doc__ or "").strip().partition("\n")[0]


if __name__ == "__main__":
    main(sys.argv[1:])
