"""What declared facts tell of the risk of an activity: criteria that are met, entries of the CNIL's lists."""

from __future__ import annotations

from deskprivacy.check.facts import Facts
from deskprivacy.law.dpia_lists import Entry, assessment_not_required
from deskprivacy.model.activities import Activity
from deskprivacy.model.data import Item


def assessed(activity: Activity) -> bool:
    """Whether an impact assessment is declared as required, under way or done."""
    dpia = activity.dpia
    return dpia is not None and (dpia.required is True or dpia.status in ("in-progress", "done"))


def spared(facts: Facts, activity: Activity) -> bool:
    """Whether facts show that the activity is on the CNIL's list of those that need no assessment."""
    return under_the_cnil(facts, activity) and any(
        entry.decidable and matches(entry, facts, activity) for entry in assessment_not_required()
    )


def under_the_cnil(facts: Facts, activity: Activity) -> bool:
    """Whether a controller of the activity answers to the CNIL: its lists hold for no other."""
    return any(one.authority == "cnil" for one in facts.register.controllers_of(activity))


def criteria_met(facts: Facts, activity: Activity) -> tuple[str, ...]:
    """The criteria of WP248 that declared facts decide, in the order of the list; the others are left to people."""
    items, decisions = _items(facts, activity), activity.automated_decisions or ()
    met = {
        "scoring": any(one.kind in ("profiling", "scoring") for one in decisions),
        "automated-decision": any(one.article_22 is not None for one in decisions),
        "sensitive": any(item.special or item.criminal or "location" in item.tags for item in items),
        "vulnerable": _vulnerable(facts, activity),
    }
    return tuple(criterion for criterion, holds in met.items() if holds)


def matches(entry: Entry, facts: Facts, activity: Activity) -> bool:
    """Whether all that an entry asks for is declared of an activity."""
    kinds = {facts.register.purposes[one].kind for one in activity.purposes}
    if entry.kinds and not (kinds and kinds <= entry.kinds):
        return False  # seen fastest, and most entries are about one kind
    items, dpia, decisions = _items(facts, activity), activity.dpia, activity.automated_decisions
    return all(
        (
            entry.special is None or any(item.special == entry.special for item in items),
            not entry.vulnerable or _vulnerable(facts, activity),
            entry.tag is None or any(entry.tag in item.tags for item in items),
            entry.criterion is None or (dpia is not None and entry.criterion in dpia.criteria),
            entry.decision != "any" or bool(decisions),
            entry.decision != "external" or _on_external_data(facts, activity),
            not entry.no_decision or decisions == (),
        )
    )


def _items(facts: Facts, activity: Activity) -> tuple[Item, ...]:
    return tuple(item for use in facts.register.uses[activity.id] for item in use.items)


def _vulnerable(facts: Facts, activity: Activity) -> bool:
    subjects = (facts.register.data_subjects[one] for one in activity.data_subjects)
    return any(one.vulnerable or (one.minors is not None and one.minors.status == "targeted") for one in subjects)


def _on_external_data(facts: Facts, activity: Activity) -> bool:
    """Whether a decision names data that the activity has from third parties or from public sources."""
    named = {ref.partition("/")[0] for one in activity.automated_decisions or () for ref in one.data}
    uses = facts.register.uses[activity.id]
    return any(use.category.id in named and use.indirect and not use.from_the_person for use in uses)
