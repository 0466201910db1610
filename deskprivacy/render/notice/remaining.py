"""What is asked or found and no sentence of a block had a place for: at its end, once for each thing."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.duty.gaps import Gap
from deskprivacy.model.told import Told
from deskprivacy.render.document import List, Paragraph, Run, Runs, Section
from deskprivacy.render.keys import WORDS, word_of
from deskprivacy.render.notice.notes import Note
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import named


def remaining(told: Told, page: NoticePage, block: str) -> Section | None:
    """The gaps of a block that it has not printed: by what is asked, with what each concerns in public words."""
    by_row: dict[str, list[Gap]] = {}
    for gap in page.unprinted(block):
        by_row.setdefault(gap.row.rule, []).append(gap)
    items = tuple((Paragraph(content=_gap(gaps, told, page)),) for gaps in by_row.values())
    if not items:
        return None
    return page.section(f"missing-{block}", "missing", "Still to be said", [List(items=items)], level=3)


def reviewed(told: Told, page: NoticePage, block: str) -> Section | None:
    """The findings of a draft that a block has not shown: by their rule, likewise."""
    by_rule: dict[str, list[Note]] = {}
    for note in page.left(block):
        by_rule.setdefault(note.rule, []).append(note)
    items = tuple(
        (Paragraph(content=_with_facts((page.note(notes[0]),), [one.where for one in notes], told, page)),)
        for notes in by_rule.values()
    )
    if not items:
        return None
    return page.section(f"review-{block}", "review", "Other points to review", [List(items=items)], level=3)


def undecided(told: Told, page: NoticePage) -> Section | None:
    """What is proposed or disputed and no block has marked, because it is no sentence of its own: by its key."""
    said = dict.fromkeys(_undecided(where, told, page) for where in page.unmarked())
    items = tuple((Paragraph(content=one),) for one in said)
    return page.section("undecided", "undecided", "Not decided yet", [List(items=items)]) if items else None


def _undecided(where: Address, told: Told, page: NoticePage) -> Runs:
    keys = [key for key in where.named if key in WORDS]
    words = [word_of(key, page.say) for key in dict.fromkeys(keys[:1] + keys[-1:])] or [
        page.say.term("kind", where.kind)
    ]
    name = ", ".join(words)
    return _with_facts(page.fact(where, (page.run(name[:1].upper() + name[1:]),)), [where], told, page)


def _gap(gaps: list[Gap], told: Told, page: NoticePage) -> Runs:
    widest = max(gaps, key=lambda gap: len(gap.law))
    return _with_facts(page.marks((widest, *gaps))[0], [gap.where for gap in gaps], told, page)


def _with_facts(mark: Runs, places: list[Address], told: Told, page: NoticePage) -> Runs:
    """A mark, and what it concerns in public words."""
    concerned = list(dict.fromkeys(one for where in places for one in _concerned(where, page)))
    if not concerned:
        return mark
    if {("purposes", one.id) for one in told.purposes} <= set(concerned):
        return (*mark, Run(text=". "), page.words("This concerns all uses that are described here."))
    names = page.joined([runs for kind, ident in concerned for runs in named(page, kind, [ident])], "; ")
    return (*mark, Run(text=". "), *page.phrase("This concerns: {facts}.", facts=names))


def _concerned(where: Address, page: NoticePage) -> Iterator[tuple[str, str]]:
    """What a fact is about, by kind and id, as far as it has a public name: an activity has none, its purposes have."""
    kind, ident, keys = where.kind, where.id, where.named
    if kind != "activities":
        if ident and page.register.of_kind(kind)[ident].name:
            yield kind, ident
    elif len(keys) > 1 and keys[0] == "data":
        yield "data_categories", keys[1]
    elif len(keys) > 1 and keys[0] == "recipients":
        yield "recipients", keys[1]
    else:
        for purpose in page.register.activities[ident].purposes:
            yield "purposes", purpose
