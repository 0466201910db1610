"""«Who receives them?»: the recipients, what each gets, and why (GDPR 13(1)(e), 14(1)(e))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskprivacy.model.parties import Member, Recipient
from deskprivacy.model.told import Told
from deskprivacy.model.uses import Disclosure
from deskprivacy.render.document import Block, Description, Entry, Paragraph, Run, Runs, Section
from deskprivacy.render.notice.disclosures import what_it_gets
from deskprivacy.render.notice.headings import sections
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import (
    contact,
    countries,
    named,
    together,
)
from deskprivacy.render.phrases.names import clause


def block(told: Told, page: NoticePage) -> Section:
    """A section for each recipient that is not one of our own departments."""
    outside = [one for one in told.recipients if one.role != "internal"]
    inside = [one for one in told.recipients if one.role == "internal"]
    blocks: list[Block] = []
    if inside:
        names = together(page, named(page, "recipients", [one.id for one in inside]))
        blocks.append(Paragraph(content=page.phrase("Among us: {departments}.", departments=names)))
    if told.activities and all(one.recipients == {} for one in told.activities) and not outside:
        blocks.append(Paragraph(content=(page.words("Your data are communicated to nobody."),)))
    blocks += sections(_recipient(one, told.disclosures_by_recipient.get(one.id, ()), page) for one in outside)
    return page.section("recipients", "recipients", "Who receives them?", blocks)


def _recipient(recipient: Recipient, given: tuple[Disclosure, ...], page: NoticePage) -> Section:
    where = recipient.where
    blocks: list[Block] = list(page.prose(recipient.description)) if recipient.description else []
    entries = (
        *page.entry("Role", where.at("role"), _term("recipient_role", recipient.role, page)),
        *_sector(recipient, page),
        *page.entry("Service", where.at("service"), (page.run(recipient.service),) if recipient.service else ()),
        *page.entry(
            "Group", where.at("group"), (page.words("a company of our group"),) if _in_group(recipient) else ()
        ),
        *_members(recipient, page),
        *what_it_gets(given, page),
        *page.entry("Country", where.at("country"), _country(recipient, page)),
        *page.entry("Data stored in", where.at("stored_in"), countries(page, recipient.stored_in)),
        *page.entry("Data accessed from", where.at("access_from"), countries(page, recipient.access_from)),
        *_essence(recipient, page),
        *_links(recipient, page),
        *_rights(recipient, page),
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


def _sector(recipient: Recipient, page: NoticePage) -> Iterable[Entry]:
    """Its line of business, unless its part says it with the same words."""
    sector = _term("sector", recipient.sector, page)
    if not sector or sector != _term("recipient_role", recipient.role, page):
        yield from page.entry("Activity", recipient.where.at("sector"), sector)


def _in_group(recipient: Recipient) -> bool:
    """Whether it is told apart that it is of our group: a line of business may say so already."""
    return bool(recipient.group) and recipient.sector != "group-company"


def _country(recipient: Recipient, page: NoticePage) -> Runs:
    return (page.run(page.say.country(recipient.country)),) if recipient.country else ()


def _members(recipient: Recipient, page: NoticePage) -> Iterator[Entry]:
    names = [_member(one, page) for one in (recipient.members or {}).values()]
    if names:
        yield Entry(term=(page.words("Companies"),), blocks=(Paragraph(content=together(page, names)),))


def _member(one: Member, page: NoticePage) -> Runs:
    country = (page.run(page.say.country(one.country)),) if one.country else ()
    details = [part for part in (country, clause(page, one.description or "")) if part]
    name: Runs = (page.run(one.name),)
    return page.phrase("{what} ({detail})", what=name, detail=page.joined(details, "; ")) if details else name


def _rights(recipient: Recipient, page: NoticePage) -> Iterator[Entry]:
    """How one exercises one's rights with a recipient that answers for itself."""
    rights, where = recipient.rights, recipient.where.at("rights")
    if rights is None:
        return
    say = page.say
    reached = contact(page, rights.contact) if rights.contact else ()
    lines = [
        page.fact(where.at("contact"), reached) if reached else (),
        (page.words("Online: "), *page.line(rights.online)) if rights.online else (),
        page.phrase("Time to answer: {delay}", delay=say.period(rights.delay)) if rights.delay else (),
        page.phrase("Check of your identity: {check}", check=say.term("identity_check", rights.identity))
        if rights.identity
        else (),
    ]
    blocks: list[Block] = [Paragraph(content=line) for line in lines if line]
    for right, practice in (rights.by_right or {}).items():
        for text in (practice.how, practice.limit):
            if text:
                named_right: Runs = (page.run(say.term("right", right)),)
                blocks.append(
                    Paragraph(content=page.phrase("{what}: {detail}", what=named_right, detail=page.line(text)))
                )
    if blocks:
        yield Entry(term=(page.words("Your rights with it"),), blocks=tuple(blocks))


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
