"""Annex: on what evidence facts rest, and the texts taken over, with what was left out of them."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.model.citations import all_evidence
from deskprivacy.model.side import Takeover
from deskprivacy.render.document import Block, Runs, Section
from deskprivacy.render.page import Page
from deskprivacy.render.register.addresses import in_words_together
from deskprivacy.render.register.cells import Cell, labelled, listed, said, table

_TOLD_BESIDE = ("activities", "measures", "waivers")  # the sheets and the annex of waivers have theirs


def annex(page: Page) -> Iterator[Section]:
    """A row for each piece of evidence, then one for each text; nothing where there is neither."""
    blocks: list[Block] = []
    say = page.say
    resting: dict[str, list[Address]] = {}
    for evidence, where in all_evidence(page.register):
        if where.keys or where.kind not in _TOLD_BESIDE:
            resting.setdefault(evidence, []).append(where)
    if rows := [_row(page, evidence, found) for evidence, found in resting.items()]:
        blocks.append(table(page, say("On what evidence facts rest"), (say("Evidence"), say("Facts")), rows))
    if texts := [_text(page, one) for one in page.register.takeovers.values()]:
        columns = (say("Text"), say("Left out, and why"))
        blocks.append(table(page, say("Texts taken over"), columns, texts))
    if blocks:
        yield page.section("annex-evidence", "annex", "Annex: evidence and texts taken over", blocks)


def _row(page: Page, evidence: str, found: list[Address]) -> tuple[Cell, ...]:
    facts = in_words_together(page, found)
    return said((page.run(evidence),)), listed(said(fact) for fact in facts)


def _text(page: Page, one: Takeover) -> tuple[Cell, ...]:
    paragraphs: Runs = (page.run(str(one.paragraphs)),) if one.paragraphs else ()
    dropped = (labelled(page, page.run(ident), page.line(why)) for ident, why in (one.dropped or {}).items())
    return (
        said((page.run(one.title),), labelled(page, page.words("Paragraphs"), paragraphs)),
        listed(said(line) for line in dropped) or said((page.words("nothing"),)),
    )
