"""«How do we protect your data?»: the measures, as far as they have words for the public."""

from __future__ import annotations

from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Entry, Paragraph, Section
from deskprivacy.render.document import Description as DescriptionList
from deskprivacy.render.notice.page import NoticePage


def block(told: Told, page: NoticePage) -> Section | None:
    """A term for each measure that the public may read of, with its limits."""
    entries = []
    for measure in told.measures:
        if not measure.public and not measure.limits:
            continue
        blocks: list[Block] = list(page.prose(measure.public)) if measure.public else []
        if measure.limits:
            blocks.append(Paragraph(content=(page.words("Limits: "), *page.line(measure.limits))))
        shown = page.fact(measure.where, (page.run(measure.name or measure.id),))
        blocks.extend(page.notes(measure.where))
        entries.append(Entry(term=shown, blocks=tuple(blocks)))
    if not entries and not page.is_awaited("security"):
        return None
    blocks = [DescriptionList(entries=tuple(entries))] if entries else []
    return page.section("security", "security", "How do we protect your data?", blocks)
