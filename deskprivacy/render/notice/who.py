"""«Who are we?»: the controllers, their data protection officer and representative (GDPR 13(1)(a)–(b), 26(2))."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deskprivacy.model.activities import Activity
from deskprivacy.model.parties import Controller, Representative, name_of
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Entry, Paragraph, Runs, Section
from deskprivacy.render.notice.headings import sections, terms
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import contact, named


def block(told: Told, page: NoticePage) -> Section:
    """One list of facts for each controller, then the essence of what joint controllers have arranged."""
    blocks: list[Block] = []
    found: list[Section] = []
    for controller in told.controllers:
        said = (*terms(_identity(controller, page)), *page.notes(controller.where))
        if len(told.controllers) > 1:
            name = controller.trade_name or controller.name or controller.id
            ident = f"controller-{controller.id}"
            found.append(Section(id=ident, name="controller", title=(page.run(name),), level=3, blocks=said))
        else:
            blocks.extend(said)
    blocks.extend(sections(found))
    for activity in told.activities:
        blocks.extend(_arrangement(activity, len(blocks) + 1, page))
    return page.section("who", "who", "Who are we?", blocks)


def _identity(controller: Controller, page: NoticePage) -> Iterator[Entry]:
    where = controller.where
    yield from page.entry("Controller", where.at("name"), _text(controller.name, page))
    if not _holds(controller.name, controller.trade_name):
        yield from page.entry("Trade name", where.at("trade_name"), _text(controller.trade_name, page))
    yield from page.entry("Legal form", where.at("legal_form"), _text(controller.legal_form, page))
    yield from page.entry("Registration", where.at("registration"), _text(controller.registration, page))
    yield from page.entry("Address", where.at("address"), _text(controller.address, page))
    country = page.say.country(controller.country) if controller.country else None
    yield from page.entry("Country", where.at("country"), _text(country, page))
    parent = name_of(page.register.controllers[controller.parent]) if controller.parent else None
    yield from page.entry("Parent company", where.at("parent"), _text(parent, page))
    yield from page.entry(
        "Contact", where.at("contact"), contact(page, controller.contact) if controller.contact else ()
    )
    yield from _officer(controller, page)
    if controller.description:
        yield Entry(term=(page.words("About us"),), blocks=page.prose(controller.description))
    for territory in controller.territories:
        if territory.contact:
            names = page.say.listed(page.say.country(code) for code in territory.codes)
            yield Entry(
                term=(page.words("Contact in {territories}", territories=names),),
                blocks=(Paragraph(content=contact(page, territory.contact)),),
            )
    representative = controller.representative
    yield from page.entry(
        "Representative in the European Union",
        where.at("representative"),
        _representative(representative, page) if representative else (),
    )


def _representative(one: Representative, page: NoticePage) -> Runs:
    country = page.say.country(one.country) if one.country else None
    named = ", ".join(part for part in (one.name, one.address, country) if part)
    reached = contact(page, one.contact) if one.contact else ()
    return page.joined([part for part in (_text(named, page), reached) if part], " · ")


def _officer(controller: Controller, page: NoticePage) -> Iterator[Entry]:
    where = controller.where.at("dpo")
    officer = controller.dpo
    if officer and officer.same_as:
        officer = page.register.controllers[officer.same_as].dpo
    if officer is None:
        yield from page.entry("Data protection officer", where, ())
    elif officer.designated is False:
        none: Runs = (page.words("No data protection officer is designated."),)
        reached = contact(page, officer.contact) if officer.contact else ()
        yield from page.entry("Data protection officer", where, page.joined([none, reached], " ") if reached else none)
    elif officer.contact:
        yield from page.entry("Data protection officer", where.at("contact"), contact(page, officer.contact))
    else:
        yield from page.entry("Data protection officer", where.at("contact"), ())


def _arrangement(activity: Activity, number: int, page: NoticePage) -> Iterator[Block]:
    arrangement = activity.arrangement
    blocks: list[Block] = list(page.prose(arrangement.essence)) if arrangement and arrangement.essence else []
    if arrangement and arrangement.contact:
        lead = page.words("Your contact for all of us:")
        blocks.append(Paragraph(content=(lead, page.run(" "), *contact(page, arrangement.contact))))
    blocks += [Paragraph(content=mark) for mark in page.marks(page.gaps_below(activity.where.at("arrangement")))]
    blocks += page.notes(activity.where.at("arrangement"))
    if blocks:
        purposes = page.joined(named(page, "purposes", activity.purposes), "; ")
        title = page.phrase("What we have arranged together: {purposes}", purposes=purposes)
        ident = "-".join(("arrangement", *activity.purposes[:1], str(number)))  # the number alone tells two apart
        yield Section(id=ident, name="arrangement", title=title, level=3, blocks=tuple(blocks))


def _holds(name: str | None, trade_name: str | None) -> bool:
    """Whether a name says the trade name already."""
    if not name or not trade_name:
        return False
    return re.search(rf"\b{re.escape(trade_name)}\b", name, re.IGNORECASE) is not None


def _text(text: str | None, page: NoticePage) -> Runs:
    return (page.run(text),) if text else ()
