"""Judging: whether data have the shape that a schema demands; jsonschema-rs says yes or no, and nothing more.

All schemas are bundled as one (`#/$defs/<file>`), without what only people read, when the first document comes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from jsonschema_rs import Draft202012Validator

from deskprivacy.load.files import SIDE_KINDS
from deskprivacy.model.register import KINDS
from deskprivacy.model.side import SETTINGS

SHARED = ("common", "vocabulary")
NOTES = {
    *("$comment", "description", "enumDescriptions", "examples", "patternErrorMessage", "title"),
    *("x-form", "x-fr", "x-fr-enumDescriptions", "x-fr-patternErrorMessage", "x-long", "x-visibility"),
}

Schema = Mapping[str, Any]
Part = Literal["file", "entity", "frame"]
PARTS: tuple[Part, ...] = ("file", "entity", "frame")


class Judge:
    """The schemas of a folder, for one run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[tuple[str, bool], Schema] = {}  # by name; bare or with its notes
        self._validator: Draft202012Validator | None = None

    def accepts(self, kind: str, part: Part, data: object) -> bool:
        """Judge a part of a kind: a `file`, an `entity` in it, or the `frame` that a file is around its entities."""
        if self._validator is None:
            self._validator = Draft202012Validator(self._all())
        try:
            return self._validator.is_valid({f"{kind}/{part}": data})
        except ValueError:  # no JSON: no file yields that, a program may
            return False

    def resource(self, kind: str, part: Part) -> dict[str, Any]:
        """Bundle all that a part of a kind needs in one schema, with what people read."""
        bundle = {name: self._file(name, bare=False) for name in (*SHARED, kind)}
        return {**_part(bundle, kind, part), "$defs": bundle}

    def _all(self) -> dict[str, Any]:
        """Every part of every kind in one schema, each as a property: to compile it takes a third of the time."""
        kinds = (*KINDS, *SIDE_KINDS)
        bundle = {name: self._file(name, bare=True) for name in (*SHARED, *kinds)}
        parts = {f"{kind}/{part}": _part(bundle, kind, part) for kind in kinds for part in PARTS}
        return {"properties": parts, "$defs": bundle}

    def _file(self, name: str, *, bare: bool) -> Schema:
        if (name, bare) not in self._files:
            schema = json.loads((self._folder / f"{name}.schema.json").read_bytes())
            self._files[name, bare] = _bundled(_bare(schema) if bare else schema, name)
        return self._files[name, bare]


def _part(bundle: Mapping[str, Schema], kind: str, part: Part) -> Schema:
    if part == "frame":
        return {key: value for key, value in bundle[kind].items() if key not in ("additionalProperties", "$defs")}
    return {"$ref": f"#/$defs/{kind}" + ("/$defs/entity" if part == "entity" and kind != SETTINGS else "")}


def _bundled(node: Any, home: str) -> Any:
    """Let the references of a file lead into the bundle."""
    if isinstance(node, dict):
        return {
            key: _into_bundle(value, home) if key == "$ref" else _bundled(value, home) for key, value in node.items()
        }
    return [_bundled(member, home) for member in node] if isinstance(node, list) else node


def _into_bundle(reference: str, home: str) -> str:
    file, _, pointer = reference.partition("#")
    return f"#/$defs/{file.removesuffix('.schema.json') or home}{pointer}"


def _bare(node: Any) -> Any:
    """Take from a schema what only people read. A property of the same name holds a schema, hence a mapping."""
    if isinstance(node, dict):
        return {key: _bare(value) for key, value in node.items() if key not in NOTES or isinstance(value, dict)}
    return [_bare(member) for member in node] if isinstance(node, list) else node
