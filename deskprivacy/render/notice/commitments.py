"""«What we promise»: the commitments of a notice; a promise that was withdrawn is not printed."""

from __future__ import annotations

from dataclasses import replace

from deskprivacy.model.means import Commitment
from deskprivacy.model.told import Told
from deskprivacy.render.document import List, Paragraph, Run, Runs, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import narrowing
from deskprivacy.render.phrases.names import clause


def block(told: Told, page: NoticePage) -> Section | None:
    """Each promise as the public reads it, with its exceptions and the mark of its standing."""
    promises = [page.register.commitments[one] for one in told.notice.commitments or ()]
    items = tuple(
        (
            Paragraph(content=_promise(one, page)),
            *(page.prose(one.description) if one.description else ()),
            *page.notes(one.where),
        )
        for one in promises
        if one.status != "withdrawn"
    )
    return page.section("commitments", "commitments", "What we promise", [List(items=items)]) if items else None


def _promise(one: Commitment, page: NoticePage) -> Runs:
    sentence: list[Run] = list(page.line(one.sentence))
    if one.scope and (scope := narrowing(page, one.scope)):
        sentence = [*page.phrase("{what} (this holds for: {detail})", what=tuple(sentence), detail=scope)]
    if one.to:
        sentence += [page.run(" "), *page.phrase("Promised to: {persons}.", persons=clause(page, one.to))]
    if one.unless:
        sentence += [page.run(" "), page.words("Except: "), *page.line(one.unless)]
    marked = page.fact(one.where, tuple(sentence))
    if one.status == "disputed" and page.standing(one.where) is None and not page.is_published:
        return (*(replace(run, mark="disputed") for run in marked), replace(page.words(" (disputed)"), mark="disputed"))
    return marked
