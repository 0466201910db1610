"""The summary: every activity on a line, with what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Section
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import named
from deskprivacy.render.register.cells import Cell, said, table_of_what_is_declared
from deskprivacy.render.register.rows.keeping import owner, status
from deskprivacy.render.register.sheets import Filled


def summary(page: Page, sheets: Iterable[Filled]) -> Section:
    """The table of activities, each leading to its sheet."""
    found = tuple(sheets)
    blocks = _table(page, found) if found else said((page.words("No activity is declared."),))
    return page.section("summary", "summary", "Activities", blocks)


def _table(page: Page, sheets: Sequence[Filled]) -> Cell:
    say = page.say
    columns = (say("Activity"), say("Purposes"), say("Status"), say("Kept by"))
    rows = [_row(page, one) for one in sheets]
    caption = say.count("{n} activity", "{n} activities", len(rows))
    if not any(one.gaps for one in sheets):
        return table_of_what_is_declared(page, caption, columns, rows)
    counted = [(*row, said((page.run(str(one.gaps)),))) for row, one in zip(rows, sheets, strict=True)]
    all_columns = (*columns, say("To be completed on the sheet"))
    note = page.words("A fact that several sheets lack is counted on each of them.")
    return (*table_of_what_is_declared(page, caption, all_columns, counted), *said((note,)))


def _row(page: Page, one: Filled) -> tuple[Cell, ...]:
    """The cells of an activity; one that says nothing is empty."""
    activity = one.sheet.activity
    name = (page.run(name_of(activity), link=f"#{one.section.id}"),)
    heading = page.phrase("{what} ({detail})", what=name, detail=activity.reference) if activity.reference else name
    purposes = page.fact(activity.where.at("purposes"), page.joined(named(page, "purposes", activity.purposes), "; "))
    return (
        said(heading),
        said(purposes),
        said(status(page, activity)),
        said(owner(page, activity)),
    )
