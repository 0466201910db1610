"""Annex: processors and joint controllers, with their contracts (GDPR 26, 28)."""

from __future__ import annotations

from collections.abc import Iterable

from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.parties import Contract, Recipient, name_of
from deskprivacy.render.document import Runs, Section
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import named
from deskprivacy.render.register.cells import Cell, labelled, line, said, table_of_what_is_declared, text
from deskprivacy.render.register.rows.recipients import receivers

_BOUND = {"processor", "joint-controller"}


def annex(page: Page, sheets: Iterable[Sheet]) -> Section:
    """A row for each recipient that is a processor or a joint controller, or with which a contract is declared."""
    roles: dict[str, set[str | None]] = {}
    for sheet in sheets:
        for one in receivers(page, sheet):
            roles.setdefault(one.id, set()).add(one.role)
        for given in sheet.disclosures:
            roles[given.recipient.id].add(given.role)
    recipients = page.register.recipients
    bound = [recipients[ident] for ident, found in roles.items() if found & _BOUND or recipients[ident].contract]
    say = page.say
    columns = (say("Recipient"), say("Role and service"), say("Contract"), say("Sub-processors and certifications"))
    rows = [_row(page, one, is_processor="processor" in roles[one.id]) for one in bound]
    blocks = (
        table_of_what_is_declared(page, say("Processors, joint controllers and their contracts"), columns, rows)
        if rows
        else said((page.words("No recipient is declared as processor or joint controller."),))
    )
    return page.section("annex-contracts", "annex", "Annex: processors and contracts", blocks)


def _row(page: Page, one: Recipient, *, is_processor: bool) -> tuple[Cell, ...]:
    role: Runs = (page.run(page.say.term("recipient_role", one.role)),) if one.role else ()
    where = one.where
    further = page.fact(where.at("sub_processors"), _further(page, one))
    if not further and is_processor and one.contract is None:  # the contract tells of them: no rule asks twice
        further = (page.words("not declared (to be asked with the contract)"),)
    certified: Runs = (page.run(page.say.listed(one.certifications)),) if one.certifications else ()
    return (
        said((page.run(name_of(one)),)),
        said(page.fact(where.at("role"), role), page.fact(where.at("service"), text(page, one.service))),
        _contract(page, one),
        said(
            labelled(page, page.words("Sub-processors"), further),
            labelled(page, page.words("Certifications"), page.fact(where.at("certifications"), certified)),
        ),
    )


def _further(page: Page, one: Recipient) -> Runs:
    if one.sub_processors is None:
        return ()
    return page.joined(named(page, "recipients", one.sub_processors)) or (page.words("none"),)


def _contract(page: Page, one: Recipient) -> Cell:
    where = one.where.at("contract")
    found = one.contract
    if found is None:
        return said(page.gap(where))
    lines = said(
        text(page, page.say.term("contract_article", str(found.article)) if found.article else None),
        line(page, page.words("Document"), where.at("document"), found.document),
        _dates(page, found),
        labelled(page, page.words("Essence of the arrangement"), page.line(found.essence) if found.essence else ()),
    )
    return lines + said(*page.marks(page.gaps_within(where)))


def _dates(page: Page, found: Contract) -> Runs:
    say = page.say
    signed = labelled(page, page.words("Signed on"), text(page, say.date(found.date) if found.date else None))
    ends = labelled(page, page.words("Ends on"), text(page, say.date(found.until) if found.until else None))
    return page.joined([part for part in (signed, ends) if part], "; ")
