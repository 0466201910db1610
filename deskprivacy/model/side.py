"""What stands beside the facts: the register's own settings, open questions, waivers, and the texts taken over."""

from collections.abc import Mapping
from typing import Annotated

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.circumstances import Traced
from deskprivacy.model.types import INTERNAL, Date, Form, Prose, Text, Word

Pointer = Annotated[str, Form(name="address")]


@frozen
class Event(Traced):
    """An event from which a period runs, beside those that are shipped."""

    name: Text


@frozen
class SeverityChange(Traced):
    """Another severity for a rule, and why."""

    severity: Annotated[str, Word(terms="severity")]
    reason: Prose


@frozen
class Settings(Frozen):
    """`register.yaml`."""

    title: Text
    language: Annotated[str, Word(terms="language")]
    languages: tuple[Annotated[str, Word(terms="language")], ...] = ()
    events: Mapping[str, Event] | None = None
    severities: Annotated[Mapping[str, SeverityChange] | None, INTERNAL] = None


@frozen
class OpenQuestion(Traced):
    """A letter to write: what is not known, not decided or contradictory, and who is asked by when."""

    id: str
    question: Prose
    about: tuple[Pointer, ...]
    status: Annotated[str, Word(terms="question_status")]
    ask: Text | None = None
    due: Date | None = None


@frozen
class Waiver(Traced):
    """A finding that the controller accepts for a time, with a reason that an authority may read."""

    id: str
    rule: Text
    about: Pointer
    reason: Prose
    by: Text
    until: Date


@frozen
class Takeover(Traced):
    """An old text that the register took over, and what was dropped of it."""

    id: str
    title: Text
    paragraphs: int | None = None
    sha256: Text | None = None
    dropped: Mapping[str, Prose] | None = None


# The kinds of the files beside the facts. `register.yaml` is the one that is no mapping of ids to entities.
SETTINGS = "register"
SIDE: Mapping[str, type] = {"open_questions": OpenQuestion, "waivers": Waiver, "takeovers": Takeover}
