"""Why data are processed, and on what legal basis."""

from __future__ import annotations

from deskprivacy.duty.sheets import Sheet
from deskprivacy.law.reader import bases
from deskprivacy.model.data import LegalBasis, Purpose
from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import basis, basis_details, cases
from deskprivacy.render.register.cells import Cell, grouped, headed, listed, said
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.words.citation import cite


def purposes(page: RegisterPage, sheet: Sheet) -> Cell:
    """The purposes of the activity, with what each is."""
    where = sheet.activity.where.at("purposes")
    found = [page.register.purposes[ident] for ident in sheet.activity.purposes]
    return listed(_purpose(page, one) for one in found) if found else said(page.gap(where))


def legal_bases(page: RegisterPage, sheet: Sheet) -> Cell:
    """The legal basis of each purpose, by circumstances."""
    found = [page.register.purposes[ident] for ident in sheet.activity.purposes]
    if not found and not sheet.activity.is_processor_sheet:
        return said((page.words("not known: the purposes are missing"),))
    return grouped(page, (((page.run(name_of(one)),), _basis(page, one)) for one in found))


def processing_categories(page: RegisterPage, sheet: Sheet) -> Cell:
    """What is carried out for others: the purposes, else the description of the activity (GDPR 30(2)(b))."""
    if sheet.activity.purposes:
        return purposes(page, sheet)
    description = sheet.activity.description
    return page.prose(description) if description else said(page.gap(sheet.activity.where.at("purposes")))


def _purpose(page: Page, one: Purpose) -> Cell:
    name: Runs = (page.run(name_of(one)),)
    return (
        headed(page, name, page.prose(one.description))
        if one.description
        else said((page.run(name_of(one), strong=True),))
    )


def _basis(page: Page, one: Purpose) -> Cell:
    def words(entry: LegalBasis) -> Runs:
        return basis(page, entry, cite(bases()[entry.basis].article, page.say))

    def more(entry: LegalBasis) -> tuple[Runs, ...]:
        return basis_details(page, entry)

    return cases(page, one.where.at("legal_basis"), one.legal_basis, words, more)
