"""The first layer (GDPR 12(1); WP260 rev.01): who, why, what may surprise, how long, your rights, one contact."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from deskprivacy.model.parties import name_of
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Description, Entry, List, Paragraph, Run, Runs, Section
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.surprises import surprises
from deskprivacy.render.phrases import contact


def block(told: Told, page: NoticePage, sections: Collection[str]) -> Section:
    """A box with six short answers, each with a link to the full text, as far as its `sections` say more."""
    full_text = {
        "retention": _link(
            page.words("How long"), "#retention", page.words("See how long we keep your data, use by use.")
        ),
        "rights": _link(page.words("Your rights"), "#rights", page.words("See what you can ask of us, and how.")),
    }
    entries = (
        *_who(told, page),
        *_why(told, page),
        *_surprises(told, page),
        *(link for name, link in full_text.items() if name in sections),
        *_contact(told, page),
    )
    return page.section("essentials", "essentials", "The essentials", [Description(entries=entries)], boxed=True)


def _who(told: Told, page: NoticePage) -> Iterator[Entry]:
    names: list[Runs] = []
    for one in told.controllers:
        known = one.trade_name or one.name
        names.append((page.run(known, link="#who"),) if known else page.gap(one.where.at("name")))
    if names := list(filter(None, names)):
        yield Entry(term=(page.words("Who"),), blocks=(Paragraph(content=page.joined(names)),))


def _why(told: Told, page: NoticePage) -> Iterator[Entry]:
    links = [(page.run(one.name or one.id, link=f"#purpose-{one.id}"),) for one in told.purposes]
    if links:
        items: tuple[tuple[Block, ...], ...] = tuple((Paragraph(content=link),) for link in links)
        yield Entry(term=(page.words("Why"),), blocks=(List(items=items),))


def _surprises(told: Told, page: NoticePage) -> Iterator[Entry]:
    lines: tuple[tuple[Block, ...], ...] = tuple((Paragraph(content=line),) for line in surprises(told, page))
    if lines:
        yield Entry(term=(page.words("What may surprise you"),), blocks=(List(items=lines),))


def _link(term: Run, anchor: str, sentence: Run) -> Entry:
    return Entry(term=(term,), blocks=(Paragraph(content=(replace(sentence, link=anchor),)),))


def _contact(told: Told, page: NoticePage) -> Iterator[Entry]:
    """One contact for each: where rights are exercised, else the data protection officer, else the controller."""
    reached: dict[Runs, list[Runs]] = {}
    for one in told.controllers:
        officer = one.dpo.contact if one.dpo else None
        found = (one.rights.contact if one.rights else None) or officer or one.contact
        if shown := contact(page, found) if found else page.gap(one.where.at("contact")):
            reached.setdefault(shown, []).append((page.run(name_of(one)),))
    lines = [
        page.phrase("{what}: {detail}", what=page.joined(names, "; "), detail=shown) if len(reached) > 1 else shown
        for shown, names in reached.items()
    ]
    if lines:
        yield Entry(term=(page.words("Contact"),), blocks=tuple(Paragraph(content=line) for line in lines))
