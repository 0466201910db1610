"""The right to object, set apart from all other information, as GDPR 21(4) asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskprivacy.model.data import Purpose
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, List, Paragraph, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import contact

_OPEN_TO_OBJECTION = ("legitimate-interests", "public-task")  # GDPR 21(1)
_PROSPECTING = "marketing"  # GDPR 21(2)–(3): at any time, whatever the basis


def block(told: Told, page: NoticePage) -> Section | None:
    """What the reader can object to without a reason, then what for reasons of their own."""
    prospecting = [one for one in told.purposes if one.kind == _PROSPECTING]
    balanced = [
        one
        for one in told.purposes
        if one.kind != _PROSPECTING and any(basis.basis in _OPEN_TO_OBJECTION for basis in one.legal_basis or ())
    ]
    if not prospecting and not balanced:
        return None
    blocks = (*_without_reason(prospecting, page), *_for_a_reason(balanced, page), *_where(told, page))
    return page.section("objection", "objection", "Your right to object", blocks, boxed=True)


def _without_reason(purposes: list[Purpose], page: NoticePage) -> Iterator[Block]:
    if purposes:
        yield Paragraph(
            content=(page.words("You may object to marketing at any time, without giving a reason. This concerns:"),)
        )
        yield _names(purposes, page)


def _for_a_reason(purposes: list[Purpose], page: NoticePage) -> Iterator[Block]:
    if purposes:
        lead = page.words(
            "You may object at any time, for reasons relating to your particular situation, "
            "to the uses that rest on a legitimate interest or a public task:"
        )
        yield Paragraph(content=(lead,))
        yield _names(purposes, page)
        for basis in (basis for one in purposes for basis in one.legal_basis or () if basis.compelling):
            yield Paragraph(
                content=(page.words("Compelling grounds on which we would go on: "), *page.line(basis.compelling or ""))
            )


def _names(purposes: Iterable[Purpose], page: NoticePage) -> List:
    links = [(page.run(one.name or one.id, link=f"#purpose-{one.id}"),) for one in purposes]
    return List(items=tuple((Paragraph(content=link),) for link in links))


def _where(told: Told, page: NoticePage) -> Iterator[Block]:
    for controller in told.controllers:
        rights = controller.rights
        if rights and rights.contact:
            yield Paragraph(content=(page.words("To object: "), *contact(page, rights.contact)))
        elif missing := page.gap(controller.where.at("rights")):
            yield Paragraph(content=missing)
