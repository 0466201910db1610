"""What the caller hands in to be printed: what was checked, with the findings already in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from deskprivacy.address import Address
from deskprivacy.duty import Covered, Gap

Places = Callable[[Address], str]  # where a fact stands: file and line


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFinding:
    """A finding as the register prints it; `title`, `message` and `help` are in the register's language."""

    rule: str
    severity: str  # a word of the closed list `severity`
    message: str
    place: str  # file and line
    title: str = ""  # the fault in a few words
    help: str = ""  # what to write
    address: str | None = None
    law: tuple[str, ...] = ()
    question: str | None = None  # the id of the open question that asks about it


def _unnamed(rule: str) -> str:
    return rule


def _nowhere(_where: Address) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What checking the register came to, for its annexes: the law's coverage, the findings, and where facts stand.

    `titles` gives the title of a rule, in the register's language.
    """

    covered: Iterable[Covered] = ()
    waived: Sequence[Gap] = ()  # what the law asks for, is absent, and a waiver accepts
    open_findings: Sequence[OpenFinding] = ()
    places: Places = _nowhere
    titles: Callable[[str], str] = _unnamed
