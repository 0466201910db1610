"""Names that lead to where the notice tells more of what they name."""

from __future__ import annotations

from collections.abc import Iterable

from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import data_name

_ANCHORS = {"purposes": "purpose", "recipients": "recipient", "trackers": "tracker", "data_categories": "data"}


def anchor(kind: str, ident: str) -> str:
    """The anchor of the section that tells of an entity."""
    return f"{_ANCHORS[kind]}-{ident}"


def linked(page: Page, kind: str, ids: Iterable[str]) -> list[Runs]:
    """The names of entities of one kind, each a piece of running text with its link."""
    entities = page.register.of_kind(kind)
    return [(page.run(name_of(entities[ident]), link=f"#{anchor(kind, ident)}"),) for ident in ids]


def linked_data(page: Page, refs: Iterable[str]) -> list[Runs]:
    """The names of categories and of items, each with a link to the section that tells of its category."""
    found = ((ref, anchor("data_categories", ref.partition("/")[0])) for ref in refs)
    return [(page.run(data_name(page.register, ref), link=f"#{target}"),) for ref, target in found]
