"""«What has changed?», and other documents worth reading."""

from __future__ import annotations

from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Description, Entry, List, Paragraph, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import channel


def block(told: Told, page: NoticePage) -> Section | None:
    """The versions of the notice with what changed in each, the newest first as the register has them."""
    entries = []
    for change in told.notice.changes:
        term = page.words("Version {version}", version=change.version)
        if change.effective:
            term = page.words("Version {version}, {date}", version=change.version, date=page.say.date(change.effective))
        told_by = page.joined([(page.run(channel(page, one)),) for one in change.told_by])
        message = (
            (Paragraph(content=page.phrase("You were told of it {channels}.", channels=told_by)),) if told_by else ()
        )
        entries.append(Entry(term=(term,), blocks=(*page.prose(change.text), *message)))
    if not entries:
        return None
    blocks: list[Block] = [Description(entries=tuple(entries)), *page.notes(told.notice.where.at("changes"))]
    return page.section("changes", "changes", "What has changed?", blocks)


def see_also(told: Told, page: NoticePage) -> Section | None:
    """Links to other documents."""
    links = [page.run(one.title, link=one.url) for one in told.notice.see_also]
    items: tuple[tuple[Block, ...], ...] = tuple((Paragraph(content=(link,)),) for link in links)
    return page.section("see-also", "see-also", "See also", [List(items=items)]) if items else None
