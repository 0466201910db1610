"""Annex: where every recipient is, and the transfers outside the EEA with their safeguards (GDPR 30(1)(e), 44–49)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.parties import Recipient, name_of
from deskprivacy.model.uses import Disclosure
from deskprivacy.render.document import Block, Runs, Section
from deskprivacy.render.page import Page
from deskprivacy.render.phrases.names import in_order
from deskprivacy.render.register.cells import Cell, listed, said, table_of_what_is_declared
from deskprivacy.render.register.rows.recipients import receivers
from deskprivacy.render.register.rows.transfers import (
    is_abroad,
    safeguards,
    transfers_on_line,
    whereabouts,
    with_further,
)

_ABROAD, _UNSAID, _STAYS = range(3)


def annex(page: Page, sheets: Iterable[Sheet]) -> Section:
    """A row for each recipient beside our own people that some activity uses, or that processes further for it."""
    activities: dict[str, dict[Runs, None]] = {}
    given: dict[str, list[Disclosure]] = {}
    for sheet in sheets:
        link = f"#activity-{sheet.activity.id}"
        for one in with_further(page, receivers(page, sheet)):
            activities.setdefault(one.id, {})[(page.run(name_of(sheet.activity), link=link),)] = None
        for line in sheet.disclosures:
            given.setdefault(line.recipient.id, []).append(line)
    recipients = page.register.recipients
    groups: dict[int, list[tuple[Cell, ...]]] = {}
    for ident in sorted(activities, key=lambda ident: in_order(name_of(recipients[ident]))):
        one, lines = recipients[ident], given.get(ident, [])
        if not _is_ours(one, lines):
            groups.setdefault(_group(page, one, lines), []).append(_row(page, one, activities[ident], lines))
    say = page.say
    columns = (say("Recipient"), say("Places"), say("Safeguards and documents"), say("Activities"))
    blocks: list[Block] = []
    if rows := [*groups.get(_ABROAD, ()), *groups.get(_UNSAID, ())]:
        caption = say("Where the recipients are, and transfers outside the EEA")
        blocks += table_of_what_is_declared(page, caption, columns, rows)
    if rows := groups.get(_STAYS, []):
        caption = say("Recipients for which it is declared that nothing is transferred outside the EEA")
        blocks += table_of_what_is_declared(page, caption, columns, rows)
    if not blocks:
        blocks += said((page.words("No activity declares a recipient outside our organisation."),))
    return page.section("annex-transfers", "annex", "Annex: transfers outside the EEA", blocks)


def _group(page: Page, one: Recipient, given: Sequence[Disclosure]) -> int:
    """Whether a recipient is abroad or transfers data, whether it is declared that nothing leaves, or neither."""
    if one.transfer or any(line.line.transfer for line in given) or is_abroad(page, one, given):
        return _ABROAD
    return _UNSAID if one.transfer is None else _STAYS


def _is_ours(one: Recipient, given: Iterable[Disclosure]) -> bool:
    """Whether a recipient is our own people wherever it receives data, and nothing says that they are elsewhere."""
    roles = {line.role for line in given} or {one.role}
    declared = one.country or one.stored_in or one.access_from or one.transfer
    return roles == {"internal"} and not declared and not any(line.line.transfer for line in given)


def _row(page: Page, one: Recipient, activities: Iterable[Runs], given: Sequence[Disclosure]) -> tuple[Cell, ...]:
    peculiar = dict.fromkeys(transfers_on_line(page, line) for line in given)
    tools = safeguards(page, one, given) + tuple(block for cell in peculiar for block in cell)
    is_none = one.transfer == ()
    none = page.words("not applicable: there is no transfer" if is_none else "no transfer is declared")
    return (
        said((page.run(name_of(one)),)),
        whereabouts(page, one, given),
        tools or said((none,)),
        listed(said(name) for name in activities),
    )
