"""A use of data in the notice's words: the category, the items where a line picks some out, and its circumstances."""

from __future__ import annotations

from collections.abc import Sequence

from deskprivacy.model.circumstances import Narrowed
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Runs
from deskprivacy.render.notice.links import linked
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import either, items, narrowing, together


def data_of(page: NoticePage, use: DataUse) -> Runs:
    """The data that one use takes, with a link to their category."""
    (said,) = linked(page, "data_categories", [use.category.id])
    if use.line.items:
        said = page.phrase("{what}: {detail}", what=said, detail=items(page, use.items))
    line = use.line
    told = [
        said,
        page.phrase("in {form} form", form=page.say.term("data_form", line.form)) if line.form else (),
        either(page, [(page.run(page.say.country(code)),) for code in line.territories]),
        page.line(line.when) if line.when else (),
    ]
    return page.joined([part for part in told if part])


def parts_of(page: NoticePage, use: DataUse) -> Runs:
    """The items that a use picks out of its category; nothing where it takes the whole."""
    return together(page, [(page.run(item.name),) for item in use.items]) if use.line.items else ()


def circumstanced(page: NoticePage, entry: Narrowed, said: Runs, among: Sequence[Narrowed]) -> Runs:
    """What one entry says, with its circumstances where several hold, or where only prose tells when it does.

    A rule of which no period is declared says nothing.
    """
    if not said or (len(among) < 2 and not entry.when and not getattr(entry, "by", ())):
        return said
    scope = narrowing(page, entry)
    return page.phrase("{what} ({detail})", what=said, detail=scope) if scope else said
