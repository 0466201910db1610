"""Names that lead to where the notice tells more of what they name."""

from __future__ import annotations

from collections.abc import Iterable

from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page

_ANCHORS = {"purposes": "purpose", "recipients": "recipient", "trackers": "tracker", "data_categories": "data"}


def anchor(kind: str, ident: str) -> str:
    """The anchor of the section that tells of an entity."""
    return f"{_ANCHORS[kind]}-{ident}"


def linked(page: Page, kind: str, ids: Iterable[str]) -> list[Runs]:
    """The names of entities of one kind, each a piece of running text with its link."""
    entities = page.register.of_kind(kind)
    return [(page.run(name_of(entities[ident]), link=f"#{anchor(kind, ident)}"),) for ident in ids]
