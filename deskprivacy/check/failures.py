"""A rule that raises is a bug: it must be loud, and say which rule it is and over which fact it failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from traceback import walk_tb
from types import FrameType, TracebackType
from typing import TypeVar

from deskprivacy.address import Address
from deskprivacy.errors import RuleError

Given = TypeVar("Given")
Seen = TypeVar("Seen")


def guarded(rule: str, look: Callable[[Given], Iterable[Seen]], given: Given) -> Iterator[Seen]:
    """What a rule sees in what it is given. Raises RuleError where it fails."""
    try:
        yield from look(given)
    except Exception as error:
        where = _concerned(error.__traceback__)
        over = f" over {where}" if where else ""
        raise RuleError(f"the rule {rule} failed{over}: {type(error).__name__}: {error}") from error


def _concerned(traceback: TracebackType | None) -> Address | None:
    """The fact that the rule was looking at: what its innermost function that knows of one has at hand."""
    for frame, _line in reversed(list(walk_tb(traceback))):
        if found := list(_addresses(frame)):
            return max(found, key=lambda one: len(one.keys))
    return None


def _addresses(frame: FrameType) -> Iterator[Address]:
    for value in frame.f_locals.values():
        where = value if isinstance(value, Address) else getattr(value, "where", None)
        if isinstance(where, Address):
            yield where
