"""Open findings in a draft, each where its fact stands: its title and its articles, never what was found there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from deskprivacy.address import Address
from deskprivacy.finding import Texts

# The block that tells of a kind of facts, or of a key of an activity or of a notice.
_BLOCKS: Mapping[str, str] = {
    "controllers": "who",
    "data_subjects": "data",
    "data_categories": "data",
    "sources": "data",
    "purposes": "purposes",
    "recipients": "recipients",
    "trackers": "trackers",
    "measures": "security",
    "retention_rules": "retention",
    "commitments": "commitments",
}
_BLOCKS_OF_KEYS: Mapping[str, str] = {
    "arrangement": "who",
    "purposes": "purposes",
    "recipients": "recipients",
    "trackers": "trackers",
    "tracker_choices": "trackers",
    "measures": "security",
    "retention": "retention",
    "automated_decisions": "decisions",
    "commitments": "commitments",
    "changes": "changes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A finding as a draft shows it."""

    rule: str
    where: Address
    title: Texts
    law: tuple[str, ...]

    @property
    def block(self) -> str:
        """The block of the notice that tells of the fact."""
        keys = self.where.named
        if "transfer" in keys:
            return "transfers"
        if self.where.kind in _BLOCKS:
            return _BLOCKS[self.where.kind]
        otherwise = "lead" if self.where.kind == "notices" else "data"  # what the notice is, its first lines say
        return next((_BLOCKS_OF_KEYS[key] for key in reversed(keys) if key in _BLOCKS_OF_KEYS), otherwise)


class Notes:
    """The notes of one notice. Each is given out once, at the first place that asks for it."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._waiting: dict[Address, list[Note]] = {}
        for note in notes:
            self._waiting.setdefault(note.where.entity, []).append(note)

    def below(self, where: Address, besides: Collection[str]) -> tuple[Note, ...]:
        """The notes at an address and below it, a rule once; without those below the keys `besides`."""
        depth = len(where.keys)
        waiting = self._waiting.get(where.entity, [])
        found = [one for one in waiting if one.where.keys[:depth] == where.keys and _next(one, depth) not in besides]
        self._waiting[where.entity] = [one for one in waiting if one not in found]
        return tuple({one.rule: one for one in found}.values())

    def left(self, block: str) -> tuple[Note, ...]:
        """The notes of a block that its own text had no place for."""
        found = [one for notes in self._waiting.values() for one in notes if one.block == block]
        for where, notes in self._waiting.items():
            self._waiting[where] = [one for one in notes if one.block != block]
        return tuple(found)

    def has_left(self, block: str) -> bool:
        """Whether there are such."""
        return any(one.block == block for notes in self._waiting.values() for one in notes)


def _next(note: Note, depth: int) -> object:
    """The key below a depth that leads to the fact."""
    return note.where.keys[depth] if len(note.where.keys) > depth else None
