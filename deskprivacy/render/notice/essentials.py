"""The first layer (GDPR 12(1); WP260 rev.01): who, why, what may surprise, how long, your rights, one contact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deskprivacy.render.document import Block, Description, Entry, List, Paragraph, Run, Runs, Section
from deskprivacy.render.notice.covered import Covered
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.surprises import surprises
from deskprivacy.render.phrases import contact


def block(covered: Covered, page: NoticePage) -> Section:
    """A box with six short answers, each with a link to the full text."""
    entries = (
        *_who(covered, page),
        *_why(covered, page),
        *_surprises(covered, page),
        _link(page.words("How long"), "#retention", page.words("Each use has its own period.")),
        _link(page.words("Your rights"), "#rights", page.words("See what you can ask of us, and how.")),
        *_contact(covered, page),
    )
    return page.section("essentials", "essentials", "The essentials", [Description(entries=entries)], boxed=True)


def _who(covered: Covered, page: NoticePage) -> Iterator[Entry]:
    names: list[Runs] = []
    for one in covered.controllers:
        known = one.trade_name or one.name
        names.append((page.run(known, link="#who"),) if known else page.gap(one.where.at("name")))
    if names:
        yield Entry(term=(page.words("Who"),), blocks=(Paragraph(content=page.joined(names)),))


def _why(covered: Covered, page: NoticePage) -> Iterator[Entry]:
    links = [(page.run(one.name or one.id, link=f"#purpose-{one.id}"),) for one in covered.purposes]
    if links:
        items: tuple[tuple[Block, ...], ...] = tuple((Paragraph(content=link),) for link in links)
        yield Entry(term=(page.words("Why"),), blocks=(List(items=items),))


def _surprises(covered: Covered, page: NoticePage) -> Iterator[Entry]:
    lines: tuple[tuple[Block, ...], ...] = tuple((Paragraph(content=line),) for line in surprises(covered, page))
    if lines:
        yield Entry(term=(page.words("What may surprise you"),), blocks=(List(items=lines),))


def _link(term: Run, anchor: str, sentence: Run) -> Entry:
    return Entry(term=(term,), blocks=(Paragraph(content=(replace(sentence, link=anchor),)),))


def _contact(covered: Covered, page: NoticePage) -> Iterator[Entry]:
    """One contact: where rights are exercised, else the data protection officer, else the controller."""
    for one in covered.controllers:
        officer = one.dpo.contact if one.dpo else None
        found = (one.rights.contact if one.rights else None) or officer or one.contact
        shown = contact(page, found) if found else page.gap(one.where.at("contact"))
        if shown:
            yield Entry(term=(page.words("Contact"),), blocks=(Paragraph(content=shown),))
