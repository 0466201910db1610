"""Addresses in the side files: each must lead to an entity, by a path that the schema allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deskprivacy.address import EVERY, Address, parse
from deskprivacy.finding import Finding
from deskprivacy.load.declared import Declarations
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import allows, noun_of
from deskprivacy.model.side import SETTINGS, SIDE, Settings
from deskprivacy.nearest import Suggestions


def lost_addresses(declared: Declarations) -> Iterator[Finding]:
    """Addresses in side files that lead nowhere: no such entity, or a path that the schema does not allow."""
    suggestions = Suggestions()
    for kind in ("open_questions", "waivers"):
        for ident, one in declared.entities.get(kind, {}).items():
            about = one.data.get("about", []) if isinstance(one.data, dict) else []
            at = Address(kind, ident, ("about",))
            if isinstance(about, str):
                yield from _lost(about, at, declared, suggestions)
            elif isinstance(about, list):
                for position, text in enumerate(about):
                    yield from _lost(text, at.at(position), declared, suggestions)


def _lost(text: Any, at: Address, declared: Declarations, suggestions: Suggestions) -> Iterator[Finding]:
    try:
        about = parse(str(text))
    except ValueError:
        return  # the schema speaks of it
    known = _entities(about.kind, declared)
    if known is None:
        suggestion = suggestions.near(about.kind, [*KINDS, *SIDE, SETTINGS], SETTINGS)
        yield Finding(
            rule="unknown-address", at=at, values={"address": str(text), "part": about.kind, "suggestion": suggestion}
        )
    elif (
        about.id not in known and about.kind not in declared.unread and not (about.id == EVERY and about.kind in KINDS)
    ):
        suggestion = suggestions.near(about.id, known, about.kind)
        yield Finding(
            rule="unknown-address",
            at=at,
            values={"address": str(text), "part": about.id or about.kind, "suggestion": suggestion},
        )
    elif not allows(noun_of(_class_of(about.kind)), about.keys):
        yield Finding(
            rule="unknown-address",
            at=at,
            values={"address": str(text), "part": str(about.keys[-1]), "suggestion": None},
        )


def _entities(kind: str, declared: Declarations) -> Any:
    """The ids of a kind; `register` has none but the empty one; None where there is no such kind."""
    if kind == SETTINGS:
        return {"": None}
    return declared.entities.get(kind, {}) if kind in KINDS or kind in SIDE else None


def _class_of(kind: str) -> type:
    return Settings if kind == SETTINGS else KINDS.get(kind) or SIDE[kind]
