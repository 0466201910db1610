"""Annex: each letter of the law, the fields that answer it, and where an answer is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from deskprivacy.address import Address
from deskprivacy.duty import Covered, State
from deskprivacy.law.reader import letters
from deskprivacy.law.reader import sheet as rows_of_the_sheet
from deskprivacy.model.register import KINDS
from deskprivacy.render.document import Block, Runs, Section
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import name_of
from deskprivacy.render.register.cells import Cell, labelled, said, table
from deskprivacy.words.citation import cite

# The nouns that are not called as their file is.
_HOLDERS = {"register": "", "dpo": "controllers."}

_SHOWN = 12  # of a long list; the sheets mark every gap


def annex(page: Page, coverage: Iterable[Covered]) -> Section:
    """A table for each letter that something in the register calls for; then the letters that nothing calls for."""
    by_letter: dict[str, dict[str, list[Covered]]] = {}
    for one in coverage:
        by_letter.setdefault(one.letter, {}).setdefault(one.duty.rule, []).append(one)
    called = {letter: _called(found) for letter, found in by_letter.items()}
    idle = [(page.run(cite(letter, page.say)),) for letter, found in called.items() if not found]
    intro = page.words("What each letter of the law asks for, and what the register answers.")
    blocks: list[Block] = [
        *said((intro,)),
        *(_letter(page, letter, found) for letter, found in called.items() if found),
        *said(
            page.phrase("Nothing in the register calls for: {letters}.", letters=page.joined(idle, "; "))
            if idle
            else ()
        ),
    ]
    return page.section("annex-coverage", "annex", "Annex: coverage of the law", blocks)


def _called(found: dict[str, list[Covered]]) -> list[list[Covered]]:
    """The elements of a letter that something in the register calls for."""
    return [covered for covered in found.values() if covered[0].state is not State.NOT_ASKED]


def _letter(page: Page, letter: str, found: list[list[Covered]]) -> Section:
    say = page.say
    title = page.phrase("{what}: {detail}", what=cite(letter, say), detail=say.text(letters()[letter].element))
    columns = (say("Element"), say("Row of the register, and field"), say("Answer"))
    rows = [_element(page, covered) for covered in found]
    anchor = "-".join(re.findall(r"[a-z0-9]+", letter.lower()))
    return Section(
        id=f"coverage-{anchor}", name="letter", title=title, level=3, blocks=(table(page, "", columns, rows),)
    )


def _element(page: Page, covered: list[Covered]) -> tuple[Cell, ...]:
    duty = covered[0].duty
    row = rows_of_the_sheet()[duty.sheet].label if duty.sheet else None
    holder = _HOLDERS.get(duty.of, f"{duty.of}.")
    fields = page.run(", ".join(f"{holder}{field}" for field in duty.fields))
    return (
        said((page.run(page.say.text(duty.needed)),)),
        said((page.run(page.say.text(row)),) if row else (), (fields,)),
        said(
            labelled(page, page.words("Declared"), page.joined(list(_declared(page, covered)))),
            labelled(page, page.words("Missing"), page.joined(list(_places(page, covered)), "; ")),
        ),
    )


def _declared(page: Page, covered: list[Covered]) -> Iterator[Runs]:
    """How many times the element is declared, and how many times as none."""
    counted = Counter(one.state for one in covered)
    if number := counted[State.DECLARED]:
        yield (page.run(str(number)),)
    if number := counted[State.NONE]:
        yield (page.run(page.say.count("{n} as none", "{n} as none", number)),)


def _places(page: Page, covered: list[Covered]) -> Iterator[Runs]:
    places = list(dict.fromkeys(_place(page, one.where) for one in covered if one.where and one.state is State.MISSING))
    yield from places[:_SHOWN]
    if (more := len(places) - _SHOWN) > 0:
        yield (page.run(page.say.count("and {n} other", "and {n} others", more)),)


def _place(page: Page, where: Address) -> Runs:
    if where.kind not in KINDS or not where.id:
        return (page.run(page.say.term("kind", where.kind)),)
    name = name_of(page.register.of_kind(where.kind)[where.id])
    return (page.run(name, link=f"#activity-{where.id}" if where.kind == "activities" else None),)
