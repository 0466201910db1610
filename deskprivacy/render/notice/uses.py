"""A use of data in the notice's words: the category, the items where a line picks some out, and its circumstances."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from deskprivacy.model.circumstances import Circumstance, Narrowed, beyond
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Runs
from deskprivacy.render.notice.links import linked
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import either, items, narrowing, together

Case = TypeVar("Case", bound=Narrowed)


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


def told_cases(
    page: NoticePage, entries: Sequence[Case], said_by: Callable[[Case], Runs], known: Circumstance | None = None
) -> Iterator[tuple[Case, Runs]]:
    """What each entry says, with the circumstances that are not `known` anyway; what holds otherwise says so, at last.

    A rule of which no period is declared says nothing.
    """
    scopes = [narrowing(page, beyond(entry, known or {})) for entry in entries]
    otherwise: Runs = (page.words("otherwise"),) if any(scopes) else ()
    for entry, scope in sorted(zip(entries, scopes, strict=True), key=lambda pair: not pair[1]):
        said, detail = said_by(entry), scope or otherwise
        if said:
            yield entry, page.phrase("{what} ({detail})", what=said, detail=detail) if detail else said
