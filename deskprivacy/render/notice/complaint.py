"""«How to complain?»: the supervisory authority (GDPR 13(2)(d), 14(2)(e), 77)."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.law.reader import authorities
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Paragraph, Run, Section
from deskprivacy.render.notice.page import NoticePage


def block(told: Told, page: NoticePage) -> Section:
    """The right to complain, then the authority that each controller declares, with its address."""
    blocks: list[Block] = []
    declared = {one.authority: one for one in told.controllers if one.authority}
    if not declared:
        blocks.append(Paragraph(content=(page.words("You may lodge a complaint with a supervisory authority."),)))
    for ident, controller in declared.items():
        blocks.extend(_authority(ident, controller.where.at("authority"), page))
    gaps = (page.gap(one.where.at("authority")) for one in told.controllers if not one.authority)
    blocks.extend(Paragraph(content=missing) for missing in gaps if missing)
    return page.section("complaint", "complaint", "How to complain?", blocks)


def _authority(ident: str, where: Address, page: NoticePage) -> Iterator[Block]:
    authority = authorities()[ident]
    yield Paragraph(content=(page.run(page.say.text(authority.sentence)),))
    name = page.words("{name}, {address}", name=page.say.text(authority.name), address=authority.address)
    online = Run(text=authority.complaint, link=authority.complaint)
    yield Paragraph(content=(*page.fact(where, (name,)), page.run(", "), online))
