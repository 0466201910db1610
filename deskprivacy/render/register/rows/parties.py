"""Who answers for the processing beside us: joint controllers, and those on whose behalf we act."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.parties import Controller, Recipient, name_of
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import contact, together
from deskprivacy.render.register.cells import Cell, headed, labelled, listed, said
from deskprivacy.render.register.identity import identity, officer, representative
from deskprivacy.render.register.page import RegisterPage


def joint_controllers(page: RegisterPage, sheet: Sheet) -> Cell:
    """The controllers and the recipients that decide together with us, and their arrangements (GDPR 26)."""
    cells = [_together(page, sheet)] if len(sheet.controllers) > 1 else []
    cells += [_arranged(page, one) for one in _joint_recipients(sheet)]
    if not cells and sheet.controllers:
        return said((page.words("no joint controller is declared"),))
    return listed(cells)


def clients(page: RegisterPage, sheet: Sheet) -> Cell:
    """The controllers on whose behalf the processing is carried out (GDPR 30(2)(a))."""
    found = [page.register.controllers[client] for client in sheet.activity.on_behalf_of]
    return listed(_client(page, one) for one in found)


def _client(page: RegisterPage, one: Controller) -> Cell:
    """Who it is, with its representative and its data protection officer, as far as they are declared."""
    represented = representative(page, one) if one.representative else ()
    advised = officer(page, one) if one.dpo else ()
    return (
        *(() if one.name == name_of(one) else said((page.run(name_of(one), strong=True),))),
        *identity(page, one),
        *headed(page, (page.words("Representative in the European Union"),), represented),
        *headed(page, (page.words("Data protection officer"),), advised),
    )


def _together(page: Page, sheet: Sheet) -> Cell:
    where = sheet.activity.where.at("arrangement")
    names = together(page, [(page.run(name_of(one)),) for one in sheet.controllers])
    arrangement = sheet.activity.arrangement
    if arrangement is None:
        return said(names, page.gap(where))
    essence = page.line(arrangement.essence) if arrangement.essence else ()
    reached = contact(page, arrangement.contact) if arrangement.contact else ()
    return said(
        names,
        labelled(page, page.words("Essence of the arrangement"), page.fact(where.at("essence"), essence)),
        labelled(page, page.words("Document"), (page.run(arrangement.document),) if arrangement.document else ()),
        labelled(page, page.words("Point of contact"), page.fact(where.at("contact"), reached)),
    )


def _arranged(page: Page, recipient: Recipient) -> Cell:
    where = recipient.where.at("contract")
    contract = recipient.contract
    if contract is None:
        return headed(page, (page.run(name_of(recipient)),), said(page.gap(where)))
    essence = page.line(contract.essence) if contract.essence else ()
    lines = said(
        labelled(page, page.words("Essence of the arrangement"), page.fact(where.at("essence"), essence)),
        labelled(page, page.words("Document"), (page.run(contract.document),) if contract.document else ()),
    )
    return (*said((page.run(name_of(recipient), strong=True),)), *lines)


def _joint_recipients(sheet: Sheet) -> Iterator[Recipient]:
    found = {one.recipient.id: one.recipient for one in sheet.disclosures if one.role == "joint-controller"}
    yield from found.values()
