"""The right to object, set apart from all other information, as GDPR 21(4) asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskprivacy.duty.rights import Circumstances, circumstances, held
from deskprivacy.law.reader import rights
from deskprivacy.model.data import Purpose
from deskprivacy.model.parties import name_of
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, List, Paragraph, Run, Runs, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.rights import practice
from deskprivacy.render.phrases import contact

# GDPR 21(2)–(3) is about direct marketing and its profiling. Whether advertising on a page is such is doubtful: there
# too, nobody is asked for reasons.
_WITHOUT_REASONS = "ads"


def block(told: Told, page: NoticePage) -> Section | None:
    """What the reader can object to without a reason, then what for reasons of their own."""
    found = circumstances(told.activities, told.controllers, told.purposes, told.trackers)
    prospecting = _held("marketing-objection", found)
    others = [one for one in _held("objection", found) if one not in prospecting]
    if not prospecting and not others:
        return None
    blocks = (
        *_without_reason(prospecting, page),
        *_at_any_time([one for one in others if one.kind == _WITHOUT_REASONS], page),
        *_for_a_reason([one for one in others if one.kind != _WITHOUT_REASONS], page),
        *practice("objection", found, page, marketing=bool(prospecting)),
        *_where(told, page),
    )
    return page.section("objection", "objection", "Your right to object", blocks, boxed=True)


def _held(right: str, found: Circumstances) -> tuple[Purpose, ...]:
    own = held(rights()[right], found)
    return own.purposes if own else ()


def _without_reason(purposes: Iterable[Purpose], page: NoticePage) -> Iterator[Block]:
    if purposes:
        lead = page.words(
            "You may object to marketing, and to the profiling that serves it, at any time and without giving a reason:"
        )
        yield Paragraph(content=(lead,))
        yield _names(purposes, page)


def _at_any_time(purposes: list[Purpose], page: NoticePage) -> Iterator[Block]:
    if purposes:
        yield Paragraph(content=(page.words("You may object at any time to:"),))
        yield _names(purposes, page)


def _for_a_reason(purposes: list[Purpose], page: NoticePage) -> Iterator[Block]:
    if purposes:
        yield Paragraph(content=(_lead(purposes, page),))
        yield _names(purposes, page)
        for basis in (basis for one in purposes for basis in one.legal_basis or () if basis.compelling):
            yield Paragraph(
                content=(page.words("Compelling grounds on which we would go on: "), *page.line(basis.compelling or ""))
            )


def _lead(purposes: list[Purpose], page: NoticePage) -> Run:
    """The sentence before the purposes: it names the bases on which they rest, and no other."""
    rests_on = {basis.basis for one in purposes for basis in one.legal_basis or ()}
    if "public-task" not in rests_on:
        return page.words(
            "You may object at any time, for reasons relating to your particular situation, "
            "to the uses that rest on a legitimate interest:"
        )
    if "legitimate-interests" not in rests_on:
        return page.words(
            "You may object at any time, for reasons relating to your particular situation, "
            "to the uses that rest on a public task:"
        )
    return page.words(
        "You may object at any time, for reasons relating to your particular situation, "
        "to the uses that rest on a legitimate interest or a public task:"
    )


def _names(purposes: Iterable[Purpose], page: NoticePage) -> List:
    links = [(page.run(one.name or one.id, link=f"#purpose-{one.id}"),) for one in purposes]
    return List(items=tuple((Paragraph(content=link),) for link in links))


def _where(told: Told, page: NoticePage) -> Iterator[Block]:
    several = len(told.controllers) > 1
    for controller in told.controllers:
        asked = controller.rights
        if asked and asked.contact:
            said: Runs = contact(page, asked.contact)
            lead = page.phrase("To object: {contact}", contact=said)
            if several:
                lead = page.phrase("To object ({controller}): {contact}", controller=name_of(controller), contact=said)
            yield Paragraph(content=lead)
        elif missing := page.gap(controller.where.at("rights")):
            yield Paragraph(content=missing)
