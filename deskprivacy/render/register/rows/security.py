"""The security measures, by the CNIL's seven families."""

from __future__ import annotations

from deskprivacy.duty.sheets import Sheet
from deskprivacy.law.reader import vocabulary
from deskprivacy.model.means import Measure
from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Run, Runs
from deskprivacy.render.page import Page
from deskprivacy.render.register.cells import Cell, headed, labelled, said, under
from deskprivacy.render.register.page import RegisterPage


def security(page: RegisterPage, sheet: Sheet) -> Cell:
    """Each family that has a measure here; a measure without a family stands last."""
    where = sheet.activity.where.at("measures")
    if sheet.activity.measures is None:
        return said(page.gap(where))
    if not sheet.activity.measures:
        return said(page.fact(where, (page.words("none is applied"),)), page.gap(where))
    by_family: dict[str | None, list[Measure]] = {family: [] for family in (*vocabulary("measure_family"), None)}
    for ident in sheet.activity.measures:
        measure = page.register.measures[ident]
        by_family[measure.family].append(measure)
    return tuple(block for family, found in by_family.items() if found for block in _family(page, family, found))


def _family(page: Page, family: str | None, found: list[Measure]) -> Cell:
    label = page.run(page.say.term("measure_family", family)) if family else page.words("To be classified")
    return under(label, (_measure(page, one, label) for one in found))


def _measure(page: Page, one: Measure, family: Run) -> Cell:
    """The measure as it is described inside; where it is not, as the public reads it. Its family's name is no news."""
    key, text = ("description", one.description) if one.description else ("public", one.public)
    name = page.fact(one.where, (page.run(name_of(one), strong=True),))
    described = said(page.fact(one.where.at(key), page.line(text) if text else ()))
    limits = page.line(one.limits) if one.limits else ()
    return (
        *(_under_its_name(page, name, described, family) or said(name)),
        *said(
            labelled(page, page.words("Limits"), page.fact(one.where.at("limits"), limits)),
            labelled(page, page.words("Evidence"), (page.run(one.evidence),) if one.evidence else ()),
        ),
    )


def _under_its_name(page: Page, name: Runs, described: Cell, family: Run) -> Cell:
    is_the_family = len(name) == 1 and name[0].text.casefold() == family.text.casefold()
    return described if is_the_family else headed(page, name, described)
