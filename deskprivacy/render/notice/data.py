"""«Which data?»: the categories with their items, and where they come from (GDPR 13(2)(e), 14(1)(d), 14(2)(f))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from deskprivacy.model.activities import Required
from deskprivacy.model.data import DataCategory, Item
from deskprivacy.model.parties import Source
from deskprivacy.model.told import Told
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Block, Entry, List, Paragraph, Run, Runs, Section
from deskprivacy.render.notice import persons
from deskprivacy.render.notice.headings import sections, terms
from deskprivacy.render.notice.links import linked
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.uses import data_of, parts_of, told_cases
from deskprivacy.render.phrases import either, named, required, together
from deskprivacy.render.phrases.facts import must_be_given
from deskprivacy.render.phrases.names import clause, sentence, unended


def block(told: Told, page: NoticePage) -> Section:
    """A section for each category, then the sources, then what must be given."""
    blocks: list[Block] = [*sections(_category(category, told, page) for category in told.categories)]
    blocks.extend(persons.block(told, page))
    if told.sources:
        entries = tuple(terms(_source(source, page) for source in told.sources))
        blocks.append(page.section("sources", "sources", "Where do your data come from?", entries, level=3))
    if duty := list(_duty_to_give(told, page)):
        blocks.append(page.section("required", "required", "Do you have to give us these data?", duty, level=3))
    return page.section("data", "data", "Which data?", blocks)


def _category(category: DataCategory, told: Told, page: NoticePage) -> Section:
    uses = told.uses_by_category[category.id]
    blocks: list[Block] = list(page.prose(category.description)) if category.description else []
    if items := _items(uses):
        blocks.append(List(items=tuple((Paragraph(content=_item(item, page)),) for item in items)))
    persons = dict.fromkeys(one for use in uses for one in use.data_subjects)
    if persons and len(told.data_subjects) > 1:
        names = together(page, named(page, "data_subjects", persons))
        blocks.append(Paragraph(content=page.phrase("Whose data: {persons}.", persons=names)))
    sources = dict.fromkeys(source.id for use in uses for source in use.sources)
    if sources:
        names = together(page, named(page, "sources", sources))
        blocks.append(Paragraph(content=page.phrase("Where from: {sources}.", sources=names)))
    blocks.extend(Paragraph(content=runs) for runs in (*_conditions(uses, page), *_gaps_of(category, uses, page)))
    for where in (category.where, *(use.where for use in uses)):
        blocks.extend(page.notes(where, besides=("retention",)))
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
    runs: Runs = (page.run(item.name, strong=bool(item.description or item.examples)),)
    if item.description:
        runs = page.phrase("{what}: {detail}", what=runs, detail=page.line(item.description))
    if item.examples:
        runs = page.phrase("{what}, for example {examples}", what=runs, examples=page.line(item.examples))
    if item.special:
        special = page.say.term("special_category", item.special)
        runs = page.phrase("{what} (sensitive data: {category})", what=runs, category=special)
    if item.criminal:
        runs = page.phrase("{what} (data on offences)", what=runs)
    if item.national_id:
        runs = page.phrase("{what} (national identification number)", what=runs)
    if item.concerns:
        others = together(page, named(page, "data_subjects", item.concerns))
        runs = page.phrase("{what} (also concerns: {others})", what=runs, others=others)
    return runs


def _conditions(uses: tuple[DataUse, ...], page: NoticePage) -> Iterator[Runs]:
    """What allows the use of special or offence data (GDPR 9(2), 10), with the purposes for which it does."""
    found: dict[tuple[Runs, Runs], dict[str, None]] = {}
    for use in uses:
        if use.line.condition:
            ground: Runs = (page.run(page.say.term("special_condition", use.line.condition.ground)),)
            said = page.fact(use.where.at("condition"), ground)
            found.setdefault((parts_of(page, use), said), {}).update(dict.fromkeys(use.purposes))
    for (parts, said), purposes in found.items():
        if purposes:
            links = page.joined(linked(page, "purposes", purposes), "; ")
            said = page.phrase("{what} (for: {purposes})", what=said, purposes=links)
        if parts:
            yield page.phrase("What allows the use of these data ({data}): {condition}.", data=parts, condition=said)
        else:
            yield page.phrase("What allows the use of these data: {condition}.", condition=said)


def _gaps_of(category: DataCategory, uses: tuple[DataUse, ...], page: NoticePage) -> Iterator[Runs]:
    yield from page.marks(page.gaps_below(category.where))
    for use in uses:
        yield from page.marks(gap for gap in page.gaps_below(use.where) if gap.row.block == "data")


def _source(source: Source, page: NoticePage) -> Entry:
    runs: list[Run] = []
    if source.origin:
        ways = either(page, [(page.run(_origins(page)[origin]),) for origin in source.origin])
        runs += page.fact(source.where.at("origin"), sentence(page, ways))
    else:
        runs += page.gap(source.where.at("origin"))
    if source.url:
        runs += [Run(text=" · "), Run(text=source.url, link=source.url)]
    blocks: list[Block] = [Paragraph(content=tuple(runs))] if runs else []
    if source.recipient:
        names = page.joined(named(page, "recipients", [source.recipient]))
        blocks.append(Paragraph(content=page.phrase("Given by: {recipient}.", recipient=names)))
    if source.description:
        blocks.extend(page.prose(source.description))
    blocks.extend(Paragraph(content=mark) for mark in page.marks(page.gaps_below(source.where)))
    blocks.extend(page.notes(source.where))
    return Entry(term=(page.run(source.name or source.id),), blocks=tuple(blocks))


def _origins(page: NoticePage) -> dict[str, str]:
    """How data come from a source of an origin, in words to the person."""
    say = page.say
    return {
        "data-subject": say("you give them to us"),
        "observed": say("we observe them"),
        "third-party": say("a third party gives them to us"),
        "inferred": say("we infer them from other data"),
        "public": say("we take them from a publicly accessible source"),
    }


def _duty_to_give(told: Told, page: NoticePage) -> Iterator[Block]:
    """What is said of giving data, once for each way in which it is said, with the data of which it is said."""
    said: dict[tuple[Runs, Runs], list[DataUse]] = {}
    by_category: dict[str, list[tuple[tuple[Runs, Runs], DataUse]]] = {}
    for category in told.categories:
        for use in told.uses_by_category[category.id]:
            entries = _said_of(use, told.register.uses[use.activity.id])
            for entry, how in told_cases(page, entries, partial(_duty, page), use.circumstance):
                key = (how, _otherwise(page, entry))
                said.setdefault(key, []).append(use)
                by_category.setdefault(category.id, []).append((key, use))
    for (how, otherwise), uses in said.items():
        data = dict.fromkeys(
            _told_apart(use, [one for key, one in by_category[use.category.id] if key != (how, otherwise)], page)
            for use in uses
        )
        yield Paragraph(content=page.phrase("{what}:", what=how))
        yield List(items=tuple((Paragraph(content=one),) for one in data))
        if otherwise:
            yield Paragraph(content=otherwise)


def _told_apart(use: DataUse, others: Iterable[DataUse], page: NoticePage) -> Runs:
    """The data of a use; with what they are used for, where something else is said of the same data in another use."""
    data = data_of(page, use)
    alike = [one for one in others if one.where != use.where and _share_data(one, use)]
    if not alike or not use.purposes:
        return data
    purposes = page.joined(linked(page, "purposes", use.purposes), "; ")
    if use.data_subjects and any(set(one.purposes) == set(use.purposes) for one in alike):
        persons = together(page, named(page, "data_subjects", use.data_subjects))
        return page.phrase(
            "{what} (for: {purposes}; whose data: {persons})", what=data, purposes=purposes, persons=persons
        )
    return page.phrase("{what} (for: {purposes})", what=data, purposes=purposes)


def _share_data(one: DataUse, other: DataUse) -> bool:
    """Whether two uses of one category are of the same items of it."""
    return (
        not one.items or not other.items or bool({id(item) for item in one.items} & {id(item) for item in other.items})
    )


def _duty(page: NoticePage, one: Required) -> Runs:
    duty = must_be_given(page, one)
    return page.phrase("These data are {required}", required=duty) if duty else unended(required(page, one))


def _otherwise(page: NoticePage, one: Required) -> Runs:
    """What follows if the data are not given, where that is not all that is said."""
    if not one.otherwise or not must_be_given(page, one):
        return ()
    return page.phrase("If you do not give them: {consequence}.", consequence=clause(page, one.otherwise))


def _said_of(use: DataUse, uses: Iterable[DataUse]) -> list[Required]:
    """What is said of giving these data: of what others give, only what the sheet says of nothing else."""
    if use.line.required is not None or not _is_only_received(use):
        return list(use.required or ())
    given = [entry for one in uses if not _is_only_received(one) for entry in one.required or ()]
    return [entry for entry in use.required or () if not any(entry is one for one in given)]


def _is_only_received(use: DataUse) -> bool:
    """Whether the person gives none of these data: nobody must give what we observe, infer or get from others."""
    return bool(use.sources) and all(one.origin and "data-subject" not in one.origin for one in use.sources)
