"""What the law asks and no sentence of a block had a place for: at the end of the block, once for each thing asked."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.duty.gaps import Gap
from deskprivacy.render.document import List, Paragraph, Run, Runs, Section
from deskprivacy.render.notice.covered import Covered
from deskprivacy.render.notice.page import NoticePage


def remaining(covered: Covered, page: NoticePage, block: str) -> Section | None:
    """The gaps of a block that it has not printed: by what is asked, with what each concerns in public words."""
    by_row: dict[str, list[Gap]] = {}
    for gap in page.unprinted(block):
        by_row.setdefault(gap.row.rule, []).append(gap)
    items = tuple((Paragraph(content=_item(gaps, covered, page)),) for gaps in by_row.values())
    if not items:
        return None
    return page.section(f"{block}-missing", "missing", "Still to be said", [List(items=items)], level=3)


def _item(gaps: list[Gap], covered: Covered, page: NoticePage) -> Runs:
    widest = max(gaps, key=lambda gap: len(gap.law))
    mark = page.marks((widest, *gaps))[0]
    names = list(dict.fromkeys(name for gap in gaps for name in _concerned(gap, page)))
    if not names:
        return mark
    if {one.name or one.id for one in covered.purposes} <= set(names):
        return (*mark, Run(text=" "), page.words("This concerns all uses that are described here."))
    return (*mark, Run(text=" "), page.words("This concerns: {facts}.", facts="; ".join(names)))


def _concerned(gap: Gap, page: NoticePage) -> Iterator[str]:
    """The public names of what a gap is about: an activity has none, its purposes have."""
    register = page.register
    if gap.where.kind != "activities":
        if gap.where.id and (name := register.of_kind(gap.where.kind)[gap.where.id].name):
            yield name
        return
    named = gap.where.named
    if len(named) > 1 and named[0] == "data":
        yield register.data_categories[named[1]].name or named[1]
    elif len(named) > 1 and named[0] == "recipients":
        yield register.recipients[named[1]].name or named[1]
    else:
        for purpose in register.activities[gap.where.id].purposes:
            yield register.purposes[purpose].name or purpose
