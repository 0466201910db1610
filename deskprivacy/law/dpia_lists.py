"""The CNIL's lists of processing that needs an impact assessment, or does not (`dpia_lists.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data


@frozen
class Entry(Frozen):
    """One entry of a list, with the facts that decide it; without any, no rule can."""

    id: str
    number: str
    text: str
    kinds: frozenset[str]
    special: str | None
    vulnerable: bool
    tag: str | None
    criterion: str | None
    decision: str | None
    no_decision: bool

    @property
    def decidable(self) -> bool:
        """Whether facts of the register decide it."""
        return bool(self.kinds or self.special or self.tag or self.criterion or self.decision)


def country() -> str:
    """The country of the authority whose lists they are."""
    return str(data("dpia_lists")["country"])


@cache
def assessment_required() -> tuple[Entry, ...]:
    """The entries of CNIL 2018-327 that facts of a register can decide."""
    return _entries("required")


@cache
def assessment_not_required() -> tuple[Entry, ...]:
    """The entries of CNIL 2019-118 that facts of a register can decide."""
    return _entries("not_required")


def _entries(name: str) -> tuple[Entry, ...]:
    entries = (_entry(ident, row) for ident, row in data("dpia_lists")[name].items())
    return tuple(entry for entry in entries if entry.decidable)


def _entry(ident: str, row: Mapping[str, Any]) -> Entry:
    return Entry(
        id=ident,
        number=row["number"],
        text=row["text"],
        kinds=frozenset(row.get("kinds", ())),
        special=row.get("special"),
        vulnerable="vulnerable" in row,
        tag=row.get("tag"),
        criterion=row.get("criterion"),
        decision=row.get("decision"),
        no_decision="no_decision" in row,
    )
