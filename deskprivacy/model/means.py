"""With what data are processed: trackers, security measures; and the promises made about it all."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from deskprivacy.frozen import frozen
from deskprivacy.model.circumstances import NARROWING, Narrowed, Traced
from deskprivacy.model.data import Choice
from deskprivacy.model.parties import Entity
from deskprivacy.model.types import (
    INTERNAL,
    Cases,
    DataRef,
    Lifetime,
    PartyId,
    Prose,
    PurposeId,
    RecipientId,
    RetentionRuleId,
    Text,
    Word,
)


@frozen
class RetentionUse(Narrowed):
    """A retention rule in use, and by whom where several keep the data."""

    SHORT: ClassVar[str] = "rule"
    KEYS: ClassVar[tuple[str, ...]] = (*NARROWING, "by")

    rule: RetentionRuleId
    by: tuple[PartyId, ...] = ()


@frozen
class TrackerConsent(Narrowed):
    """Whether a tracker waits for consent (LIL 82), and else on what ground it is exempt."""

    SHORT: ClassVar[Mapping[str, Mapping[str, object]]] = {"required": {"required": True}}

    required: bool
    exemption: Annotated[str, Word(terms="tracker_exemption")] | None = None


@frozen
class Cookie(Traced):
    """One cookie of a tracker, by its name or pattern."""

    lifetime: Lifetime | None = None
    description: Prose | None = None


@frozen
class Tracker(Entity):
    """Something written to or read from a terminal (LIL 82)."""

    KIND: ClassVar[str] = "trackers"

    technology: Annotated[str, Word(terms="tracker_technology")] | None = None
    provider: RecipientId | None = None
    data: tuple[DataRef, ...] = ()
    purposes: tuple[PurposeId, ...] = ()
    consent: Cases[TrackerConsent] = None
    lifetime: Lifetime | None = None
    retention: Cases[RetentionUse] = None
    choice: Cases[Choice] = None
    cookies: Mapping[str, Cookie] | None = None


@frozen
class Measure(Entity):
    """A security measure (GDPR 32, 30(1)(g)): described inside, worded for the public apart."""

    KIND: ClassVar[str] = "measures"

    description: Annotated[Prose | None, INTERNAL] = None
    family: Annotated[str, Word(terms="measure_family")] | None = None
    public: Prose | None = None
    limits: Prose | None = None


@frozen
class Scope(Narrowed):
    """The circumstances in which a commitment holds."""


@frozen
class Commitment(Entity):
    """A promise the public reads; rules hold it against the facts."""

    KIND: ClassVar[str] = "commitments"

    sentence: Prose
    asserts: Annotated[str, Word(terms="commitment_asserts")] | None = None
    to: Prose | None = None
    unless: Prose | None = None
    scope: Scope | None = None
    status: Annotated[str, Word(terms="commitment_status")] | None = None
    reason: Annotated[Text | None, INTERNAL] = None
