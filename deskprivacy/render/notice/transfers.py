"""«Outside the EEA?»: the transfers, what protects them, and how to get a copy (GDPR 13(1)(f), 14(1)(f))."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.duty.abroad import places_abroad
from deskprivacy.model.parties import Recipient, Transfer
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Description, Entry, Paragraph, Runs, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import countries, named, together, transfer_cases


def block(told: Told, page: NoticePage) -> Section:
    """The recipients that are abroad or transfer data, then those declared to transfer none."""
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
    if kept := [one.id for one in told.recipients if _transfers_nothing(one, told)]:
        names = together(page, named(page, "recipients", kept))
        stays = page.phrase("No transfer outside the European Economic Area for {recipients}.", recipients=names)
        blocks.append(Paragraph(content=stays))
        blocks += [note for ident in kept for note in page.notes(page.register.recipients[ident].where.at("transfer"))]
    return page.section("transfers", "transfers", "Outside the European Economic Area?", blocks)


def untransferred(recipient: Recipient, told: Told) -> dict[str, dict[str, None]]:
    """The places outside the EEA to which no transfer is declared, by the key that declares them."""
    reached = {code for _, entries in _transfers(recipient, told) for one in entries for code in one.countries}
    found: dict[str, dict[str, None]] = {}
    for where, code in places_abroad(recipient, told.register.home):
        if code not in reached:
            found.setdefault(where.named[0], {})[code] = None
    return found


def _transfers(recipient: Recipient, told: Told) -> Iterator[tuple[Address, tuple[Transfer, ...]]]:
    """The transfers of a recipient, then those that are peculiar to what it gets here."""
    if recipient.transfer:
        yield recipient.where.at("transfer"), recipient.transfer
    for one in told.disclosures_by_recipient.get(recipient.id, ()):
        if one.line.transfer:
            yield one.where.at("transfer"), one.line.transfer


def _transfers_nothing(recipient: Recipient, told: Told) -> bool:
    """Whether it is declared of a recipient that it transfers nothing, or else of every line."""
    lines = [one.line.transfer for one in told.disclosures_by_recipient.get(recipient.id, ())]
    if recipient.transfer is None:
        return bool(lines) and all(one == () for one in lines)
    return not recipient.transfer and not any(lines)


def _entries(recipient: Recipient, told: Told, page: NoticePage) -> Iterator[Entry]:
    blocks: list[Block] = [Paragraph(content=line) for line in _places(recipient, told, page)]
    for where, entries in _transfers(recipient, told):
        blocks.extend(transfer_cases(page, where, entries))
        blocks.extend(Paragraph(content=mark) for mark in page.marks(page.gaps_below(where)))
        blocks.extend(page.notes(where))
    if not recipient.transfer and (missing := page.gap(recipient.where.at("transfer"))):
        blocks.append(Paragraph(content=missing))
    if blocks:
        yield Entry(term=(page.run(recipient.name or recipient.id),), blocks=tuple(blocks))


def _places(recipient: Recipient, told: Told, page: NoticePage) -> Iterator[Runs]:
    """Where a recipient is outside the EEA, a line for each way of being there."""
    labels = {
        "country": page.words("Country"),
        "stored_in": page.words("Data stored in"),
        "access_from": page.words("Data accessed from"),
        "members": page.words("Countries of the members"),
    }
    for key, codes in untransferred(recipient, told).items():
        place = page.fact(recipient.where.at(key), countries(page, codes))
        yield page.phrase("{what}: {detail}", what=(labels[key],), detail=place)
