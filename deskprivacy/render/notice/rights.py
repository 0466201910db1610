"""«Your rights»: of everybody, by the facts, or granted (GDPR 12, 13(2)(b), 14(2)(c))."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.duty.rights import Circumstances, Held, circumstances, held
from deskprivacy.law.reader import Right, rights
from deskprivacy.model.contacts import RightInPractice
from deskprivacy.model.parties import Controller, name_of
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Description, Entry, Paragraph, Run, Section
from deskprivacy.render.notice.links import linked
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import contact

_COMPLAINT = "complaint"  # a section of its own
_OBJECTIONS = ("objection", "marketing-objection")  # a box of their own, where one of them is held


def block(told: Told, page: NoticePage) -> Section:
    """A term for each right, with the purposes it holds for where it depends on them; then how to exercise them."""
    found = circumstances(told.activities, told.controllers, told.purposes, told.trackers)
    boxed = any(held(rights()[one], found) for one in _OBJECTIONS)
    told_elsewhere = {_COMPLAINT, "marketing-objection", *(_OBJECTIONS if boxed else ())}
    entries = tuple(
        entry for right in rights().values() if right.id not in told_elsewhere for entry in _right(right, found, page)
    )
    blocks: list[Block] = [Description(entries=entries)] if entries else []
    if not page.is_published and any(not one.legal_basis for one in told.purposes):
        incomplete = page.words(
            "Erasure, portability, objection and the withdrawal of consent depend on the legal basis: "
            "where that of a purpose is not declared, they are not complete."
        )
        blocks.append(Paragraph(content=(incomplete,)))
    for controller in told.controllers:
        if len(told.controllers) > 1:
            blocks.append(Paragraph(content=(page.run(name_of(controller), strong=True),)))
        blocks.extend(_exercise(controller, page))
    return page.section("rights", "rights", "Your rights", blocks)


def practice(right: str, found: Circumstances, page: NoticePage, *, marketing: bool = False) -> Iterator[Block]:
    """How a right is exercised with each controller that says so, and its limits there.

    Where marketing is among what is objected to, no limit reaches that: GDPR 21(3).
    """
    several = len(found.controllers) > 1
    for one, how in _practised(right, found):
        if several:
            yield Paragraph(content=(page.run(name_of(one), strong=True),))
        yield from page.prose(how.how) if how.how else ()
        if how.limit:
            lead = page.words("Limit, except for marketing: ") if marketing else page.words("Limit: ")
            yield Paragraph(content=(lead, *page.line(how.limit)))


def _right(right: Right, found: Circumstances, page: NoticePage) -> Iterator[Entry]:
    own = held(right, found)
    granted = () if own else tuple(_practised(right.id, found))
    if own is None and not granted:
        return
    blocks: list[Block] = (
        list(_given(own, found, page)) if own else [Paragraph(content=(page.words("We grant you this right."),))]
    )
    blocks.extend(practice(right.id, found, page))
    yield Entry(term=(page.run(_capital(page.say.term("right", right.id))),), blocks=tuple(blocks))


def _given(own: Held, found: Circumstances, page: NoticePage) -> Iterator[Block]:
    """What a right is, when it holds, for which purposes, and where it has limits."""
    say, right = page.say, own.right
    sentence = say.text(right.sentence)
    if right.condition:
        sentence = say("{right}, {condition}.", right=sentence.rstrip("."), condition=say.text(right.condition))
    yield Paragraph(content=(page.run(sentence),))
    if own.decisions or (own.depends and len(own.purposes) < len(found.purposes)):
        decisions = [(page.run(name, link="#decisions"),) for name in own.decisions]
        names = page.joined([*linked(page, "purposes", [one.id for one in own.purposes]), *decisions], "; ")
        yield Paragraph(content=page.phrase("This holds for: {purposes}.", purposes=names))
    if right.limit and own.limited:
        names = page.joined(linked(page, "purposes", [one.id for one in own.limited]), "; ")
        yield Paragraph(
            content=page.phrase("Exception: {limit} ({purposes}).", limit=say.text(right.limit), purposes=names)
        )


def _practised(right: str, found: Circumstances) -> Iterator[tuple[Controller, RightInPractice]]:
    for one in found.controllers:
        if how := ((one.rights.by_right if one.rights else None) or {}).get(right):
            yield one, how


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
