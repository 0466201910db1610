"""What is processed and why: data categories with their items, purposes with their legal bases, retention rules."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from deskprivacy.frozen import frozen
from deskprivacy.model.circumstances import Narrowed, Traced
from deskprivacy.model.parties import Entity
from deskprivacy.model.types import (
    INTERNAL,
    ONE_OR_MORE,
    ActivePeriod,
    Cases,
    DataSubjectId,
    Date,
    EventId,
    Period,
    Proper,
    Prose,
    SourceId,
    Text,
    Url,
    Word,
)


@frozen
class Item(Traced):
    """One kind of information within a category."""

    name: Text
    description: Prose | None = None
    examples: Prose | None = None
    tags: tuple[Annotated[str, Word(terms="data_tag")], ...] = ()
    special: Annotated[str, Word(terms="special_category")] | None = None
    criminal: bool | None = None
    national_id: bool | None = None
    concerns: tuple[DataSubjectId, ...] = ()


@frozen
class DataCategory(Entity):
    """A category of personal data (GDPR 14(1)(d), 30(1)(c))."""

    KIND: ClassVar[str] = "data_categories"

    cnil_family: Annotated[str, Word(terms="cnil_family")] | None = None
    sources: tuple[SourceId, ...] = ()
    items: Mapping[str, Item] | None = None


@frozen
class Assessment(Traced):
    """Where the weighing of a legitimate interest is kept."""

    document: Text | None = None
    date: Date | None = None


@frozen
class LegalBasis(Narrowed):
    """The legal basis of a purpose (GDPR 6(1)), and what that basis needs."""

    SHORT: ClassVar[str] = "basis"

    basis: Annotated[str, Word(terms="legal_basis")]
    interest: Prose | None = None
    assessment: Annotated[Assessment | None, INTERNAL] = None
    compelling: Prose | None = None
    how: Prose | None = None
    withdraw: Prose | None = None
    proof: Annotated[Prose | None, INTERNAL] = None
    parental: Prose | None = None
    text: Proper | None = None
    document: Annotated[Text | None, INTERNAL] = None
    soft_opt_in: bool | None = None


@frozen
class Choice(Narrowed):
    """How a person says no, and what follows."""

    SHORT: ClassVar[str] = "how"

    how: Prose | None = None
    effect: Prose | None = None
    delay: Period | None = None
    url: Url | None = None


@frozen
class Purpose(Entity):
    """Why data are processed, in the public's words (GDPR 5(1)(b), 13(1)(c))."""

    KIND: ClassVar[str] = "purposes"

    kind: Annotated[str, Word(terms="purpose_kind")] | None = None
    legal_basis: Cases[LegalBasis] = None
    choice: Cases[Choice] = None


@frozen
class Shift(Traced):
    """An event, or a period after one, that ends retention sooner or later than the rule says."""

    until: EventId | None = None
    after: Period | None = None
    from_: Annotated[tuple[EventId, ...], ONE_OR_MORE] = ()


@frozen
class Archive(Traced):
    """The intermediate archive: for how long, from when, why, and who may open it."""

    for_: Period
    from_: Annotated[tuple[EventId, ...], ONE_OR_MORE] = ()
    why: Prose | None = None
    access: Text | None = None


@frozen
class RetentionRule(Entity):
    """How long data are kept (GDPR 5(1)(e), 13(2)(a), 30(1)(f)): exactly one of `active`, `until`, `criterion`."""

    KIND: ClassVar[str] = "retention_rules"

    active: ActivePeriod | None = None
    until: EventId | None = None
    criterion: Prose | None = None
    from_: Annotated[tuple[EventId, ...], ONE_OR_MORE] = ()
    sooner: tuple[Shift, ...] = ()
    later: tuple[Shift, ...] = ()
    archive: Archive | None = None
    then: Annotated[str, Word(terms="retention_then")] | None = None
    text: Proper | None = None
    why: Prose | None = None
