"""Addresses in the side files: each must lead to an entity, by a path that the schema allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from deskprivacy.address import EVERY, Address, parse
from deskprivacy.finding import Finding
from deskprivacy.load.declared import Declarations
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import allows, keys_below, noun_of
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
                    for finding in _lost(text, at.at(position), declared, suggestions):
                        beside = finding.values["suggestion"] in about  # to follow it would double a member
                        yield replace(finding, values={**finding.values, "suggestion": None}) if beside else finding


def _lost(text: Any, at: Address, declared: Declarations, suggestions: Suggestions) -> Iterator[Finding]:
    if meant := _of_bare_id(str(text), declared):
        values = {"address": str(text), "part": str(text).partition(".")[0], "suggestion": str(meant)}
        yield Finding(rule="unknown-address", at=at, values=values)
        return
    try:
        about = parse(str(text))
    except ValueError:
        return  # the schema speaks of it
    part, meant = about.kind, _meant_kind(about, declared, suggestions)
    if meant is about:
        part, meant = about.id or about.kind, _meant_entity(about, declared, suggestions)
    if meant is about:
        if allows(noun_of(_class_of(about.kind)), about.keys):
            return
        part, meant = _meant_keys(about, suggestions)
    if meant and not _leads_somewhere(meant, declared):
        meant = None
    suggestion = str(meant) if meant else None
    yield Finding(rule="unknown-address", at=at, values={"address": str(text), "part": part, "suggestion": suggestion})


def _meant_kind(about: Address, declared: Declarations, suggestions: Suggestions) -> Address | None:
    """The address with the kind that was meant: the address itself where there is such a kind, None if nobody knows."""
    if _entities(about.kind, declared) is not None:
        return about
    near = suggestions.near(about.kind, [*KINDS, *SIDE, SETTINGS], SETTINGS)
    return Address(near, about.id, about.keys) if near else None


def _meant_entity(about: Address, declared: Declarations, suggestions: Suggestions) -> Address | None:
    """The same for the entity."""
    known = _entities(about.kind, declared) or {}
    if about.id in known or about.kind in declared.unread or (about.id == EVERY and about.kind in KINDS):
        return about
    near = suggestions.near(about.id, known, about.kind)
    return Address(about.kind, near, about.keys) if near else None


def _of_bare_id(text: str, declared: Declarations) -> Address | None:
    """The address of what is named by its id alone, `ovh` or `ovh.contract`, where a single kind has such an id."""
    ident, dot, keys = text.partition(".")
    if "/" in text or _entities(ident, declared) is not None:
        return None
    kinds = [kind for kind in KINDS if ident in (_entities(kind, declared) or {})]
    if len(kinds) != 1:
        return None
    try:
        meant = parse(f"{kinds[0]}/{ident}{dot}{keys}")
    except ValueError:
        return None
    return meant if _leads_somewhere(meant, declared) else None


def _meant_keys(about: Address, suggestions: Suggestions) -> tuple[str, Address | None]:
    """The first key that the schema does not know there, and the address with the one that is like it, if one is."""
    noun = noun_of(_class_of(about.kind))
    at = next(n for n in range(len(about.keys)) if not allows(noun, about.keys[: n + 1]))
    before, wrong, after = about.keys[:at], str(about.keys[at]), about.keys[at + 1 :]
    near = suggestions.near(wrong, keys_below(noun, before), (about.kind, before))
    return wrong, Address(about.kind, about.id, (*before, near, *after)) if near else None


def _leads_somewhere(about: Address, declared: Declarations) -> bool:
    is_declared = about.id in (_entities(about.kind, declared) or {}) or (about.id == EVERY and about.kind in KINDS)
    return is_declared and allows(noun_of(_class_of(about.kind)), about.keys)


def _entities(kind: str, declared: Declarations) -> Any:
    """The ids of a kind; `register` has none but the empty one; None where there is no such kind."""
    if kind == SETTINGS:
        return {"": None}
    return declared.entities.get(kind, {}) if kind in KINDS or kind in SIDE else None


def _class_of(kind: str) -> type:
    return Settings if kind == SETTINGS else KINDS.get(kind) or SIDE[kind]
