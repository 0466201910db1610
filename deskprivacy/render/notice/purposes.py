"""«Why, and on what legal basis?»: each purpose with all that concerns it (GDPR 13(1)(c)–(d))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from deskprivacy.model.circumstances import holding
from deskprivacy.model.data import Purpose
from deskprivacy.model.told import Told
from deskprivacy.model.uses import DataUse
from deskprivacy.render.document import Block, Description, Entry, List, Paragraph, Runs, Section
from deskprivacy.render.notice.headings import sections
from deskprivacy.render.notice.links import linked
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.uses import data_of, told_cases
from deskprivacy.render.phrases import basis, basis_details, cases, choice, named, retention_use


def block(told: Told, page: NoticePage) -> Section:
    """A section for each purpose, then the data whose purpose is not declared."""
    blocks: list[Block] = [*sections(_purpose(purpose, told, page) for purpose in told.purposes)]
    if told.undeclared_uses and not page.is_published:
        blocks.append(_undeclared(told.undeclared_uses, page))
    return page.section("purposes", "purposes", "Why, and on what legal basis?", blocks)


def _purpose(purpose: Purpose, told: Told, page: NoticePage) -> Section:
    blocks: list[Block] = list(page.prose(purpose.description)) if purpose.description else []
    entries = (
        *_basis(purpose, page),
        *_data(told.uses_by_purpose.get(purpose.id, ()), page),
        *_retention(purpose, told.uses_by_purpose.get(purpose.id, ()), page),
        *_recipients(purpose, told, page),
        *_trackers(purpose, told, page),
        *_choice(purpose, page),
    )
    if entries:
        blocks.append(Description(entries=entries))
    blocks.extend(page.notes(purpose.where))
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
        blocks = cases(page, where, purpose.legal_basis, partial(basis, page), partial(basis_details, page))
        missing = [Paragraph(content=mark) for mark in page.marks(page.gaps_below(where))]
        yield Entry(term=(page.words("Legal basis"),), blocks=(*blocks, *missing, *page.notes(where)))
    else:
        yield from page.entry("Legal basis", where, ())


def _data(uses: Iterable[DataUse], page: NoticePage) -> Iterator[Entry]:
    """Category by category; the items only where a line picks some out."""
    shown = tuple((Paragraph(content=data_of(page, use)),) for use in uses)
    if shown:
        yield Entry(term=(page.words("Data"),), blocks=(List(items=shown),))


def _retention(purpose: Purpose, uses: Sequence[DataUse], page: NoticePage) -> Iterator[Entry]:
    """Each rule that holds for the purpose once, with the data that it is about; these go unsaid where it is all."""
    periods = [_periods(use, purpose, page) for use in uses]
    held: dict[Runs, dict[Runs, None]] = {}
    for use, own in zip(uses, periods, strict=True):
        alike = all(kept == own for one, kept in zip(uses, periods, strict=True) if one.category.id == use.category.id)
        for period in own:
            held.setdefault(period, {})[_kept(use, page, whole=alike)] = None
    lines = [
        page.phrase("{what}: {detail}", what=page.joined(list(data), "; "), detail=runs) for runs, data in held.items()
    ]
    if len(held) == 1 and all(periods):
        yield Entry(term=(page.words("How long"),), blocks=(Paragraph(content=next(iter(held))),))
    elif lines:
        yield Entry(term=(page.words("How long"),), blocks=(List(items=tuple((Paragraph(content=x),) for x in lines)),))


def _periods(use: DataUse, purpose: Purpose, page: NoticePage) -> list[Runs]:
    """How long the data of a use are kept for one of its purposes: what holds for the others is told there."""
    known = {**use.circumstance, "purposes": (purpose.id,)}
    entries = holding(use.retention or (), known)
    return [said for _, said in told_cases(page, entries, partial(retention_use, page), known)]


def _kept(use: DataUse, page: NoticePage, *, whole: bool) -> Runs:
    """The category; with its parts, unless all that the purpose takes of it is kept alike."""
    (category,) = linked(page, "data_categories", [use.category.id])
    if whole:
        return category
    parts: list[Runs] = [(page.run(one.name),) for one in use.items] if use.line.items else []
    if use.line.when:
        parts.append(page.line(use.line.when))
    return page.phrase("{what} ({detail})", what=category, detail=page.joined(parts)) if parts else category


def _recipients(purpose: Purpose, told: Told, page: NoticePage) -> Iterator[Entry]:
    ids = dict.fromkeys(one.recipient.id for one in told.disclosures_by_purpose.get(purpose.id, ()))
    if ids:
        names = page.joined(linked(page, "recipients", ids))
        yield Entry(term=(page.words("Who receives them"),), blocks=(Paragraph(content=names),))


def _trackers(purpose: Purpose, told: Told, page: NoticePage) -> Iterator[Entry]:
    trackers = told.trackers_by_purpose.get(purpose.id, ())
    if trackers:
        names = page.joined(linked(page, "trackers", [one.id for one in trackers]))
        yield Entry(term=(page.words("Trackers"),), blocks=(Paragraph(content=names),))


def _choice(purpose: Purpose, page: NoticePage) -> Iterator[Entry]:
    where = purpose.where.at("choice")
    if purpose.choice:
        yield Entry(
            term=(page.words("How to say no"),),
            blocks=(*cases(page, where, purpose.choice, lambda one: choice(page, one)), *page.notes(where)),
        )
    else:
        yield from page.entry("How to say no", where, ())


def _undeclared(uses: tuple[DataUse, ...], page: NoticePage) -> Section:
    names = named(page, "data_categories", dict.fromkeys(use.category.id for use in uses))
    blocks: list[Block] = [List(items=tuple((Paragraph(content=name),) for name in names))]
    gaps = {gap.row.rule: gap for use in uses for gap in page.gaps_below(use.where.at("purposes"))}
    blocks.extend(Paragraph(content=mark) for mark in page.marks(gaps.values()))
    return page.section("purposes-undeclared", "purposes-undeclared", "Data whose use is not declared", blocks, level=3)
