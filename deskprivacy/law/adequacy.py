"""Adequacy decisions (GDPR 45): which country is covered on which day, and for whom (`adequacy.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from deskprivacy.finding import Texts
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data
from deskprivacy.law.reference import countries


@frozen
class Decision(Frozen):
    """One adequacy decision: `adequacy.yaml` explains the fields. `country` is None where it covers an organisation."""

    country: str | None
    act: str
    start: date
    end: date | None
    status: str
    only: Texts | None
    roles_left_out: frozenset[str]
    sectors_left_out: frozenset[str]
    certified: bool
    names: tuple[str, ...]
    doubtful: bool = False  # something of the row was not read in an official text

    def holds_on(self, day: date) -> bool:
        """Whether the decision has effect on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


@cache
def decisions() -> tuple[Decision, ...]:
    """Every decision, those that were annulled included."""
    return tuple(_decision(row) for row in data("adequacy")["decisions"])


@cache
def decision_on(country: str, day: date) -> Decision | None:
    """The decision that covers a country on a day, be it for some recipients only; None where there is none."""
    return next((one for one in decisions() if one.country == country and one.holds_on(day)), None)


def never_covered(codes: Iterable[str]) -> bool:
    """Whether these lie outside the EEA and no decision was ever taken on any of them."""
    decided = {one.country for one in decisions()}
    places = set(codes)
    return bool(places) and all(countries().position(one) == "outside" and one not in decided for one in places)


def ended_by(day: date) -> Iterator[Decision]:
    """The decisions that have a name of their own and no effect any more."""
    return (one for one in decisions() if one.names and one.end is not None and one.end < day)


def _decision(row: Mapping[str, Any]) -> Decision:
    left_out = row.get("not_for", {})
    return Decision(
        country=row.get("country"),
        act=row["act"],
        start=date.fromisoformat(row["from"]),
        end=date.fromisoformat(row["until"]) if "until" in row else None,
        status=row["status"],
        only=row.get("only"),
        roles_left_out=frozenset(left_out.get("roles", ())),
        sectors_left_out=frozenset(left_out.get("sectors", ())),
        certified=row.get("certified") == "true",
        names=tuple(row.get("names", ())),
        doubtful="doubt" in row,
    )
