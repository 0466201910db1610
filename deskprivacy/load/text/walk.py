"""What holds for every walk over a text: it goes on, or it is a bug that is told."""

from __future__ import annotations


class StandingStillError(RuntimeError):
    """A walk began a step where it had begun one before: it would never end. A bug of deskprivacy."""


class Steps:
    """Watches a walk: each step must begin further on than the one before.

    A walk turns on patterns, and an interpreter or a change that reads one of them otherwise may make it match
    nothing. That would hang for ever, without a word; so it stops, loudly.
    """

    __slots__ = ("_last",)

    def __init__(self) -> None:
        self._last = -1

    def to(self, at: int) -> int:
        """The place where the next step begins. Raises StandingStillError where the walk did not go on."""
        if at <= self._last:
            raise StandingStillError(f"a walk over a text does not go on at character {at}")
        self._last = at
        return at
