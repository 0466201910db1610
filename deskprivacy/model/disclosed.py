"""What a recipient gets of what an activity processes: rules and documents ask it here.

A line of `recipients` that names a whole category means what the activity processes of it; that line cannot give more.
"""

from __future__ import annotations

from deskprivacy.model.activities import Activity
from deskprivacy.model.register import Register
from deskprivacy.model.uses import Disclosure


def processed(register: Register, activity: Activity) -> frozenset[str]:
    """The categories, and the items (`category/item`), that a line of `data` or a tracker of an activity holds."""
    held: set[str] = set()
    for use in register.uses[activity.id]:
        items = use.category.items or {}
        held |= {f"{use.category.id}/{ident}" for ident, item in items.items() if any(item is one for one in use.items)}
        held.add(use.category.id)
    for tracker in activity.trackers or ():
        for ref in register.trackers[tracker].data:
            category = ref.partition("/")[0]
            items = register.data_categories[category].items or {}
            held |= {ref, category} | ({f"{ref}/{ident}" for ident in items} if ref == category else set())
    return frozenset(held)


def data_given(register: Register, one: Disclosure) -> tuple[str, ...]:
    """The data of a line as they are given: of a category of which only some items are processed, these items."""
    if not any(one.data):
        return one.data
    held = processed(register, one.activity)
    given: dict[str, None] = {}
    for ref in one.data:
        items = [] if "/" in ref else [f"{ref}/{ident}" for ident in register.data_categories[ref].items or {}]
        some = [item for item in items if item in held]
        given |= dict.fromkeys([ref] if len(some) in (0, len(items)) else some)
    return tuple(given)
