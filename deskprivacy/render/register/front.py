"""The common page of the register: who answers, and how they are reached (GDPR 30(1)(a))."""

from __future__ import annotations

from deskprivacy.address import Address
from deskprivacy.law.reader import sheet as rows_of_the_sheet
from deskprivacy.model.parties import Controller, name_of
from deskprivacy.render.document import Block, Section
from deskprivacy.render.register.cells import Cell, form, said
from deskprivacy.render.register.identity import identity, officer, representative
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.render.register.rows.rights import exercise

_ROWS = {"controller": identity, "representative": representative, "dpo": officer, "rights": exercise}


def front(page: RegisterPage) -> Section:
    """A form for each controller whose register this is."""
    blocks: list[Block] = [one for controller in page.register.own_controllers for one in _controller(page, controller)]
    return page.section("controllers", "controllers", "Who answers for the processing", blocks or _nobody(page))


def _controller(page: RegisterPage, one: Controller) -> Cell:
    rows = []
    for key, said_of in _ROWS.items():
        cell = said_of(page, one)
        rows.append(((page.run(page.say.text(rows_of_the_sheet()[key].label)),), cell + _rest(page, one, key)))
    table = form(page, rows)
    return (
        Section(
            id=f"controller-{one.id}", name="controller", title=(page.run(name_of(one)),), level=3, blocks=(table,)
        ),
    )


def _rest(page: RegisterPage, one: Controller, key: str) -> Cell:
    return said(*page.marks(gap for gap in page.gaps_below(one.where) if gap.row.sheet == key))


def _nobody(page: RegisterPage) -> Cell:
    return said(page.gap(Address("controllers")))
