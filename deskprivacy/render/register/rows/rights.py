"""Which rights the persons of an activity have, and how they are exercised."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.duty.rights import Held, circumstances, held
from deskprivacy.duty.sheets import Sheet
from deskprivacy.law.reader import rights as all_rights
from deskprivacy.model.contacts import Rights
from deskprivacy.model.data import Purpose
from deskprivacy.model.parties import Controller, name_of
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import cases, choice, contact
from deskprivacy.render.register.cells import Cell, grouped, headed, labelled, said
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.words.citation import cite


def rights(page: RegisterPage, sheet: Sheet) -> Cell:
    """The rights that all have and that the facts give, how to say no to each purpose, and whom to write to."""
    purposes = [page.register.purposes[ident] for ident in sheet.activity.purposes]
    refusals = grouped(page, (((page.run(name_of(one)),), _refusal(page, one)) for one in purposes))
    return (
        *said(labelled(page, page.words("Rights of the persons"), _given(page, sheet, purposes))),
        *headed(page, (page.words("How to say no"),), refusals),
        *_exercise(page, sheet),
    )


def _exercise(page: Page, sheet: Sheet) -> Cell:
    if len(sheet.controllers) == 1:
        return exercise(page, sheet.controllers[0])
    return grouped(page, (((page.run(name_of(one)),), exercise(page, one)) for one in sheet.controllers))


def exercise(page: Page, one: Controller) -> Cell:
    """How rights are exercised with a controller, and to which authority one complains."""
    where = one.where.at("rights")
    found = one.rights or Rights()
    reached = contact(page, found.contact) if found.contact else ()
    online = page.line(found.online) if found.online else ()
    means = page.joined([part for part in (reached, online) if part], "; ")
    delay: Runs = (page.run(page.say.period(found.delay)),) if found.delay else ()
    identity: Runs = (page.run(page.say.term("identity_check", found.identity)),) if found.identity else ()
    authority: Runs = (page.run(page.say.term("authority", one.authority)),) if one.authority else ()
    return said(
        labelled(page, page.words("Contact for rights"), page.fact(where if not means else where.at("contact"), means)),
        labelled(page, page.words("Answer within"), page.fact(where.at("delay"), delay)),
        labelled(page, page.words("Check of identity"), page.fact(where.at("identity"), identity)),
        *_by_right(page, one),
        labelled(page, page.words("Supervisory authority"), page.fact(one.where.at("authority"), authority)),
    )


def _refusal(page: Page, one: Purpose) -> Cell:
    where = one.where.at("choice")
    return cases(page, where, one.choice, lambda way: choice(page, way)) if one.choice else ()


def _given(page: Page, sheet: Sheet, purposes: list[Purpose]) -> Runs:
    """Each right with its article: those of everybody, then those that the declared facts give."""
    trackers = [page.register.trackers[one] for one in sheet.activity.trackers or ()]
    found = circumstances((sheet.activity,), sheet.controllers, purposes, trackers)
    given = [own for right in all_rights().values() if right.id not in _ELSEWHERE and (own := held(right, found))]
    return page.joined([_right(page, own) for own in given], "; ")


def _right(page: Page, own: Held) -> Runs:
    right = own.right
    if right.given == "marketing":
        name = page.say("right to object to marketing, without giving a reason")
    else:
        name = page.say.term("right", right.id)
    detail: Runs = (page.run(cite(right.article, page.say)),)
    if right.limit and own.limited:
        detail = page.joined([detail, (page.run(page.say.text(right.limit)),)], "; ")
    return page.phrase("{what} ({detail})", what=name, detail=detail)


_ELSEWHERE = {"complaint"}  # it stands on its own line, with the authority


def _by_right(page: Page, one: Controller) -> Iterator[Runs]:
    for right, practice in ((one.rights and one.rights.by_right) or {}).items():
        parts = [page.line(text) for text in (practice.how, practice.limit) if text]
        name = page.say.term("right", right)
        yield labelled(page, page.run(name[:1].upper() + name[1:]), page.joined(parts, "; "))
