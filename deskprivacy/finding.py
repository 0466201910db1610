"""Findings: what a stage of the work saw, as values.

A stage yields a `Finding`: a rule's name, the address (or, before there are entities, the place) and values. It gets
its severity, its place and its words only when it is shown: a `Reported` is the finding with all that settled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from deskprivacy.address import Address
from deskprivacy.frozen import Frozen, frozen

Texts = Mapping[str, str]  # by language
Value = str | int | float | bool | None | tuple[str, ...] | Texts
Confidence = Literal["high", "medium", "low"]
On = Literal["key", "value"]


class Severity(IntEnum):
    """How grave a finding is; a greater value is graver."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word of the JSON formats and of the configuration: `error`, `warning`, `info`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of a file, whose path is relative to the register with `/`.

    Lines and columns count from 1, columns in characters; the end is exclusive.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


Where = Address | Place


@frozen
class RuleText(Frozen):
    """What is said of a rule: its fault in a few words, the sentence of a finding, what to write, the articles.

    `sought_in`: the kinds of entries in which the rule looks for something whose absence it tells, or one field of a
    kind (`activities.data`); `itself`, the very entry that it speaks of; `all`, the whole register. Where something of
    that could not be judged, the rule is silent. `in_draft`: how grave it is where no published notice prints the fact.
    """

    rule: str
    severity: Severity
    title: Texts
    message: Texts
    help: Texts
    law: tuple[str, ...] = ()
    sought_in: tuple[str, ...] = ()
    in_draft: Severity | None = None


@frozen
class Related(Frozen):
    """Another place that a finding speaks of, and its part in it: `first`, `declared` or `contradicts`."""

    at: Where
    part: str
    on: On = "key"


@frozen
class Finding(Frozen):
    """One thing seen by a rule. `law` is empty and `severity` None where the rule's own hold."""

    rule: str
    at: Where
    on: On = "value"
    values: Mapping[str, Value] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    law: tuple[str, ...] = ()
    severity: Severity | None = None
    confidence: Confidence = "high"


@frozen(kw_only=False)
class LeftOut(Frozen):
    """What judgement left out, where it stands, and why.

    `errors`: it has errors; `unread`: its file cannot be read, or is no file of a register; `naming`: it names what was
    left out; `in-part`: it is judged, but for what it names of that.
    """

    where: Address
    place: Place
    why: Literal["errors", "naming", "in-part", "unread"]


@frozen
class Reported(Frozen):
    """A finding as it is shown: severity and place settled, and the open question that asks about it, if one does."""

    finding: Finding
    text: RuleText
    severity: Severity
    place: Place
    address: Address | None
    related: tuple[tuple[Related, Address | None, Place], ...]
    law: tuple[str, ...]
    question: str | None
    ask: Address | None  # what a question would be about that asks for the missing fact; None where none would help
    fingerprint: str
