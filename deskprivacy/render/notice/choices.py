"""«What choices do you have?»: how to say no to each use, and how to withdraw consent (GDPR 7(3), 13(2)(c))."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.duty.rights import needs_explicit_consent
from deskprivacy.model.data import LegalBasis, Purpose
from deskprivacy.model.told import Told
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Block, Description, Entry, Paragraph, Runs, Section
from deskprivacy.render.notice.links import linked
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.uses import parts_of
from deskprivacy.render.phrases import cases, choice, narrowing, together


def block(told: Told, page: NoticePage) -> Section | None:
    """A term for each purpose that the reader can refuse, or to which consent can be withdrawn."""
    entries: list[Entry] = []
    for purpose in told.purposes:
        if ways := tuple(_ways(purpose, told, page)):
            link = page.run(purpose.name or purpose.id, link=f"#purpose-{purpose.id}")
            entries.append(Entry(term=(link,), blocks=ways))
    if not entries and not page.is_awaited("choices"):
        return None
    blocks: list[Block] = [Description(entries=tuple(entries))] if entries else []
    return page.section("choices", "choices", "What choices do you have?", blocks)


def _ways(purpose: Purpose, told: Told, page: NoticePage) -> Iterator[Block]:
    if purpose.choice:
        yield from _explicit(purpose, told, page)
        yield from cases(page, purpose.where.at("choice"), purpose.choice, lambda one: choice(page, one))
    for basis in purpose.legal_basis or ():
        if basis.basis == "consent" and basis.withdraw:
            yield Paragraph(content=_withdrawal(basis, page))


def _explicit(purpose: Purpose, told: Told, page: NoticePage) -> Iterator[Block]:
    """That the choice of a purpose withdraws the explicit consent to its special data, unless that is told apart."""
    uses = [one for one in told.uses_by_purpose.get(purpose.id, ()) if needs_explicit_consent(one.line)]
    if uses and all(basis.basis != "consent" for basis in purpose.legal_basis or ()):
        data = together(page, [*dict.fromkeys(_consented(page, use) for use in uses)])
        yield Paragraph(
            content=page.phrase("How to withdraw your explicit consent to the use of these data: {data}.", data=data)
        )


def _consented(page: NoticePage, use: DataUse) -> Runs:
    return parts_of(page, use) or linked(page, "data_categories", [use.category.id])[0]


def _withdrawal(basis: LegalBasis, page: NoticePage) -> Runs:
    scope = narrowing(page, basis)
    lead = page.words("To withdraw your consent: ")
    return (lead, *page.line(basis.withdraw or ""), *((page.run(" ("), *scope, page.run(")")) if scope else ()))
