"""«Your rights»: those that the legal bases give, and how to exercise them (GDPR 12, 13(2)(b), 14(2)(c))."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.law.reader import Right, bases, rights
from deskprivacy.model.contacts import RightInPractice
from deskprivacy.model.data import Purpose
from deskprivacy.model.parties import Controller
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Description, Entry, Paragraph, Run, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import contact, named, together

# Told apart: the right to object has a box of its own, the complaint and decisions by machine their own sections.
_BY_MACHINE = "automated-decision"
_TOLD_ELSEWHERE = {"objection", "marketing-objection", "complaint"}


def block(told: Told, page: NoticePage) -> Section:
    """A term for each right, with the purposes it holds for where these are not all; then how to exercise them."""
    entries = tuple(entry for right in rights().values() for entry in _right(right, told, page))
    blocks: list[Block] = [Description(entries=entries)] if entries else []
    if any(not one.legal_basis for one in told.purposes):
        incomplete = page.words(
            "Rights follow from the legal basis. Where the basis of a purpose is not declared, they are not complete."
        )
        blocks.append(Paragraph(content=(incomplete,)))
    for controller in told.controllers:
        blocks.extend(_exercise(controller, page))
    return page.section("rights", "rights", "Your rights", blocks)


def _right(right: Right, told: Told, page: NoticePage) -> Iterator[Entry]:
    if right.id in _TOLD_ELSEWHERE or not _exists(right, told):
        return
    holds, limited = _purposes_of(right, told)
    if right.given == "by-basis" and not holds:
        return
    say = page.say
    blocks: list[Block] = [Paragraph(content=(page.run(say.text(right.sentence)),))]
    if right.condition:
        blocks.append(Paragraph(content=(page.words("When: {condition}.", condition=say.text(right.condition)),)))
    if right.limit and limited:
        names = together(page, named(page, "purposes", [one.id for one in limited]))
        blocks.append(
            Paragraph(content=page.phrase("{purposes}: {limit}.", purposes=names, limit=say.text(right.limit)))
        )
    if right.given == "by-basis" and len(holds) < len(told.purposes):
        names = together(page, named(page, "purposes", [one.id for one in holds]))
        blocks.append(Paragraph(content=page.phrase("This holds for: {purposes}.", purposes=names)))
    for controller in told.controllers:
        practice = ((controller.rights.by_right if controller.rights else None) or {}).get(right.id)
        if practice:
            blocks.extend(_practice(practice, page))
    yield Entry(term=(page.run(_capital(say.term("right", right.id))),), blocks=tuple(blocks))


def _exists(right: Right, told: Told) -> bool:
    """A right of one country's law needs a controller of that country; one about machines, a declared decision."""
    if right.country:
        return any(one.country == right.country for one in told.controllers)
    if right.id == _BY_MACHINE:
        return bool(_decided(told))
    return True


def _purposes_of(right: Right, told: Told) -> tuple[list[Purpose], list[Purpose]]:
    """The purposes for which some basis gives the right, and those for which it gives it with limits."""
    grades = {
        one.id: {bases()[basis.basis].rights.get(right.id) for basis in one.legal_basis or ()} - {None}
        for one in told.purposes
    }
    holds = [one for one in told.purposes if grades[one.id] and (right.id != _BY_MACHINE or one.id in _decided(told))]
    return holds, [one for one in holds if grades[one.id] == {"limited"}]


def _decided(told: Told) -> set[str]:
    """The purposes for which a decision by machine is declared (GDPR 22)."""
    return {
        purpose
        for activity in told.activities
        for one in activity.automated_decisions or ()
        if one.article_22
        for purpose in one.purposes or activity.purposes
    }


def _practice(practice: RightInPractice, page: NoticePage) -> Iterator[Block]:
    if practice.how:
        yield from page.prose(practice.how)
    if practice.limit:
        yield Paragraph(content=(page.words("Limit: "), *page.line(practice.limit)))


def _exercise(controller: Controller, page: NoticePage) -> Iterator[Block]:
    where, declared = controller.where.at("rights"), controller.rights
    if declared is None:
        if missing := page.gap(where):
            yield Paragraph(content=missing)
        return
    if declared.contact:
        yield Paragraph(
            content=(
                page.words("To exercise your rights: "),
                *page.fact(where.at("contact"), contact(page, declared.contact)),
            )
        )
    if declared.online:
        yield Paragraph(content=(page.words("Online: "), *page.fact(where.at("online"), page.line(declared.online))))
    if declared.delay:
        answer = page.words("We answer within {delay}.", delay=page.say.period(declared.delay))
        yield Paragraph(content=page.fact(where.at("delay"), (answer,)))
    if declared.identity:
        asked: tuple[Run, ...] = (page.run(page.say.term("identity_check", declared.identity)),)
        yield Paragraph(content=(page.words("We check your identity: "), *page.fact(where.at("identity"), asked)))
    for mark in page.marks(page.gaps_below(where)):
        yield Paragraph(content=mark)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
