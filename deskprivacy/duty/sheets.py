"""Sheets: the activities, each with what follows from it and from the register as a whole, worked out once.

The model's own properties answer for one activity and look at all of them to do so; a pass over a large register must
not ask them again for each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from deskprivacy.duty.scopes import COLLECTED, INFORMED, OBTAINED, ON_BEHALF, OWN, notice_bit
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.activities import Activity
from deskprivacy.model.notices import ALL
from deskprivacy.model.parties import ELSEWHERE, Controller, Source
from deskprivacy.model.register import Register
from deskprivacy.model.uses import DataUse, Disclosure


@frozen
class Sheet(Frozen):
    """An activity with its lines, who answers for it, and the scope of what it uses."""

    activity: Activity
    controllers: tuple[Controller, ...]  # empty where nothing says which of several
    several_controllers: bool  # the register declares more than one of its own
    uses: tuple[DataUse, ...]
    scopes: tuple[int, ...]  # of the uses
    disclosures: tuple[Disclosure, ...]
    scope: int


def sheets(register: Register) -> Iterator[Sheet]:
    """Every activity as a sheet, in the order of the files."""
    own = register.own_controllers
    notices, everywhere = _notices(register)
    for activity in register.activities.values():
        uses = register.uses[activity.id]
        origins = [_origin(use.sources) for use in uses]
        printed = notices.get(activity.id, 0) | (everywhere if activity.is_running else 0)
        scope = _scope(activity, origins, printed)
        named = tuple(register.controllers[one] for one in activity.controllers)
        yield Sheet(
            activity=activity,
            controllers=named or (own if len(own) == 1 else ()),
            several_controllers=len(own) > 1,
            uses=uses,
            scopes=tuple(_scope_of_use(scope, origin) for origin in origins),
            disclosures=register.disclosures[activity.id],
            scope=scope,
        )


def _scope(activity: Activity, origins: list[int], printed: int) -> int:
    """A processor informs nobody: GDPR 13 and 14 bind its clients. An unknown source is asked about as by GDPR 13."""
    if activity.is_processor_sheet:
        return ON_BEHALF
    if not printed:
        return OWN
    scope = OWN | printed
    if activity.trackers or not origins:
        scope |= COLLECTED
    for origin in origins:
        scope |= origin or COLLECTED
    return scope


def _scope_of_use(scope: int, origin: int) -> int:
    """The scope of one use of data: GDPR 13 or 14 by its sources, both where these are not declared."""
    return scope & ~INFORMED | (origin or INFORMED) if scope & INFORMED else scope


def _origin(sources: tuple[Source, ...]) -> int:
    """Which of GDPR 13 and 14 these sources call for; nothing where one of them, or all, are not known."""
    found = 0
    for source in sources:
        if not source.origin:
            return 0
        for origin in source.origin:
            found |= OBTAINED if origin in ELSEWHERE else COLLECTED
    return found


def _notices(register: Register) -> tuple[Mapping[str, int], int]:
    """The bits of the notices that name each activity, and of those that cover all that run."""
    named: dict[str, int] = defaultdict(int)
    everywhere = 0
    for position, notice in enumerate(register.notices.values()):
        if ALL in notice.covers:
            everywhere |= notice_bit(position)
        for activity in notice.covers:
            named[activity] |= notice_bit(position)
    return named, everywhere
