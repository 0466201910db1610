"""Every notice of every sample, in both languages: nothing is said twice in a row, and nothing stands over nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from program import ROOT, SAMPLES
from proofs.registers import judge
from proofs.test_published import is_hollow

from deskprivacy.model.public import public
from deskprivacy.model.translation import translated
from deskprivacy.render.document import Block, Description, Document, List, Paragraph, Runs, Section, Table, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.words.speech import speech

REGISTERS = {"bakery": SAMPLES / "bakery", "complete": SAMPLES / "complete", "deskmanager": ROOT / "register"}
# A name, a colon, and the name again; or a piece of a sentence, and the same piece again.
TWICE = (
    re.compile(r"(?:^|[.;(] )([^.:;()]{3,}?) ?: \1(?=$| ?[,.:;)])"),
    re.compile(r"(?:^|[,;:(] ?)([^,;:()]{8,}), (?:puis |then )?\1(?=$|[,;:.)])"),
    re.compile(r"(\b[^,;:()]{8,}\b) ?[;,:] \1(?=$|[,;:.)])"),
)


def plain(runs: Runs) -> str:
    return "".join(run.text for run in runs).replace("\u00a0", " ").replace("\u202f", " ").strip()


@cache
def notices(folder: Path) -> dict[str, Document]:
    outcome = judge(folder)
    assert outcome.register is not None
    found = {}
    for language in ("fr", "en"):
        register, left = translated(outcome.register, language)
        shown = public(register)
        for ident in shown.notices:
            found[f"{ident}.{language}"] = notice_document(shown, ident, outcome.gaps, speech(language), left)
    return found


@pytest.fixture(params=REGISTERS)
def shown(request: pytest.FixtureRequest) -> dict[str, Document]:
    return notices(REGISTERS[request.param])


def blocks_of(documents: dict[str, Document]) -> Iterator[Block]:
    for one in documents.values():
        yield from walk((*one.lead, *one.blocks))


def text_of(blocks: tuple[Block, ...]) -> list[str]:
    return [plain(one.content) for one in walk(blocks) if isinstance(one, Paragraph)]


def test_nothing_stands_over_nothing(shown: dict[str, Document]) -> None:
    assert not [one for one in blocks_of(shown) if is_hollow(one)]


def test_no_column_is_empty(shown: dict[str, Document]) -> None:
    for one in blocks_of(shown):
        if isinstance(one, Table):
            for n, column in enumerate(one.columns):
                assert any(row[n] for row in one.rows), plain(column)


def test_no_sentence_says_a_thing_twice_in_a_row(shown: dict[str, Document]) -> None:
    said = [line for line in text_of(tuple(blocks_of(shown))) if any(one.search(line) for one in TWICE)]

    assert not said


def test_no_name_heads_itself(shown: dict[str, Document]) -> None:
    """«Autorité publique : autorité publique», or a term that stands twice in one list."""
    for one in blocks_of(shown):
        if isinstance(one, Section):
            assert text_of(one.blocks) != [plain(one.title)]
        if isinstance(one, Description):
            values = ["\n".join(text_of(entry.blocks)) for entry in one.entries]
            terms = [plain(entry.term) for entry in one.entries]
            assert all(value.casefold() != term.casefold() for term, value in zip(terms, values, strict=True))
            assert len(set(terms)) == len(terms), terms


def test_no_list_has_an_item_twice(shown: dict[str, Document]) -> None:
    for one in blocks_of(shown):
        if isinstance(one, List):
            items = ["\n".join(text_of(item)) for item in one.items]
            assert len(set(items)) == len(items), items


@pytest.mark.parametrize("pattern", range(len(TWICE)))
def test_the_sweep_has_teeth(pattern: int) -> None:
    said = (
        "Suisse : Suisse : décision d’adéquation",
        "données anonymisées, puis données anonymisées",
        "par téléphone ; par téléphone.",
    )
    assert TWICE[pattern].search(said[pattern])
