"""Sheets: the activities, each with what follows from it and from the register as a whole, worked out once.

The model's own properties answer for one activity and look at all of them to do so; a pass over a large register must
not ask them again for each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deskprivacy.duty.scopes import COLLECTED, INFORMED, OBTAINED, ON_BEHALF, OWN, notice_bit
from deskprivacy.model.activities import Activity
from deskprivacy.model.notices import ALL
from deskprivacy.model.parties import Controller, Source
from deskprivacy.model.register import Register
from deskprivacy.model.uses import DataUse, Disclosure, data_uses, disclosures


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An activity with its lines, who answers for it, and the scope of what it uses."""

    activity: Activity
    controllers: tuple[Controller, ...]  # empty where nothing says which of several
    several_controllers: bool  # the register declares more than one of its own
    uses: tuple[DataUse, ...]
    disclosures: tuple[Disclosure, ...]
    scope: int

    def scope_of(self, use: DataUse) -> int:
        """The scope of one use of data: GDPR 13 or 14 by its sources, both where these are not declared."""
        if not self.scope & INFORMED:
            return self.scope
        return self.scope & ~INFORMED | (_origin(use.sources) or INFORMED)


def sheets(register: Register) -> Iterator[Sheet]:
    """Every activity as a sheet, in the order of the files."""
    own = register.own_controllers
    notices, everywhere = _notices(register)
    for activity in register.activities.values():
        uses = tuple(data_uses(register, activity))
        printed = notices.get(activity.id, 0) | (everywhere if activity.is_running else 0)
        named = tuple(register.controllers[one] for one in activity.controllers)
        yield Sheet(
            activity=activity,
            controllers=named or (own if len(own) == 1 else ()),
            several_controllers=len(own) > 1,
            uses=uses,
            disclosures=tuple(disclosures(activity, register)),
            scope=_scope(activity, uses, printed),
        )


def _scope(activity: Activity, uses: tuple[DataUse, ...], printed: int) -> int:
    """A processor informs nobody: GDPR 13 and 14 bind its clients. An unknown source is asked about as by GDPR 13."""
    if activity.is_processor_sheet:
        return ON_BEHALF
    if not printed:
        return OWN
    origins = COLLECTED if activity.trackers or not uses else 0
    for use in uses:
        origins |= _origin(use.sources) or COLLECTED
    return OWN | printed | origins


def _origin(sources: tuple[Source, ...]) -> int:
    """Which of GDPR 13 and 14 these sources call for; nothing where one of them, or all, are not known."""
    if not all(source.origin for source in sources):
        return 0
    origins = {origin for source in sources for origin in source.origin}
    elsewhere = OBTAINED if origins & {"third-party", "public"} else 0
    return elsewhere | (COLLECTED if origins - {"third-party", "public"} else 0)


def _notices(register: Register) -> tuple[Mapping[str, int], int]:
    """The bits of the notices that name each activity, and of those that cover all that run."""
    named: dict[str, int] = defaultdict(int)
    everywhere = 0
    for position, notice in enumerate(register.notices.values()):
        if notice.covers == ALL:
            everywhere |= notice_bit(position)
            continue
        for activity in notice.covers:
            named[activity] |= notice_bit(position)
    return named, everywhere
