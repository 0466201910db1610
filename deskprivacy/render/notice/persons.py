"""«Whose data?»: what is said of the categories of persons: who they are, and whether minors are among them."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.model.parties import DataSubject, name_of
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Description, Entry, Paragraph, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases.names import sentence


def block(told: Told, page: NoticePage) -> Iterator[Section]:
    """A term for each category of persons of which something is said; nothing where there is none."""
    entries = [
        Entry(term=(page.run(name_of(one)),), blocks=blocks)
        for one in told.data_subjects
        if (blocks := tuple(_said(one, page)))
    ]
    if entries:
        yield page.section(
            "data-subjects", "data-subjects", "Whose data do we use?", [Description(entries=tuple(entries))], level=3
        )


def _said(one: DataSubject, page: NoticePage) -> Iterator[Block]:
    if one.description:
        yield from page.prose(one.description)
    if one.minors:
        status = page.say.term("minors_status", one.minors.status)
        said = sentence(page, (page.run(status),))
        yield Paragraph(content=page.fact(one.where.at("minors"), said))
