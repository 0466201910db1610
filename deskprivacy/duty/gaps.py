"""Gaps: what the law asks for and the register does not say. One missing fact is one gap.

Pure: the check side turns gaps into findings, the documents put a mark where the fact would stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from deskprivacy.address import Address
from deskprivacy.duty.answers import State, home, paths, unanswered
from deskprivacy.duty.conditions.recipients import outside_the_eea
from deskprivacy.duty.scopes import letters_within, notices_in
from deskprivacy.duty.subjects import Subject
from deskprivacy.finding import Finding, Severity, Value
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.reader import Duty, letters
from deskprivacy.law.texts import in_force
from deskprivacy.model.register import Register


@frozen
class Gap(Frozen):
    """An element that the law asks for and that is absent.

    `law` holds only the letters that ask for it here; `notices`, the notices that would print it.
    """

    row: Duty
    where: Address
    law: tuple[str, ...]
    values: Mapping[str, Value]
    notices: tuple[str, ...]


def gaps(register: Register, day: date | None = None) -> tuple[Gap, ...]:
    """Every gap of the register: activities first, in the order of the files, then what they share.

    The letters cited are those of the law of the country, on a day where one is given.
    """
    found: dict[tuple[str, Address], _Missing] = {}
    for duty, subject in unanswered(register):
        where = home(subject, paths(duty.fields)[0], State.MISSING)
        missing = found.setdefault((duty.rule, where), _Missing(duty, where, subject))
        missing.add(subject)
    notices = tuple(register.notices)
    return tuple(missing.as_gap(notices, register.countries, day) for missing in found.values())


def findings(gaps: Iterable[Gap]) -> Iterator[Finding]:
    """The gaps as findings: each stands at the key that is absent, so at the nearest one that is there."""
    for gap in gaps:
        yield Finding(
            rule=gap.row.rule, at=gap.where, on="key", law=gap.law, values=gap.values, severity=_severity(gap)
        )


def _severity(gap: Gap) -> Severity | None:
    """A warning where every letter that asks here asks «where possible» only; else that of the row."""
    only = gap.row.severity is Severity.ERROR and all(
        one in letters() and letters()[one].where_possible for one in gap.law
    )
    return Severity.WARNING if only else None


class _Missing:
    """A gap in the making: several lines may miss the same fact of their activity."""

    def __init__(self, duty: Duty, where: Address, first: Subject) -> None:
        self.duty = duty
        self.where = where
        self.first = first
        self.scope = 0
        self.names: dict[str, None] = {}  # an ordered set

    def add(self, subject: Subject) -> None:
        self.scope |= subject.scope
        self.names[subject.name] = None

    def as_gap(self, notices: tuple[str, ...], countries: frozenset[str], day: date | None) -> Gap:
        values: dict[str, Value] = {"name": ", ".join(self.names)}
        if "is-outside-the-eea" in self.duty.when:
            values["outside_country"] = outside_the_eea(self.first)
        if self.first.activity is not None:
            values["activity"] = self.first.activity.name or self.first.activity.id
        return Gap(
            row=self.duty,
            where=self.where,
            law=in_force(letters_within(self.duty, self.scope), countries, day),
            values=values,
            notices=notices_in(self.scope, notices) if self.duty.block else (),
        )
