"""Who a body is and how to reach it, line by line (GDPR 30(1)(a), 30(2)(a))."""

from __future__ import annotations

from deskprivacy.law.reader import countries
from deskprivacy.model.parties import Controller, DataProtectionOfficer, Representative, name_of
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import contact
from deskprivacy.render.register.cells import Cell, labelled, line, said


def identity(page: Page, one: Controller) -> Cell:
    """The controller itself."""
    where = one.where
    country = page.say.country(one.country) if one.country else None
    parent = name_of(page.register.controllers[one.parent]) if one.parent else None
    reached = contact(page, one.contact) if one.contact else ()
    return said(
        line(page, page.words("Legal name"), where.at("name"), one.name),
        line(
            page,
            page.words("Trade name"),
            where.at("trade_name"),
            one.trade_name if one.trade_name != one.name else None,
        ),
        line(page, page.words("Legal form"), where.at("legal_form"), one.legal_form),
        line(page, page.words("Registration"), where.at("registration"), one.registration),
        line(page, page.words("Address"), where.at("address"), one.address),
        line(page, page.words("Country"), where.at("country"), country),
        labelled(page, page.words("Contact"), page.fact(where.at("contact"), reached)),
        *(
            labelled(
                page,
                page.words("Contact"),
                page.phrase(
                    "{what} ({detail})",
                    what=contact(page, each.contact),
                    detail=page.say.listed(page.say.country(code) for code in each.codes),
                ),
            )
            for each in one.territories
            if each.contact
        ),
        line(page, page.words("Represented by"), where.at("represented_by"), one.represented_by),
        line(page, page.words("Parent company"), where.at("parent"), parent),
    )


def representative(page: Page, one: Controller) -> Cell:
    """The representative in the Union (GDPR 27)."""
    where = one.where.at("representative")
    if one.representative is None:
        return said(page.gap(where) or _unrepresented(page, one))
    found: Representative = one.representative
    reached = contact(page, found.contact) if found.contact else ()
    return said(
        line(page, page.words("Name"), where.at("name"), found.name),
        line(page, page.words("Address"), where.at("address"), found.address),
        line(
            page, page.words("Country"), where.at("country"), page.say.country(found.country) if found.country else None
        ),
        labelled(page, page.words("Contact"), page.fact(where.at("contact"), reached)),
    )


def _unrepresented(page: Page, one: Controller) -> Runs:
    """Why no representative is needed, as far as the country tells."""
    if one.country is None:
        return (page.words("not known: the country of the controller is missing"),)
    if countries().position(one.country) != "inside":
        return ()
    country = page.say.country(one.country)
    return (page.words("not applicable: established in the European Economic Area ({country})", country=country),)


def officer(page: Page, one: Controller) -> Cell:
    """The data protection officer, or why none is designated (GDPR 37)."""
    where = one.where.at("dpo")
    found = one.dpo
    if found is None:
        return said(page.gap(where))
    if found.same_as:
        other = page.register.controllers[found.same_as]
        reached = contact(page, other.dpo.contact) if other.dpo and other.dpo.contact else ()
        shared = page.phrase("the same as that of “{controller}”", controller=name_of(other))
        if reached:
            shared = page.phrase("{what} ({detail})", what=shared, detail=reached)
        return said(page.fact(where, shared))
    return said(
        labelled(page, page.words("Designated"), page.fact(where.at("designated"), _designated(page, found))),
        labelled(
            page,
            page.words("Contact"),
            page.fact(where.at("contact"), contact(page, found.contact) if found.contact else ()),
        ),
        labelled(
            page, page.words("Reason"), page.fact(where.at("reason"), page.line(found.reason) if found.reason else ())
        ),
    )


def _designated(page: Page, found: DataProtectionOfficer) -> Runs:
    if found.designated is None:
        return ()
    return (page.words("yes"),) if found.designated else (page.words("no"),)
