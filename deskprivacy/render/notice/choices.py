"""«What choices do you have?»: how to say no to each use, and how to withdraw consent (GDPR 7(3), 13(2)(c))."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.model.data import LegalBasis, Purpose
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Description, Entry, Paragraph, Runs, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import cases, choice, narrowing


def block(told: Told, page: NoticePage) -> Section | None:
    """A term for each purpose that the reader can refuse, or to which consent can be withdrawn."""
    entries: list[Entry] = []
    for purpose in told.purposes:
        if ways := tuple(_ways(purpose, page)):
            link = page.run(purpose.name or purpose.id, link=f"#purpose-{purpose.id}")
            entries.append(Entry(term=(link,), blocks=ways))
    if not entries and not page.is_awaited("choices"):
        return None
    blocks: list[Block] = [Description(entries=tuple(entries))] if entries else []
    return page.section("choices", "choices", "What choices do you have?", blocks)


def _ways(purpose: Purpose, page: NoticePage) -> Iterator[Block]:
    if purpose.choice:
        yield from cases(page, purpose.where.at("choice"), purpose.choice, lambda one: choice(page, one))
    for basis in purpose.legal_basis or ():
        if basis.basis == "consent" and basis.withdraw:
            yield Paragraph(content=_withdrawal(basis, page))


def _withdrawal(basis: LegalBasis, page: NoticePage) -> Runs:
    scope = narrowing(page, basis)
    lead = page.words("To withdraw your consent: ")
    return (lead, *page.line(basis.withdraw or ""), *((page.run(" ("), *scope, page.run(")")) if scope else ()))
