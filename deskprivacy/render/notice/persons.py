"""«Whose data?»: what is said of the categories of persons: who they are, and whether minors are among them."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.model.parties import DataSubject, name_of
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Entry, Paragraph, Section
from deskprivacy.render.notice.headings import terms
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases.names import sentence


def block(told: Told, page: NoticePage) -> Iterator[Section]:
    """All categories of persons whose data are used, those of which something is said with it; none where none is."""
    entries = terms(Entry(term=(page.run(name_of(one)),), blocks=tuple(_said(one, page))) for one in _persons(told))
    if shown := tuple(entries):
        yield page.section("data-subjects", "data-subjects", "Whose data do we use?", shown, level=3)


def _persons(told: Told) -> Iterator[DataSubject]:
    """Those of the sheets and of their lines, and those about whom the data of others tell."""
    items = (item for uses in told.uses_by_category.values() for use in uses for item in use.items)
    wanted = {one.id for one in told.data_subjects}
    wanted.update(ident for activity in told.activities for ident in activity.data_subjects)
    wanted.update(ident for item in items for ident in item.concerns)
    return (one for ident, one in told.register.data_subjects.items() if ident in wanted)


def _said(one: DataSubject, page: NoticePage) -> Iterator[Block]:
    if one.description:
        yield from page.prose(one.description)
    if one.minors:
        status = page.say.term("minors_status", one.minors.status)
        said = sentence(page, (page.run(status),))
        yield Paragraph(content=page.fact(one.where.at("minors"), said))
