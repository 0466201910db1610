"""A use of data in the notice's words: the category, the items where a line picks some out, and its circumstances."""

from __future__ import annotations

from collections.abc import Sequence

from deskprivacy.model.circumstances import Narrowed
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Runs
from deskprivacy.render.notice.links import linked
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import items, narrowing


def data_of(page: NoticePage, use: DataUse) -> Runs:
    """The data that one use takes, with a link to their category."""
    (said,) = linked(page, "data_categories", [use.category.id])
    if use.line.items:
        said = page.phrase("{what}: {detail}", what=said, detail=items(page, use.items))
    return page.joined([said, page.line(use.line.when)]) if use.line.when else said


def circumstanced(page: NoticePage, entry: Narrowed, said: Runs, among: Sequence[Narrowed]) -> Runs:
    """What one entry says, with its circumstances where several hold, or where only prose tells when it does."""
    if len(among) < 2 and not entry.when:
        return said
    scope = narrowing(page, entry)
    return page.phrase("{what} ({detail})", what=said, detail=scope) if scope else said
