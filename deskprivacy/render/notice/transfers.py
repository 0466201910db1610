"""«Outside the EEA?»: the transfers, what protects them, and how to get a copy (GDPR 13(1)(f), 14(1)(f))."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.model.parties import Recipient
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Description, Entry, Paragraph, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import named, together, transfer_cases


def block(told: Told, page: NoticePage) -> Section:
    """The recipients that transfer data, then those declared to transfer none."""
    entries: list[Entry] = []
    for recipient in told.recipients:
        entries.extend(_entries(recipient, told, page))
    blocks: list[Block] = [Description(entries=tuple(entries))] if entries else []
    unknown = [one.id for one in told.recipients if page.gaps_within(one.where.at("country"))]
    if unknown:
        names = page.joined(named(page, "recipients", unknown), "; ")
        sentence = page.phrase(
            "The country of these recipients is not declared, so nothing says whether your data leave "
            "the European Economic Area: {names}.",
            names=names,
        )
        blocks.append(Paragraph(content=sentence))
    if kept := [one.id for one in told.recipients if one.transfer == ()]:
        names = together(page, named(page, "recipients", kept))
        stays = page.phrase("No transfer outside the European Economic Area: {recipients}.", recipients=names)
        blocks.append(Paragraph(content=stays))
        blocks += [note for ident in kept for note in page.notes(page.register.recipients[ident].where.at("transfer"))]
    return page.section("transfers", "transfers", "Outside the European Economic Area?", blocks)


def _entries(recipient: Recipient, told: Told, page: NoticePage) -> Iterator[Entry]:
    own = [(recipient.where.at("transfer"), recipient.transfer)] if recipient.transfer else []
    lines = [
        (one.where.at("transfer"), one.line.transfer)
        for one in told.disclosures_by_recipient.get(recipient.id, ())
        if one.line.transfer
    ]
    blocks: list[Block] = []
    for where, entries in (*own, *lines):
        blocks.extend(transfer_cases(page, where, entries))
        blocks.extend(Paragraph(content=mark) for mark in page.marks(page.gaps_below(where)))
        blocks.extend(page.notes(where))
    if not own and (missing := page.gap(recipient.where.at("transfer"))):
        blocks.append(Paragraph(content=missing))
    if blocks:
        yield Entry(term=(page.run(recipient.name or recipient.id),), blocks=tuple(blocks))
