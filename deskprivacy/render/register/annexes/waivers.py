"""Annex: the findings that are accepted for a time, with the reason that an authority may read."""

from __future__ import annotations

from deskprivacy.address import parse
from deskprivacy.model.side import Waiver
from deskprivacy.render.document import Section
from deskprivacy.render.page import Page
from deskprivacy.render.register.addresses import in_words
from deskprivacy.render.register.cells import Cell, said, table


def annex(page: Page) -> Section:
    """A row for each waiver."""
    say = page.say
    columns = (say("Waived rule"), say("Fact"), say("Reason"), say("Decided by"), say("Until"))
    rows = [_row(page, one) for one in page.register.waivers.values()]
    blocks = (
        (table(page, say("Findings accepted for a time"), columns, rows),)
        if rows
        else said((page.words("No finding is waived."),))
    )
    return page.section("annex-waivers", "annex", "Annex: waivers", blocks)


def _row(page: Page, one: Waiver) -> tuple[Cell, ...]:
    return (
        said((page.run(one.rule),)),
        said((page.run(in_words(page, parse(one.about))),)),
        page.prose(one.reason),
        said((page.run(one.by),)),
        said((page.run(page.say.date(one.until)),)),
    )
