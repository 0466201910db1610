"""«Who receives them?»: the recipients, what each gets, and why (GDPR 13(1)(e), 14(1)(e))."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.model.parties import Recipient
from deskprivacy.model.told import Told
from deskprivacy.model.uses import Disclosure
from deskprivacy.render.document import Block, Description, Entry, List, Paragraph, Run, Runs, Section
from deskprivacy.render.notice.links import linked
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.uses import circumstanced
from deskprivacy.render.phrases import choice, data_refs, named, together


def block(told: Told, page: NoticePage) -> Section:
    """A section for each recipient that is not one of our own departments."""
    outside = [one for one in told.recipients if one.role != "internal"]
    inside = [one for one in told.recipients if one.role == "internal"]
    blocks: list[Block] = []
    if inside:
        names = together(page, named(page, "recipients", [one.id for one in inside]))
        blocks.append(Paragraph(content=page.phrase("Among us: {departments}.", departments=names)))
    blocks += [_recipient(one, told.disclosures_by_recipient.get(one.id, ()), page) for one in outside]
    return page.section("recipients", "recipients", "Who receives them?", blocks)


def _recipient(recipient: Recipient, given: tuple[Disclosure, ...], page: NoticePage) -> Section:
    where = recipient.where
    blocks: list[Block] = list(page.prose(recipient.description)) if recipient.description else []
    entries = (
        *page.entry("Role", where.at("role"), _term("recipient_role", recipient.role, page)),
        *page.entry("Activity", where.at("sector"), _term("sector", recipient.sector, page)),
        *page.entry("Service", where.at("service"), (page.run(recipient.service),) if recipient.service else ()),
        *_members(recipient, page),
        *_given(given, page),
        *page.entry("Country", where.at("country"), _country(recipient, page)),
        *_essence(recipient, page),
        *_links(recipient, page),
    )
    if entries:
        blocks.append(Description(entries=entries))
    blocks += [
        Paragraph(content=mark) for mark in page.marks(g for g in page.gaps_below(where) if g.row.block == "recipients")
    ]
    blocks += [note for at in (where, *(one.where for one in given)) for note in page.notes(at, besides=("transfer",))]
    return Section(
        id=f"recipient-{recipient.id}",
        name="recipient",
        title=(page.run(recipient.name or recipient.id),),
        level=3,
        blocks=tuple(blocks),
    )


def _term(terms: str, term: str | None, page: NoticePage) -> Runs:
    return (page.run(page.say.term(terms, term)),) if term else ()


def _country(recipient: Recipient, page: NoticePage) -> Runs:
    return (page.run(page.say.country(recipient.country)),) if recipient.country else ()


def _members(recipient: Recipient, page: NoticePage) -> Iterator[Entry]:
    names = [
        page.say("{name} ({country})", name=one.name, country=page.say.country(one.country))
        if one.country
        else one.name
        for one in (recipient.members or {}).values()
    ]
    if names:
        yield Entry(term=(page.words("Companies"),), blocks=(Paragraph(content=(page.run(page.say.listed(names)),)),))


def _given(given: tuple[Disclosure, ...], page: NoticePage) -> Iterator[Entry]:
    """What it gets and why: a line for each disclosure that says something."""
    lines = [line for one in given if (line := _disclosure(one, page))]
    if len(lines) == 1:
        yield Entry(term=(page.words("What it gets, and why"),), blocks=(Paragraph(content=lines[0]),))
    elif lines:
        distinct = tuple(dict.fromkeys(lines))
        yield Entry(
            term=(page.words("What it gets, and why"),),
            blocks=(List(items=tuple((Paragraph(content=line),) for line in distinct)),),
        )


def _disclosure(one: Disclosure, page: NoticePage) -> Runs:
    purposes = page.joined(linked(page, "purposes", one.purposes))
    said = data_refs(page, one.data)
    if purposes:
        said = (
            page.phrase("{data}, for: {purposes}", data=said, purposes=purposes)
            if said
            else page.phrase("For: {purposes}", purposes=purposes)
        )
    parts = [said] if said else []
    if one.line.form:
        parts.append((page.run(page.say.term("data_form", one.line.form)),))
    if one.line.when:
        parts.append(page.line(one.line.when))
    if refusal := _refusal(one, page):
        parts.append(refusal)
    return page.joined(parts, "; ")


def _refusal(one: Disclosure, page: NoticePage) -> Runs:
    """That one may say no, and how."""
    ways = one.line.choice or ()
    how = page.joined([circumstanced(page, way, choice(page, way), ways) for way in ways], "; ")
    if not one.line.unless:
        return how
    said: Runs = (page.run(page.say.term("unless", one.line.unless)),)
    return page.phrase("{what}: {detail}", what=said, detail=how) if how else said


def _essence(recipient: Recipient, page: NoticePage) -> Iterator[Entry]:
    where = recipient.where.at("contract", "essence")
    essence = recipient.contract.essence if recipient.contract else None
    yield from page.entry("What we have arranged with it", where, page.line(essence) if essence else ())


def _links(recipient: Recipient, page: NoticePage) -> Iterator[Entry]:
    if recipient.own_use and recipient.own_use.purposes:
        yield Entry(term=(page.words("What it does for itself"),), blocks=page.prose(recipient.own_use.purposes))
    links = [link for link in (recipient.notice, recipient.own_use.notice if recipient.own_use else None) if link]
    for link in dict.fromkeys(links):
        yield Entry(term=(page.words("Its own notice"),), blocks=(Paragraph(content=(Run(text=link, link=link),)),))
    if recipient.certifications:
        listed = page.say.listed(recipient.certifications)
        yield Entry(term=(page.words("Certifications"),), blocks=(Paragraph(content=(page.run(listed),)),))
