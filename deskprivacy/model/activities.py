"""Activities: the sheets of the register (GDPR 30(1), 30(2)), which tie the other nouns together."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from deskprivacy.frozen import frozen
from deskprivacy.model.circumstances import Narrowed, Traced
from deskprivacy.model.contacts import Contact
from deskprivacy.model.data import Choice
from deskprivacy.model.means import RetentionUse
from deskprivacy.model.parties import Entity, Transfer
from deskprivacy.model.types import (
    EMPTY_ALLOWED,
    INTERNAL,
    Cases,
    ControllerId,
    DataCategoryId,
    DataSubjectId,
    Date,
    HostId,
    ItemId,
    MeasureId,
    Period,
    Proper,
    Prose,
    PurposeId,
    RecipientId,
    SourceId,
    Text,
    TrackerId,
    Word,
)


@frozen
class Required(Narrowed):
    """Whether the person must give the data, on what ground, and what follows otherwise (GDPR 13(2)(e))."""

    SHORT: ClassVar[Mapping[str, Mapping[str, object]]] = {"optional": {"optional": True}}

    mandatory: Annotated[str, Word(terms="required_ground")] | None = None
    optional: bool | None = None
    otherwise: Prose | None = None


@frozen
class Condition(Traced):
    """The condition that allows special or offence data (GDPR 9(2), 10)."""

    ground: Annotated[str, Word(terms="special_condition")]
    reason: Annotated[Text | None, INTERNAL] = None


@frozen
class DataLine(Traced):
    """One use of a category of data in an activity; without `items`, it stands for all that other lines do not name."""

    KEYS: ClassVar[tuple[str, ...]] = ("items", "purposes", "data_subjects", "sources", "channels", "territories")

    items: tuple[ItemId, ...] = ()
    purposes: tuple[PurposeId, ...] = ()
    data_subjects: tuple[DataSubjectId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    retention: Cases[RetentionUse] = None
    required: Cases[Required] = None
    form: Annotated[str, Word(terms="data_form")] | None = None
    condition: Condition | None = None
    when: Prose | None = None
    channels: tuple[Annotated[str, Word(terms="channel")], ...] = ()
    territories: tuple[Proper, ...] = ()


@frozen
class RecipientLine(Narrowed):
    """What one recipient gets from an activity, and why; where it does not say, nothing claims to know."""

    role: Annotated[str, Word(terms="recipient_role")] | None = None
    unless: Annotated[str, Word(terms="unless")] | None = None
    choice: Cases[Choice] = None
    retention: Cases[RetentionUse] = None
    transfer: Cases[Transfer] = None
    form: Annotated[str, Word(terms="data_form")] | None = None


@frozen
class Arrangement(Traced):
    """The arrangement between joint controllers (GDPR 26): its essence and point of contact are public."""

    essence: Prose | None = None
    document: Annotated[Text | None, INTERNAL] = None
    contact: Contact | None = None


@frozen
class AutomatedDecision(Narrowed):
    """Profiling, scoring or a decision by machine (GDPR 4(4), 22), with its logic and effect (GDPR 13(2)(f))."""

    KEYS: ClassVar[tuple[str, ...]] = ()  # each decision has its name: none takes the place of another

    name: Text
    kind: Annotated[str, Word(terms="decision_kind")] | None = None
    logic: Prose | None = None
    effect: Prose | None = None
    human: Annotated[str, Word(terms="human_part")] | None = None
    article_22: Annotated[str, Word(terms="article_22_ground")] | None = None
    safeguards: tuple[Annotated[str, Word(terms="decision_safeguard")], ...] = ()
    choice: Cases[Choice] = None

    @property
    def is_by_machine(self) -> bool | None:
        """Whether a machine decides alone: a score that no person must look at first does (CJEU C-634/21).

        None where nothing says what part a person has in a score.
        """
        if self.kind == "scoring":
            return None if self.human is None else self.human != "before-decision"
        return self.kind == "solely-automated"


@frozen
class ImpactAssessment(Traced):
    """The screening for an impact assessment and its outcome (GDPR 35)."""

    criteria: tuple[Annotated[str, Word(terms="dpia_criterion")], ...] = ()
    required: bool | None = None
    status: Annotated[str, Word(terms="dpia_status")] | None = None
    date: Date | None = None
    document: Text | None = None
    reason: Prose | None = None


@frozen
class Owner(Traced):
    """Who keeps the sheet true."""

    service: Text | None = None
    contact: Text | None = None


@frozen
class Review(Traced):
    """The last review of the sheet."""

    on: Date | None = None
    by: Text | None = None


@frozen
class Activity(Entity):
    """One sheet of the register: a processing activity (GDPR 30(1)), or one carried out for others (GDPR 30(2))."""

    KIND: ClassVar[str] = "activities"

    name: Annotated[Text | None, INTERNAL] = None
    description: Annotated[Prose | None, INTERNAL] = None
    controllers: tuple[ControllerId, ...] = ()
    arrangement: Arrangement | None = None
    on_behalf_of: tuple[ControllerId, ...] = ()
    purposes: tuple[PurposeId, ...] = ()
    data_subjects: tuple[DataSubjectId, ...] = ()
    retention: Cases[RetentionUse] = None
    sources: tuple[SourceId, ...] = ()
    required: Cases[Required] = None
    data: Annotated[Mapping[DataCategoryId, tuple[DataLine, ...]] | None, EMPTY_ALLOWED] = None
    recipients: Annotated[Mapping[RecipientId, tuple[RecipientLine, ...]] | None, EMPTY_ALLOWED] = None
    trackers: tuple[TrackerId, ...] | None = None
    measures: tuple[MeasureId, ...] | None = None
    automated_decisions: tuple[AutomatedDecision, ...] | None = None
    dpia: Annotated[ImpactAssessment | None, INTERNAL] = None
    software: Annotated[Text | None, INTERNAL] = None
    medium: Annotated[tuple[Annotated[str, Word(terms="medium")], ...], INTERNAL] = ()
    hosting: Annotated[HostId | None, INTERNAL] = None
    owner: Annotated[Owner | None, INTERNAL] = None
    reference: Annotated[Text | None, INTERNAL] = None
    created: Annotated[Date | None, INTERNAL] = None
    status: Annotated[str, Word(terms="activity_status")] | None = None
    reviewed: Annotated[Review | None, INTERNAL] = None
    review_every: Annotated[Period | None, INTERNAL] = None

    @property
    def is_processor_sheet(self) -> bool:
        """Whether this is a sheet of GDPR 30(2): processing on behalf of other controllers."""
        return bool(self.on_behalf_of)

    @property
    def is_running(self) -> bool:
        """Whether the activity is neither planned nor ended: then `covers: all` takes it in."""
        return self.status not in ("planned", "ended")
