"""The summary: every activity on a line, with what it lacks."""

from __future__ import annotations

from collections.abc import Iterable

from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Section
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import named
from deskprivacy.render.register.cells import Cell, said, table, undeclared
from deskprivacy.render.register.rows.keeping import owner, status
from deskprivacy.render.register.sheets import Filled


def summary(page: Page, sheets: Iterable[Filled]) -> Section:
    """The table of activities, each leading to its sheet."""
    say = page.say
    columns = (say("Activity"), say("Purposes"), say("Status"), say("Kept by"), say("To be completed"))
    rows = [_row(page, one) for one in sheets]
    caption = say.count("{n} activity", "{n} activities", len(rows))
    blocks = (table(page, caption, columns, rows),) if rows else said((page.words("No activity is declared."),))
    return page.section("summary", "summary", "Activities", blocks)


def _row(page: Page, one: Filled) -> tuple[Cell, ...]:
    activity = one.sheet.activity
    name = (page.run(name_of(activity), link=f"#{one.section.id}"),)
    heading = page.phrase("{what} ({detail})", what=name, detail=activity.reference) if activity.reference else name
    purposes = page.fact(activity.where.at("purposes"), page.joined(named(page, "purposes", activity.purposes), "; "))
    return (
        said(heading),
        said(purposes or undeclared(page)),
        said(status(page, activity) or undeclared(page)),
        said(owner(page, activity) or undeclared(page)),
        said((page.run(str(one.gaps)),)),
    )
