"""Screening: what declared facts tell of the need for an impact assessment (GDPR 35), for rules and for the register.

Facts decide four of the nine criteria of WP248 and some entries of the CNIL's two lists; the rest is left to people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deskprivacy.law.dpia_lists import Entry, assessment_not_required, assessment_required, country
from deskprivacy.model.activities import Activity
from deskprivacy.model.data import Item
from deskprivacy.model.parties import countries_of
from deskprivacy.model.register import Register


def assessed(activity: Activity) -> bool:
    """Whether an impact assessment is declared as required, under way or done."""
    dpia = activity.dpia
    return dpia is not None and (dpia.required is True or dpia.status in ("in-progress", "done"))


def criteria_shown(register: Register, activity: Activity) -> Mapping[str, tuple[str, ...]]:
    """The criteria that declared facts meet, in the order of the list, each with the names of these facts."""
    items, decisions = _items(register, activity), activity.automated_decisions or ()
    shown = {
        "scoring": [one.name for one in decisions if one.kind in ("profiling", "scoring")],
        "automated-decision": [one.name for one in decisions if one.article_22 is not None],
        "sensitive": [one.name for one in items if one.special or one.criminal or "location" in one.tags],
        "vulnerable": list(_vulnerable(register, activity)),
    }
    return {criterion: tuple(dict.fromkeys(names)) for criterion, names in shown.items() if names}


def listed(register: Register, activity: Activity) -> tuple[Entry, ...]:
    """The entries of the CNIL's list of processing that needs an assessment which declared facts match."""
    return _matching(assessment_required(), register, activity)


def spared(register: Register, activity: Activity) -> tuple[Entry, ...]:
    """The entries of the CNIL's list of processing that needs none which declared facts match."""
    return _matching(assessment_not_required(), register, activity)


def _matching(entries: tuple[Entry, ...], register: Register, activity: Activity) -> tuple[Entry, ...]:
    """Empty where nobody who answers for the activity is in the country of the lists: they hold for no other."""
    if country() not in countries_of(register.controllers_of(activity)):
        return ()
    return tuple(entry for entry in entries if _matches(entry, register, activity))


def _matches(entry: Entry, register: Register, activity: Activity) -> bool:
    """Whether all that an entry asks for is declared of an activity."""
    kinds = {register.purposes[one].kind for one in activity.purposes}
    if entry.kinds and not (kinds and kinds <= entry.kinds):
        return False  # seen fastest, and most entries are about one kind
    items, dpia, decisions = _items(register, activity), activity.dpia, activity.automated_decisions
    return all(
        (
            entry.special is None or any(item.special == entry.special for item in items),
            not entry.vulnerable or any(_vulnerable(register, activity)),
            entry.tag is None or any(entry.tag in item.tags for item in items),
            entry.criterion is None or (dpia is not None and entry.criterion in dpia.criteria),
            entry.decision != "any" or bool(decisions),
            entry.decision != "external" or _on_external_data(register, activity),
            not entry.no_decision or decisions == (),
        )
    )


def _items(register: Register, activity: Activity) -> tuple[Item, ...]:
    return tuple(item for use in register.uses[activity.id] for item in use.items)


def _vulnerable(register: Register, activity: Activity) -> Iterator[str]:
    """The names of the persons who are declared vulnerable, or minors to whom the activity is addressed."""
    for one in (register.data_subjects[ident] for ident in activity.data_subjects):
        if one.vulnerable or (one.minors is not None and one.minors.status == "targeted"):
            yield one.name or one.id


def _on_external_data(register: Register, activity: Activity) -> bool:
    """Whether a decision names data that the activity has from third parties or from public sources."""
    named = {ref.partition("/")[0] for one in activity.automated_decisions or () for ref in one.data}
    uses = register.uses[activity.id]
    return any(use.category.id in named and use.indirect and not use.from_the_person for use in uses)
