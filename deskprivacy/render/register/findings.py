"""What the caller hands in to be printed: findings that are already in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFinding:
    """A finding as the register prints it; `message` is in the register's language."""

    rule: str
    severity: str  # a word of the closed list `severity`
    message: str
    place: str  # file and line
    address: str | None = None
    law: tuple[str, ...] = ()
    question: str | None = None  # the id of the open question that asks about it
