"""Annex: the findings that are accepted for a time, with the reason that an authority may read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deskprivacy.address import parse
from deskprivacy.model.side import Waiver
from deskprivacy.render.document import Block, Runs, Section
from deskprivacy.render.page import Page
from deskprivacy.render.register.addresses import in_words
from deskprivacy.render.register.cells import Cell, labelled, said, table


def annex(page: Page, titles: Callable[[str], str]) -> Section:
    """A row for each waiver; `titles` gives the title of its rule."""
    say = page.say
    columns = (say("Waived rule"), say("Fact"), say("Reason"), say("Decided by"), say("Until"))
    rows = [_row(page, one, titles(one.rule)) for one in page.register.waivers.values()]
    blocks = (
        (table(page, say("Findings accepted for a time"), columns, rows),)
        if rows
        else said((page.words("No finding is waived."),))
    )
    return page.section("annex-waivers", "annex", "Annex: waivers", (*blocks, *_severities(page, titles)))


def _severities(page: Page, titles: Callable[[str], str]) -> Iterator[Block]:
    """A row for each rule that the register makes graver or lighter, with the reason."""
    say = page.say
    rows = [
        (
            *_rule(page, rule, titles(rule)),
            said((page.run(say.term("severity", one.severity)),)),
            page.prose(one.reason),
        )
        for rule, one in (page.register.settings.severities or {}).items()
    ]
    if rows:
        columns = (say("Rule"), say("Severity"), say("Reason"))
        yield table(page, say("Rules to which the register gives another severity"), columns, rows)


def _rule(page: Page, rule: str, title: str) -> tuple[Cell]:
    fault = title[:1].upper() + title[1:] if title != rule else ""
    return (said((page.run(fault),) if fault else (), (page.run(rule),)),)


def _row(page: Page, one: Waiver, title: str) -> tuple[Cell, ...]:
    return (
        *_rule(page, one.rule, title),
        said(in_words(page, parse(one.about))),
        (*page.prose(one.reason), *said(labelled(page, page.words("Evidence"), _evidence(page, one)))),
        said((page.run(one.by),)),
        said((page.run(page.say.date(one.until)),)),
    )


def _evidence(page: Page, one: Waiver) -> Runs:
    return (page.run(one.evidence),) if one.evidence else ()
