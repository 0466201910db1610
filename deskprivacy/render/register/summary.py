"""The summary: every activity on a line, with what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Block, Section
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import named
from deskprivacy.render.register.cells import Cell, said, table, undeclared
from deskprivacy.render.register.rows.keeping import owner, status
from deskprivacy.render.register.sheets import Filled

_MISSING = 4  # the column that counts what a sheet lacks


def summary(page: Page, sheets: Iterable[Filled]) -> Section:
    """The table of activities, each leading to its sheet."""
    rows = [_row(page, one) for one in sheets]
    blocks = _table(page, rows) if rows else said((page.words("No activity is declared."),))
    return page.section("summary", "summary", "Activities", blocks)


def _table(page: Page, rows: Sequence[tuple[Cell, ...]]) -> tuple[Block, ...]:
    """The table without the columns in which no activity has anything; these are named below it."""
    say = page.say
    columns = (say("Activity"), say("Purposes"), say("Status"), say("Kept by"), say("To be completed on the sheet"))
    full = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    shown = table(
        page,
        say.count("{n} activity", "{n} activities", len(rows)),
        [columns[n] for n in full],
        [tuple(row[n] or said((page.run("0"),) if n == _MISSING else undeclared(page)) for n in full) for row in rows],
    )
    silent = [(page.run(columns[n]),) for n in range(_MISSING) if n not in full]
    notes = (
        page.phrase("Not declared for any activity (not required here): {columns}.", columns=page.joined(silent))
        if silent
        else (),
        (page.words("A fact that several sheets lack is counted on each of them."),) if _MISSING in full else (),
    )
    return (shown, *said(*notes))


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
        said((page.run(str(one.gaps)),) if one.gaps else ()),
    )
