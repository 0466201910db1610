"""The record sheets: one an activity, a form whose rows follow the CNIL's record sheet in its order and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from deskprivacy.address import Address
from deskprivacy.duty import Gap
from deskprivacy.duty.sheets import Sheet
from deskprivacy.law.reader import SheetRow
from deskprivacy.law.reader import sheet as rows_of_the_sheet
from deskprivacy.model.means import RetentionUse
from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Runs, Section
from deskprivacy.render.register.cells import Cell, form, grouped, said, undeclared
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.render.register.rows import ROWS
from deskprivacy.render.register.rows.recipients import receivers

# What a processor's sheet must say (GDPR 30(2)); its other rows stand there where something is declared.
_OF_A_PROCESSOR = ("activity", "dates", "clients", "processing-categories", "transfers", "security")

# What only a controller has to say, or says in other words: its clients inform the persons and answer to them.
_OF_A_CONTROLLER = ("purposes", "joint-controllers", "rights")


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet as it is printed, with the number of things that the law asks for and that it lacks."""

    sheet: Sheet
    section: Section
    gaps: int


def filled(page: RegisterPage, sheet: Sheet) -> Filled:
    """The sheet of one activity. Every gap of what it uses is on it, in place or at the end of its row."""
    begun = len(page.shown)
    gaps = _gaps(page, sheet)
    rows: list[tuple[Runs, Cell]] = []
    silent: list[Runs] = []
    for key, row in _rows(sheet).items():
        cell = ROWS[key](page, sheet)
        cell += grouped(page, _left(page, gaps.get(key, ()), begun))
        label: Runs = (page.run(page.say.text(row.label)),)
        if cell:
            rows.append((label, cell))
        elif not sheet.activity.is_processor_sheet or key in _OF_A_PROCESSOR:
            silent.append(label)
    if silent:
        (why,) = undeclared(page)
        head = replace(why, text=why.text[:1].upper() + why.text[1:])
        rows.append(((head,), said(page.joined(silent, "; "))))
    name = (page.run(name_of(sheet.activity)),)
    section = Section(
        id=anchor(sheet),
        name="sheet",
        title=name,
        level=3,
        blocks=(form(page, rows),),
    )
    return Filled(sheet, section, page.missing(page.shown[begun:]))


def anchor(sheet: Sheet) -> str:
    """The stable anchor of a sheet."""
    return f"activity-{sheet.activity.id}"


def _rows(sheet: Sheet) -> Mapping[str, SheetRow]:
    """The rows of the sheet in the CNIL's order; those that only a processor has come after the dates."""
    rows = {key: row for key, row in rows_of_the_sheet().items() if key in ROWS}
    if not sheet.activity.is_processor_sheet:
        return {key: row for key, row in rows.items() if row.page == "activity"}
    first = {key: rows[key] for key in _OF_A_PROCESSOR[:4]}
    return first | {key: row for key, row in rows.items() if key not in _OF_A_CONTROLLER}


def _gaps(page: RegisterPage, sheet: Sheet) -> Mapping[str, list[Gap]]:
    """The gaps of the activity and of all that it uses, by the row that prints them."""
    elsewhere = "clients" if sheet.activity.is_processor_sheet else "activity"
    found: dict[str, list[Gap]] = {}
    for where in dict.fromkeys(_used(page, sheet)):
        for gap in page.gaps_within(where):
            row = gap.row.sheet if gap.row.sheet in ROWS else elsewhere
            found.setdefault(row or elsewhere, []).append(gap)
    return found


def _left(page: RegisterPage, gaps: Iterable[Gap], begun: int) -> Iterator[tuple[Runs, Cell]]:
    """The gaps that the row has not printed in place, under what they are about."""
    shown = {id(gap) for gap in page.shown[begun:]}
    for gap in gaps:
        if id(gap) not in shown:
            about = name_of(page.register.of_kind(gap.where.kind)[gap.where.id])
            yield (page.run(about),), said(*page.marks([gap]))


def _used(page: RegisterPage, sheet: Sheet) -> Iterator[Address]:
    """The activity and what it names; of controllers only the clients, for the others have the common page."""
    register, activity = page.register, sheet.activity
    yield activity.where
    yield from (register.controllers[client].where for client in activity.on_behalf_of)
    trackers = [register.trackers[ident] for ident in activity.trackers or ()]
    for ident in chain(activity.purposes, *(one.purposes for one in trackers)):
        yield register.purposes[ident].where
    for use in sheet.uses:
        yield use.category.where
        yield from (source.where for source in use.sources)
    yield from (one.where for one in receivers(page, sheet))
    yield from (one.where for one in trackers)
    yield from (register.measures[ident].where for ident in activity.measures or ())
    yield from (register.retention_rules[use.rule].where for use in _retained(page, sheet))


def _retained(page: RegisterPage, sheet: Sheet) -> Iterator[RetentionUse]:
    trackers = (page.register.trackers[ident] for ident in sheet.activity.trackers or ())
    yield from chain.from_iterable(use.retention or () for use in sheet.uses)
    yield from chain.from_iterable(one.line.retention or () for one in sheet.disclosures)
    yield from chain.from_iterable(one.retention or () for one in trackers)
