"""Notices: what the public reads, and which activities it covers (GDPR 12–14)."""

from typing import Annotated, ClassVar

from deskprivacy.frozen import frozen
from deskprivacy.model.circumstances import Traced
from deskprivacy.model.parties import Entity
from deskprivacy.model.types import (
    ONE_OR_MORE,
    CommitmentId,
    Date,
    Proper,
    Prose,
    Reference,
    SourceId,
    Text,
    Url,
    Word,
)

ALL = "all"  # every activity that runs; ids beside it are covered too


@frozen
class FreeSection(Traced):
    """A section of the notice written by hand, after one of its blocks."""

    title: Text
    after: Annotated[str, Word(terms="notice_block")] | None = None
    text: Prose


@frozen
class SeeAlso(Traced):
    """A link to another document."""

    title: Text
    url: Url


@frozen
class Change(Traced):
    """What changed in a version of the notice."""

    version: Proper
    effective: Date | None = None
    text: Prose
    told_by: tuple[Annotated[str, Word(terms="channel")], ...] = ()


@frozen
class Notice(Entity):
    """A public notice."""

    KIND: ClassVar[str] = "notices"

    covers: Annotated[tuple[Annotated[str, Reference(kinds=("activities",), literals=(ALL,))], ...], ONE_OR_MORE] = ()
    languages: tuple[Annotated[str, Word(terms="language")], ...] = ()
    status: Annotated[str, Word(terms="notice_status")] | None = None
    version: Proper | None = None
    effective: Date | None = None
    introduction: Prose | None = None
    sections: tuple[FreeSection, ...] = ()
    commitments: tuple[CommitmentId, ...] | None = None
    collection_points: tuple[SourceId, ...] = ()
    tracker_choices: Prose | None = None
    see_also: tuple[SeeAlso, ...] = ()
    changes: tuple[Change, ...] = ()
