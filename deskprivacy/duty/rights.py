"""Rights: which of them the declared facts give to the person, and for which purposes (GDPR 7(3), 15 to 22).

`rights.yaml` says of each right what gives it; the notice and the register ask here, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.reader import Right, bases
from deskprivacy.model.activities import Activity, AutomatedDecision, DataLine
from deskprivacy.model.data import Purpose
from deskprivacy.model.means import Tracker
from deskprivacy.model.parties import Controller

EXPLICIT_CONSENT = "9-2-a"
_REVIEWED = frozenset({"contract", "explicit-consent"})  # GDPR 22(3) speaks of 22(2)(a) and (c), not of (b)
_CONSENTED = frozenset({"explicit-consent"})
_MARKETING = "marketing"


@frozen
class Held(Frozen):
    """A right with the purposes that give it; `limited` are those for which it has limits. Both in their order."""

    right: Right
    purposes: tuple[Purpose, ...]
    limited: tuple[Purpose, ...] = ()
    decisions: tuple[str, ...] = ()  # by name: those that give it, and of which nothing says which purposes they serve

    @property
    def depends(self) -> bool:
        """Whether it depends on purposes at all: what everybody has holds whatever these are."""
        return self.right.given != "always"


@frozen
class Circumstances(Frozen):
    """What some activities do, as far as rights depend on it."""

    purposes: tuple[Purpose, ...]
    controllers: tuple[Controller, ...]
    consented: frozenset[str]  # purposes with data, trackers or decisions that wait for consent, whatever the basis
    decided: frozenset[str]  # purposes of decisions by machine that a person has to review on request
    consented_decisions: tuple[str, ...] = ()  # by name: such decisions that name none of several purposes
    reviewed_decisions: tuple[str, ...] = ()


def circumstances(
    activities: Collection[Activity],
    controllers: Iterable[Controller],
    purposes: Iterable[Purpose],
    trackers: Iterable[Tracker],
) -> Circumstances:
    """What these activities do, as far as rights depend on it."""
    return Circumstances(
        purposes=tuple(purposes),
        controllers=tuple(controllers),
        consented=frozenset(_consented(activities, trackers)),
        decided=frozenset(_decided(activities, _REVIEWED)),
        consented_decisions=tuple(_without_purpose(activities, _CONSENTED)),
        reviewed_decisions=tuple(_without_purpose(activities, _REVIEWED)),
    )


def held(right: Right, found: Circumstances) -> Held | None:
    """A right as it is held in these circumstances; None where it is not."""
    if right.country and all(one.country != right.country for one in found.controllers):
        return None
    if right.given == "always":
        return Held(right=right, purposes=found.purposes)
    decisions: tuple[str, ...] = ()
    if right.given == "marketing":
        holds = tuple(one for one in found.purposes if one.kind == _MARKETING)
    elif right.given == "by-decision":
        holds = tuple(one for one in found.purposes if one.id in found.decided)
        decisions = found.reviewed_decisions
    else:
        consented = found.consented if right.id == "withdrawal" else frozenset()
        decisions = found.consented_decisions if right.id == "withdrawal" else ()
        holds = tuple(one for one in found.purposes if one.id in consented or set(_grades(right, one)))
    if not holds and not decisions:
        return None
    limited = tuple(one for one in holds if "limited" in _grades(right, one))
    return Held(right=right, purposes=holds, limited=limited, decisions=decisions)


def needs_explicit_consent(line: DataLine) -> bool:
    """Whether the data of a line may be used because the person consents to it explicitly (GDPR 9(2)(a))."""
    return line.condition is not None and line.condition.ground == EXPLICIT_CONSENT


def waits_for_consent(activity: Activity) -> Iterator[tuple[str, ...]]:
    """The purposes of each line of data that rests on explicit consent (GDPR 9(2)(a))."""
    for lines in (activity.data or {}).values():
        for line in lines:
            if needs_explicit_consent(line):
                yield line.purposes or activity.purposes


def _grades(right: Right, purpose: Purpose) -> Iterator[str]:
    for entry in purpose.legal_basis or ():
        if grade := bases()[entry.basis].rights.get(right.id):
            yield grade


def _consented(activities: Collection[Activity], trackers: Iterable[Tracker]) -> Iterator[str]:
    for activity in activities:
        for purposes in waits_for_consent(activity):
            yield from purposes
    yield from _decided(activities, _CONSENTED)
    for tracker in trackers:
        if any(one.required for one in tracker.consent or ()):
            yield from tracker.purposes


def _decided(activities: Iterable[Activity], grounds: Collection[str]) -> Iterator[str]:
    for activity, one in _decisions(activities, grounds):
        yield from _served(activity, one)


def _without_purpose(activities: Iterable[Activity], grounds: Collection[str]) -> Iterator[str]:
    yield from (one.name for activity, one in _decisions(activities, grounds) if not _served(activity, one))


def _decisions(
    activities: Iterable[Activity], grounds: Collection[str]
) -> Iterator[tuple[Activity, AutomatedDecision]]:
    for activity in activities:
        yield from ((activity, one) for one in activity.automated_decisions or () if one.article_22 in grounds)


def _served(activity: Activity, one: AutomatedDecision) -> tuple[str, ...]:
    """The purposes of a decision: its own, else the only one of its sheet; of several, nothing says which it serves."""
    return one.purposes or (activity.purposes if len(activity.purposes) == 1 else ())
