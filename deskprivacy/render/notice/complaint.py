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
        whose = page.words(
            "You may lodge a complaint with a supervisory authority, for instance that of the country where you live, "
            "where you work, or where you think that the law was not respected."
        )
        blocks.append(Paragraph(content=(whose,)))
    for ident, controller in declared.items():
        blocks.extend(_authority(ident, controller.where.at("authority"), page))
    gaps = (page.gap(one.where.at("authority")) for one in told.controllers if not one.authority)
    blocks.extend(Paragraph(content=missing) for missing in gaps if missing)
    return page.section("complaint", "complaint", "How to complain?", blocks)


def _authority(ident: str, where: Address, page: NoticePage) -> Iterator[Block]:
    """Neutral: GDPR 77 does not make the person write to the controller first."""
    authority = authorities()[ident]
    sentence = page.words(
        "If you consider that your rights over your data are not respected, "
        "you may lodge a complaint with {authority}.",
        authority=page.say.text(authority.to),
    )
    yield Paragraph(content=(sentence,))
    name = ", ".join(part for part in (page.say.text(authority.name), authority.address) if part)
    online = Run(text=authority.complaint, link=authority.complaint)
    yield Paragraph(content=(*page.fact(where, (page.run(name),)), page.run(", "), online))
