"""«For how long?»: the retention of each category of data, by purpose (GDPR 13(2)(a), 14(2)(a))."""

from __future__ import annotations

from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Block, Paragraph, Runs, Section, Table
from deskprivacy.render.notice.covered import Covered
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import items, retention_use


def block(covered: Covered, page: NoticePage) -> Section:
    """A table: the data, what they serve, how long they are kept. A row for each use that says how long."""
    rows = []
    for category in covered.categories:
        rows += [_row(use, page) for use in covered.uses_by_category[category.id] if use.retention]
    columns = tuple((page.words(name),) for name in _columns(page))
    table = Table(caption=(page.words("How long we keep your data"),), columns=columns, rows=tuple(rows))
    return page.section("retention", "retention", "For how long?", [table] if rows else [])


def _columns(page: NoticePage) -> tuple[str, str, str]:
    return page.say("Data"), page.say("For"), page.say("How long")


def _row(use: DataUse, page: NoticePage) -> tuple[tuple[Block, ...], ...]:
    name = page.run(use.category.name or use.category.id)
    picked: Runs = (page.words(": "), *items(page, use.items)) if use.line.items else ()
    purposes = page.say.listed(page.register.purposes[one].name or one for one in use.purposes)
    periods = tuple(Paragraph(content=retention_use(page, one)) for one in use.retention or ())
    return (Paragraph(content=(name, *picked)),), (Paragraph(content=(page.run(purposes),)),), periods
