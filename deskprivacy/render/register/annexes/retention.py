"""Annex: the retention schedule, side by side: the same category of data in all its activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.parties import name_of
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Runs, Section
from deskprivacy.render.page import Page
from deskprivacy.render.register.cells import Cell, listed, said, table, undeclared
from deskprivacy.render.register.rows.data import kept, told_apart


def annex(page: Page, sheets: Iterable[Sheet]) -> Section:
    """A row for each category and period; the activities that keep it so long stand together."""
    by_category: dict[str, list[DataUse]] = {}
    for sheet in sheets:
        for use in sheet.uses:
            by_category.setdefault(use.category.id, []).append(use)
    rows = [row for uses in by_category.values() for row in _rows(page, uses)]
    say = page.say
    columns = (say("Data"), say("Period"), say("Activities"))
    blocks = (
        (table(page, say("How long each category of data is kept"), columns, rows),)
        if rows
        else said((page.words("No activity declares data."),))
    )
    return page.section("annex-retention", "annex", "Annex: retention schedule", blocks)


def _rows(page: Page, uses: list[DataUse]) -> Iterator[tuple[Cell, ...]]:
    by_period: dict[Cell, dict[Runs, None]] = {}
    for use in uses:
        by_period.setdefault(kept(page, use) or said(undeclared(page)), {})[_activity(page, use)] = None
    name: Runs = (page.run(name_of(uses[0].category)),)
    for period, activities in by_period.items():
        yield said(name), period, listed(said(one) for one in activities)


def _activity(page: Page, use: DataUse) -> Runs:
    link = f"#activity-{use.activity.id}"
    name: Runs = (page.run(name_of(use.activity), link=link),)
    detail = told_apart(page, use)
    return page.phrase("{what} ({detail})", what=name, detail=detail) if detail else name
