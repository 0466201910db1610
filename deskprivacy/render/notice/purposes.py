"""«Why, and by what right?»: each purpose with its basis, data, periods, recipients and choices (GDPR 13(1)(c)–(d))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskprivacy.model.data import Purpose
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Block, Description, Entry, List, Paragraph, Runs, Section
from deskprivacy.render.notice.covered import Covered
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import basis, cases, choice, items, retention_use


def block(covered: Covered, page: NoticePage) -> Section:
    """A section for each purpose, then the data whose purpose is not declared."""
    blocks: list[Block] = [_purpose(purpose, covered, page) for purpose in covered.purposes]
    if covered.undeclared_uses:
        blocks.append(_undeclared(covered.undeclared_uses, page))
    return page.section("purposes", "purposes", "Why, and by what right?", blocks)


def _purpose(purpose: Purpose, covered: Covered, page: NoticePage) -> Section:
    blocks: list[Block] = list(page.prose(purpose.description)) if purpose.description else []
    entries = (
        *_basis(purpose, page),
        *_data(covered.uses_by_purpose.get(purpose.id, ()), page),
        *_retention(covered.uses_by_purpose.get(purpose.id, ()), page),
        *_recipients(purpose, covered, page),
        *_trackers(purpose, covered, page),
        *_choice(purpose, page),
    )
    if entries:
        blocks.append(Description(entries=entries))
    return Section(
        id=f"purpose-{purpose.id}",
        name="purpose",
        title=(page.run(purpose.name or purpose.id),),
        level=3,
        blocks=tuple(blocks),
    )


def _basis(purpose: Purpose, page: NoticePage) -> Iterator[Entry]:
    where = purpose.where.at("legal_basis")
    if purpose.legal_basis:
        blocks = cases(page, where, purpose.legal_basis, lambda one: basis(page, one))
        missing = [Paragraph(content=mark) for mark in page.marks(page.gaps_below(where))]
        yield Entry(term=(page.words("Legal basis"),), blocks=(*blocks, *missing))
    else:
        yield from page.entry("Legal basis", where, ())


def _data(uses: Iterable[DataUse], page: NoticePage) -> Iterator[Entry]:
    """Category by category; the items only where a line picks some out."""
    shown = tuple((Paragraph(content=_use(use, page)),) for use in uses)
    if shown:
        yield Entry(term=(page.words("Data"),), blocks=(List(items=shown),))


def _use(use: DataUse, page: NoticePage) -> Runs:
    category = page.run(use.category.name or use.category.id, link=f"#data-{use.category.id}")
    picked = (page.words(": "), *items(page, use.items)) if use.line.items else ()
    when = (page.run(", "), *page.line(use.line.when)) if use.line.when else ()
    return (category, *picked, *when)


def _retention(uses: Iterable[DataUse], page: NoticePage) -> Iterator[Entry]:
    """Each rule once, with the data that it holds for where several rules apply."""
    held: dict[Runs, list[str]] = {}
    for use in uses:
        for one in use.retention or ():
            names = held.setdefault(retention_use(page, one), [])
            name = use.category.name or use.category.id
            if name not in names:
                names.append(name)
    if len(held) == 1:
        yield Entry(term=(page.words("How long"),), blocks=(Paragraph(content=next(iter(held))),))
    elif held:
        lines = tuple(
            (Paragraph(content=(page.words("{data}: ", data=page.say.listed(names)), *runs)),)
            for runs, names in held.items()
        )
        yield Entry(term=(page.words("How long"),), blocks=(List(items=lines),))


def _recipients(purpose: Purpose, covered: Covered, page: NoticePage) -> Iterator[Entry]:
    names = {one.recipient.id: one.recipient for one in covered.disclosures_by_purpose.get(purpose.id, ())}
    if names:
        linked = [(page.run(one.name or one.id, link=f"#recipient-{one.id}"),) for one in names.values()]
        yield Entry(term=(page.words("Who receives them"),), blocks=(Paragraph(content=page.joined(linked)),))


def _trackers(purpose: Purpose, covered: Covered, page: NoticePage) -> Iterator[Entry]:
    trackers = covered.trackers_by_purpose.get(purpose.id, ())
    if trackers:
        names = [(page.run(one.name or one.id, link=f"#tracker-{one.id}"),) for one in trackers]
        yield Entry(term=(page.words("Trackers"),), blocks=(Paragraph(content=page.joined(names)),))


def _choice(purpose: Purpose, page: NoticePage) -> Iterator[Entry]:
    where = purpose.where.at("choice")
    if purpose.choice:
        yield Entry(
            term=(page.words("How to say no"),),
            blocks=cases(page, where, purpose.choice, lambda one: choice(page, one)),
        )
    else:
        yield from page.entry("How to say no", where, ())


def _undeclared(uses: tuple[DataUse, ...], page: NoticePage) -> Section:
    names = list(dict.fromkeys(use.category.name or use.category.id for use in uses))
    blocks: list[Block] = [
        Paragraph(content=(page.words("Why we use these data is not declared: {data}.", data=page.say.listed(names)),))
    ]
    gaps = {gap.row.rule: gap for use in uses for gap in page.gaps_below(use.where.at("purposes"))}
    blocks.extend(Paragraph(content=mark) for mark in page.marks(gaps.values()))
    return page.section("purposes-undeclared", "purposes-undeclared", "Data whose use is not declared", blocks, level=3)
