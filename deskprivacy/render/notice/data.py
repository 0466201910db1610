"""«Which data?»: the categories with their items, and where they come from (GDPR 13(2)(e), 14(1)(d), 14(2)(f))."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.model.data import DataCategory, Item
from deskprivacy.model.parties import Source
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Block, Description, Entry, List, Paragraph, Run, Runs, Section
from deskprivacy.render.notice.covered import Covered
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import required


def block(covered: Covered, page: NoticePage) -> Section:
    """A section for each category, then the sources, then what must be given."""
    blocks: list[Block] = [_category(category, covered, page) for category in covered.categories]
    if covered.sources:
        entries = tuple(_source(source, page) for source in covered.sources)
        blocks.append(
            page.section("sources", "sources", "Where do your data come from?", [Description(entries=entries)], level=3)
        )
    if duty := list(_duty_to_give(covered, page)):
        blocks.append(page.section("required", "required", "Do you have to give us these data?", duty, level=3))
    return page.section("data", "data", "Which data?", blocks)


def _category(category: DataCategory, covered: Covered, page: NoticePage) -> Section:
    uses = covered.uses_by_category[category.id]
    blocks: list[Block] = list(page.prose(category.description)) if category.description else []
    if items := _items(uses):
        blocks.append(List(items=tuple((Paragraph(content=_item(item, page)),) for item in items)))
    names = list(dict.fromkeys(source.name or source.id for use in uses for source in use.sources))
    if names:
        blocks.append(Paragraph(content=(page.words("Where from: {sources}.", sources=page.say.listed(names)),)))
    blocks.extend(Paragraph(content=runs) for runs in _gaps_of(category, uses, page))
    return Section(
        id=f"data-{category.id}",
        name="category",
        title=(page.run(category.name or category.id),),
        level=3,
        blocks=tuple(blocks),
    )


def _items(uses: tuple[DataUse, ...]) -> list[Item]:
    """The items of a category that some use takes, in the order of the category, each once."""
    taken = {id(item) for use in uses for item in use.items}
    return [item for item in (uses[0].category.items or {}).values() if id(item) in taken]


def _item(item: Item, page: NoticePage) -> Runs:
    runs: list[Run] = [page.run(item.name, strong=bool(item.description or item.examples))]
    if item.description:
        runs += [page.words(": "), *page.line(item.description)]
    if item.examples:
        runs += [page.words(", for example {examples}", examples=item.examples)]
    if item.special:
        runs += [
            page.run(" "),
            page.words("(sensitive data: {category})", category=page.say.term("special_category", item.special)),
        ]
    if item.criminal:
        runs += [page.run(" "), page.words("(data on offences)")]
    if item.concerns:
        others = page.say.listed(page.register.data_subjects[one].name or one for one in item.concerns)
        runs += [page.run(" "), page.words("(also concerns: {others})", others=others)]
    return tuple(runs)


def _gaps_of(category: DataCategory, uses: tuple[DataUse, ...], page: NoticePage) -> Iterator[Runs]:
    yield from page.marks(page.gaps_below(category.where))
    for use in uses:
        yield from page.marks(gap for gap in page.gaps_below(use.where) if gap.row.block == "data")


def _source(source: Source, page: NoticePage) -> Entry:
    say = page.say
    runs: list[Run] = []
    if source.origin:
        origins = say.listed(say.term("source_origin", origin) for origin in source.origin)
        runs += page.fact(source.where.at("origin"), (page.run(origins),))
    else:
        runs += page.gap(source.where.at("origin"))
    if source.url:
        runs += [Run(text=" "), Run(text=source.url, link=source.url)]
    blocks: list[Block] = [Paragraph(content=tuple(runs))] if runs else []
    if source.description:
        blocks.extend(page.prose(source.description))
    blocks.extend(Paragraph(content=mark) for mark in page.marks(page.gaps_below(source.where)))
    return Entry(term=(page.run(source.name or source.id),), blocks=tuple(blocks))


def _duty_to_give(covered: Covered, page: NoticePage) -> Iterator[Block]:
    """What is said of giving data, once for each way in which it is said."""
    said: dict[Runs, list[str]] = {}
    for category in covered.categories:
        for use in covered.uses_by_category[category.id]:
            for entry in use.required or ():
                name = category.name or category.id
                held = said.setdefault(required(page, entry), [])
                if name not in held:
                    held.append(name)
    if said:
        items = (
            Entry(term=(page.run(page.say.listed(names)),), blocks=(Paragraph(content=runs),))
            for runs, names in said.items()
        )
        yield Description(entries=tuple(items))
