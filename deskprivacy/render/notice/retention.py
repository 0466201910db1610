"""«For how long?»: the retention of each category of data, by purpose (GDPR 13(2)(a), 14(2)(a))."""

from __future__ import annotations

from functools import partial

from deskprivacy.model.means import RetentionUse
from deskprivacy.model.told import Told
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Block, Paragraph, Runs, Section
from deskprivacy.render.notice.headings import table
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.uses import data_of, told_cases
from deskprivacy.render.phrases import named, retention_grounds, retention_use


def block(told: Told, page: NoticePage) -> Section:
    """A table: the data, what they serve, how long they are kept. A row for each use that says how long."""
    rows = []
    for category in told.categories:
        rows += [row for use in told.uses_by_category[category.id] if use.retention and (row := _row(use, page))[-1]]
    columns = (page.words("Data"),), (page.words("For"),), (page.words("How long"),)
    periods = tuple(table((page.words("How long we keep your data"),), columns, rows, page.words("not stated")))
    return page.section("retention", "retention", "For how long?", periods)


def _row(use: DataUse, page: NoticePage) -> tuple[tuple[Block, ...], ...]:
    purposes = page.joined(named(page, "purposes", use.purposes), "; ")
    periods = tuple(
        Paragraph(content=line)
        for one, kept in told_cases(page, use.retention or (), partial(retention_use, page), use.circumstance)
        for line in (kept, _grounds(one, page))
        if line
    )
    places = [use.where.at("retention"), use.activity.where.at("retention")]
    places += [page.register.retention_rules[one.rule].where for one in use.retention or ()]
    notes = tuple(note for where in places for note in page.notes(where))
    return (
        (Paragraph(content=data_of(page, use)),),
        (Paragraph(content=purposes),) if purposes else (),
        (*periods, *notes),
    )


def _grounds(one: RetentionUse, page: NoticePage) -> Runs:
    grounds = retention_grounds(page, page.register.retention_rules[one.rule])
    return page.phrase("Why so long: {grounds}", grounds=grounds) if grounds else ()
