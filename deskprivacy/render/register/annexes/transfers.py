"""Annex: where every recipient is, and the transfers outside the EEA with their safeguards (GDPR 30(1)(e), 44–49)."""

from __future__ import annotations

from collections.abc import Iterable

from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.parties import Recipient, name_of
from deskprivacy.render.document import Runs, Section
from deskprivacy.render.page import Page
from deskprivacy.render.register.cells import Cell, listed, said, table, undeclared
from deskprivacy.render.register.rows.recipients import receivers, safeguards, transfers_on_line, whereabouts


def annex(page: Page, sheets: Iterable[Sheet]) -> Section:
    """A row for each recipient that some activity uses, and for those that process further for it."""
    activities: dict[str, dict[Runs, None]] = {}
    peculiar: dict[str, list[Cell]] = {}
    for sheet in sheets:
        link = f"#activity-{sheet.activity.id}"
        for one in _with_further(page, receivers(page, sheet)):
            activities.setdefault(one.id, {})[(page.run(name_of(sheet.activity), link=link),)] = None
        for line in sheet.disclosures:
            peculiar.setdefault(line.recipient.id, []).append(transfers_on_line(page, line))
    rows = [
        _row(page, page.register.recipients[ident], found, peculiar.get(ident, []))
        for ident, found in activities.items()
    ]
    say = page.say
    columns = (say("Recipient"), say("Places"), say("Safeguards and documents"), say("Activities"))
    caption = say("Where the recipients are, and transfers outside the EEA")
    blocks = (
        (table(page, caption, columns, rows),) if rows else said((page.words("No activity declares a recipient."),))
    )
    return page.section("annex-transfers", "annex", "Annex: transfers outside the EEA", blocks)


def _with_further(page: Page, found: Iterable[Recipient]) -> Iterable[Recipient]:
    """The recipients, and those that process further for them: their places and transfers are told nowhere else."""
    all_of: dict[str, Recipient] = {}
    waiting = list(found)
    while waiting:
        one = waiting.pop(0)
        if one.id not in all_of:
            all_of[one.id] = one
            waiting += [page.register.recipients[ident] for ident in one.sub_processors or ()]
    return all_of.values()


def _row(page: Page, one: Recipient, activities: Iterable[Runs], peculiar: list[Cell]) -> tuple[Cell, ...]:
    tools = safeguards(page, one) + tuple(block for cell in dict.fromkeys(peculiar) for block in cell)
    none = said((page.words("none"),)) if one.transfer == () else said(undeclared(page))
    return (
        said((page.run(name_of(one)),)),
        whereabouts(page, one) or said(undeclared(page)),
        tools or none,
        listed(said(name) for name in activities),
    )
