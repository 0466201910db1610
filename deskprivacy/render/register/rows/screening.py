"""The reasoning behind the need for an impact assessment (GDPR 35): criteria and lists, by the facts of the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.duty.screening import criteria_shown, listed, spared
from deskprivacy.law.dpia_lists import Entry
from deskprivacy.model.activities import Activity
from deskprivacy.render.document import Run, Runs
from deskprivacy.render.page import Page
from deskprivacy.render.register.cells import labelled


def reasoning(page: Page, activity: Activity) -> Iterator[Runs]:
    """What the facts of the sheet themselves tell of the need for an assessment, and by which text."""
    shown = criteria_shown(page.register, activity)
    met = (
        page.phrase("{what} ({detail})", what=page.say.term("dpia_criterion", criterion), detail=page.say.listed(names))
        for criterion, names in shown.items()
    )
    yield labelled(page, page.words("Criteria met by the facts of this sheet"), page.joined(tuple(met), "; "))
    declared = activity.dpia.criteria if activity.dpia else ()
    if count := len({*declared, *shown}):
        number = page.say.count("{n} criterion of nine", "{n} criteria of nine", count)
        said = page.phrase("{number}; from two on, an assessment is needed in principle (WP248)", number=number)
        if count > 1 and activity.dpia and activity.dpia.required is False:
            said = page.phrase("{what}; {detail}", what=said, detail=page.say("the sheet decides otherwise"))
        yield labelled(page, page.words("Count"), said)
    required, not_required = listed(page.register, activity), spared(page.register, activity)
    yield labelled(
        page, page.words("On the CNIL’s list of processing that needs an assessment"), _entries(page, required)
    )
    yield labelled(page, page.words("On the CNIL’s list of processing that needs none"), _entries(page, not_required))


def _entries(page: Page, entries: tuple[Entry, ...]) -> Runs:
    """The list is French: its words stay, in every language."""
    language = None if page.say.language == "fr" else "fr"
    return page.joined(
        [
            page.phrase("no. {number}, {text}", number=one.number, text=(Run(text=one.text, language=language),))
            for one in entries
        ],
        "; ",
    )
