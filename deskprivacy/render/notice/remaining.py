"""What the law asks and no sentence of a block had a place for: at the end of the block, once for each thing asked."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.duty.gaps import Gap
from deskprivacy.model.told import Told
from deskprivacy.render.document import List, Paragraph, Run, Runs, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import named


def remaining(told: Told, page: NoticePage, block: str) -> Section | None:
    """The gaps of a block that it has not printed: by what is asked, with what each concerns in public words."""
    by_row: dict[str, list[Gap]] = {}
    for gap in page.unprinted(block):
        by_row.setdefault(gap.row.rule, []).append(gap)
    items = tuple((Paragraph(content=_item(gaps, told, page)),) for gaps in by_row.values())
    if not items:
        return None
    return page.section(f"missing-{block}", "missing", "Still to be said", [List(items=items)], level=3)


def _item(gaps: list[Gap], told: Told, page: NoticePage) -> Runs:
    widest = max(gaps, key=lambda gap: len(gap.law))
    mark = page.marks((widest, *gaps))[0]
    concerned = list(dict.fromkeys(one for gap in gaps for one in _concerned(gap, page)))
    if not concerned:
        return mark
    if {("purposes", one.id) for one in told.purposes} <= set(concerned):
        return (*mark, Run(text=" "), page.words("This concerns all uses that are described here."))
    names = page.joined([runs for kind, ident in concerned for runs in named(page, kind, [ident])], "; ")
    return (*mark, Run(text=" "), *page.phrase("This concerns: {facts}.", facts=names))


def _concerned(gap: Gap, page: NoticePage) -> Iterator[tuple[str, str]]:
    """What a gap is about, by kind and id, as far as it has a public name: an activity has none, its purposes have."""
    kind, ident, keys = gap.where.kind, gap.where.id, gap.where.named
    if kind != "activities":
        if ident and page.register.of_kind(kind)[ident].name:
            yield kind, ident
    elif len(keys) > 1 and keys[0] == "data":
        yield "data_categories", keys[1]
    elif len(keys) > 1 and keys[0] == "recipients":
        yield "recipients", keys[1]
    else:
        for purpose in page.register.activities[ident].purposes:
            yield "purposes", purpose
