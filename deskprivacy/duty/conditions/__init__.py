"""Conditions: when a duty is asked of its subject. `when` in `duties.yaml` names them, with `-` for `_`.

A condition that speaks of something absent is false: the duty about that something has already spoken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deskprivacy.duty.conditions import parties, recipients, trackers, uses
from deskprivacy.duty.subjects import Subject

Condition = Callable[[Subject], bool]

CONDITIONS: Mapping[str, Condition] = {
    condition.__name__.replace("_", "-"): condition
    for room in (parties, uses, recipients, trackers)
    for condition in room.CONDITIONS
}
