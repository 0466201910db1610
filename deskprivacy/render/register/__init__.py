"""The register of processing activities (GDPR 30), by the CNIL's record sheet; one file a part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deskprivacy.address import parse
from deskprivacy.duty import Gap
from deskprivacy.duty.sheets import Sheet
from deskprivacy.duty.sheets import sheets as sheets_of
from deskprivacy.law.reader import sheet as rows_of_the_sheet
from deskprivacy.model.parties import name_of
from deskprivacy.model.register import Register
from deskprivacy.render.document import Block, Document, Labels, Link, Section
from deskprivacy.render.register.annexes import (
    contracts,
    evidence,
    findings,
    questions,
    rest,
    retention,
    transfers,
    waivers,
)
from deskprivacy.render.register.cells import said
from deskprivacy.render.register.checked import Checked, OpenFinding
from deskprivacy.render.register.coverage import coverage_document
from deskprivacy.render.register.front import front
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.render.register.remaining import remaining
from deskprivacy.render.register.sheets import Filled, filled
from deskprivacy.render.register.summary import summary
from deskprivacy.words.speech import Speech

__all__ = ["Checked", "OpenFinding", "coverage_document", "register_document"]


def register_document(
    register: Register,
    gaps: Iterable[Gap],
    say: Speech,
    checked: Checked | None = None,
    *,
    untranslated: frozenset[str] = frozenset(),
) -> Document:
    """The view of the whole register, for inside: an authority may ask for it (GDPR 30(4))."""
    known, checked = tuple(gaps), checked or Checked()
    found = tuple(parse(one.address) for one in checked.open_findings if one.address)
    page = RegisterPage(register, known, say, untranslated, waived=checked.waived, found=found)
    brief = RegisterPage(register, known, say, untranslated, waived=checked.waived, found=found, brief=True)
    sections = _sections(page, brief, checked)
    title = page.run(register.settings.title)
    return Document(
        kind="register",
        id="register",
        language=say.language,
        title=title.text,
        title_language=title.language,
        author=say.listed(name_of(one) for one in register.own_controllers) or None,
        status="internal",
        banner=(page.words("Internal document: not to be published."),),
        lead=_lead(page),
        contents=tuple(Link(id=one.id, title=one.title) for one in sections),
        blocks=sections,
        labels=Labels(contents=say("Contents"), skip=say("Skip to the text"), page=say("Page")),
    )


def _sections(page: RegisterPage, brief: RegisterPage, checked: Checked) -> tuple[Section, ...]:
    """The parts in their order. The sheets are made first, for the summary counts what they lack."""
    sheets = tuple(sheets_of(page.register))
    own = [filled(page, one) for one in sheets if not one.activity.is_processor_sheet]
    for_others = [filled(page, one) for one in sheets if one.activity.is_processor_sheet]
    parts = [
        summary(brief, [*own, *for_others]),
        front(page),
        *_records(page, own),
        *_records_for_others(page, for_others),
        *_annexes(brief, sheets, checked),
    ]
    return (*parts, *remaining(page))


def _annexes(page: RegisterPage, sheets: Sequence[Sheet], checked: Checked) -> Iterator[Section]:
    yield findings.annex(page, checked.open_findings)
    yield questions.annex(page)
    yield waivers.annex(page, checked.titles)
    yield retention.annex(page, sheets)
    yield transfers.annex(page, sheets)
    yield contracts.annex(page, sheets)
    yield from rest.annex(page)
    yield from evidence.annex(page)


def _records(page: RegisterPage, sheets: Sequence[Filled]) -> Iterator[Section]:
    if not sheets:
        return
    added = [page.say.text(row.label) for row in rows_of_the_sheet().values() if row.added and row.page == "activity"]
    intro = page.words(
        "The rows follow the record sheet of the CNIL. Added to it: {rows}.",
        rows=page.say.listed(page.say("“{name}”", name=one) for one in added),
    )
    blocks: list[Block] = [*said((intro,)), *(one.section for one in sheets)]
    yield page.section("sheets", "sheets", "Record sheets", blocks)


def _records_for_others(page: RegisterPage, sheets: Sequence[Filled]) -> Iterator[Section]:
    if sheets:
        blocks = [one.section for one in sheets]
        yield page.section("processor-sheets", "sheets", "Processing carried out on behalf of others", blocks)


def _lead(page: RegisterPage) -> tuple[Block, ...]:
    register, say = page.register, page.say
    names = say.listed(name_of(one) for one in register.own_controllers)
    kept = (page.words("Kept by: {controllers} (GDPR, Art. 30).", controllers=names),) if names else ()
    missing = page.missing(page.gaps)
    counted = [
        say.count("{n} activity", "{n} activities", len(register.activities)),
        say.count("{n} fact to be completed", "{n} facts to be completed", missing),
        say.count("{n} open question", "{n} open questions", len(register.open_questions)),
    ]
    legend = page.words(
        "What the law asks for and is missing is marked “To be completed”; wherever it is marked, it is counted once."
    )
    marked = (legend,) if missing else ()
    return (*said(kept, (page.run(", ".join(counted) + "."),), marked), *page.translation_note())
