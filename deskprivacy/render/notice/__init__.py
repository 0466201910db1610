"""The notice: what GDPR 12–14 and LIL 82 ask to be told, one file a block, in the order in which people ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from deskprivacy.duty.gaps import Gap
from deskprivacy.model.notices import Notice
from deskprivacy.model.parties import name_of
from deskprivacy.model.register import Register
from deskprivacy.model.told import Told, told
from deskprivacy.render.document import Block, Document, Labels, Link, Paragraph, Runs, Section, runs
from deskprivacy.render.notice import (
    changes,
    choices,
    commitments,
    complaint,
    data,
    decisions,
    essentials,
    objection,
    purposes,
    recipients,
    retention,
    rights,
    security,
    trackers,
    transfers,
    who,
)
from deskprivacy.render.notice.notes import Note
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.remaining import remaining, reviewed, undecided
from deskprivacy.render.phrases import named, together
from deskprivacy.words.speech import Speech

Maker = Callable[[Told, NoticePage], Section | None]

# The blocks in their order; `after` of a section written by hand names one of them.
BLOCKS: Mapping[str, Maker] = {
    "who": who.block,
    "data": data.block,
    "purposes": purposes.block,
    "decisions": decisions.block,
    "retention": retention.block,
    "recipients": recipients.block,
    "transfers": transfers.block,
    "trackers": trackers.block,
    "security": security.block,
    "commitments": commitments.block,
    "choices": choices.block,
    "objection": objection.block,
    "rights": rights.block,
    "complaint": complaint.block,
    "changes": changes.block,
    "see-also": changes.see_also,
}

_OPEN = frozenset({"gap", "proposed", "disputed"})  # the marks of what is missing or not decided


def notice_document(
    shown: Register,
    ident: str,
    gaps: Iterable[Gap],
    say: Speech,
    untranslated: frozenset[str] = frozenset(),
    notes: Iterable[Note] = (),
) -> Document:
    """The view of one notice. `shown` is `public(register)` in its language.

    `gaps` and `notes` are those of the whole register: a draft shows its own, a published notice none.
    """
    notice = shown.notices[ident]
    facts = told(shown, notice)
    is_published = notice.status == "published"
    entities = {one.where for one in facts.entities()}
    own = (note for note in notes if note.where.entity in entities)
    asked = (gap for gap in gaps if ident in gap.notices)
    page = NoticePage(shown, asked, say, untranslated, own, tells=entities, is_published=is_published)
    sections = tuple(one for name in BLOCKS for one in _with_free_sections(name, facts, page))
    # The essentials are made last: the full text has the first say on where a gap is shown.
    lead = (*_lead(notice, page), essentials.block(facts, page, {one.name for one in sections}))
    sections = (*sections, *filter(None, [undecided(facts, page)]))
    title = page.run(notice.name or notice.id)
    return Document(
        kind="notice",
        id=notice.id,
        language=say.language,
        title=title.text,
        title_language=title.language,
        author=say.listed(map(name_of, facts.controllers)) or None,
        status="published" if is_published else "draft",
        banner=() if is_published else _draft(page, (*lead, *sections)),
        lead=lead,
        contents=tuple(Link(id=one.id, title=one.title) for one in sections),
        blocks=sections,
        labels=_labels(say, is_published=is_published),
    )


def _labels(say: Speech, *, is_published: bool) -> Labels:
    return Labels(
        contents=say("Contents"),
        skip=say("Skip to the text"),
        page=say("Page"),
        watermark="" if is_published else say("Draft"),
    )


def _draft(page: NoticePage, blocks: Iterable[Block]) -> Runs:
    """That this is a draft, and why where the text itself shows it."""
    if any(run.mark in _OPEN for run in runs(blocks)):
        return (page.words("Draft, not published: facts are missing or not decided."),)
    return (page.words("Draft, not published."),)


def _with_free_sections(name: str, facts: Told, page: NoticePage) -> Iterator[Section]:
    section = BLOCKS[name](facts, page)
    if section is not None and (section.blocks or not page.is_published):  # a heading over nothing tells of a gap
        yield _with(section, remaining(facts, page, name), reviewed(facts, page, name))
    for position, free in enumerate(facts.notice.sections):
        if (free.after or "complaint") == name:
            yield Section(
                id=f"section-{position + 1}",
                name="free",
                title=page.line(free.title),
                level=2,
                blocks=(*page.prose(free.text), *page.notes(facts.notice.where.at("sections", position))),
            )


def _with(section: Section, *rest: Section | None) -> Section:
    return replace(section, blocks=(*section.blocks, *filter(None, rest)))


def _lead(notice: Notice, page: NoticePage) -> Iterator[Block]:
    dated: Runs = ()
    if notice.version:
        dated = page.fact(notice.where.at("version"), (page.words("Version {version}", version=notice.version),))
    if notice.effective:
        since = page.words("in force from {date}", date=page.say.date(notice.effective))
        dated = (*dated, *((page.run(", "),) if dated else ()), *page.fact(notice.where.at("effective"), (since,)))
    if dated:
        yield Paragraph(content=dated)
    yield from page.translation_note()
    if notice.description:
        yield from page.prose(notice.description)
    if notice.collection_points:
        points = together(page, named(page, "sources", notice.collection_points))
        yield Paragraph(content=page.phrase("Shown in short where data are collected: {sources}.", sources=points))
    if notice.introduction:
        yield from page.prose(notice.introduction)
    yield from page.notes(notice.where)
