"""The words of the internal documents, read as a stranger would: over every sample, in both languages.

Our own words speak of the persons and not to them; nothing is said twice in a row; no column is empty; no name stands
behind a preposition that wants an article. What the register declares is its own: those texts stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from program import ROOT, SAMPLES
from proofs.registers import judge

from deskprivacy.model import texts
from deskprivacy.model.register import Register
from deskprivacy.render.document import Block, Document, List, Paragraph, Run, Section, Table, walk
from deskprivacy.stories import build as story

pytestmark = pytest.mark.slow  # the register of every sample is written
REGISTERS = (
    ROOT / "register",
    SAMPLES / "bakery",
    SAMPLES / "complete",
    *sorted((ROOT / "tests/cases").glob("*/register")),
)
LANGUAGES = ("fr", "en")
WHERE = [(folder, language) for folder in REGISTERS for language in LANGUAGES]

TO_YOU = {
    "en": re.compile(r"\b(you|your|yours)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(vous|vos|votre|vôtres?)\b", re.IGNORECASE),
}
# Whom these parts speak to is the addressee of a question, and whoever keeps the register.
SPEAK_TO_US = {"letter", "annex-findings"}


@dataclass(frozen=True)
class Inside:
    """The internal documents of a register in one language, and all that it declares."""

    documents: tuple[Document, ...]
    declared: frozenset[str]
    in_small: tuple[str, ...]  # the same in small letters, the longest first

    def own(self, text: str) -> str:
        """A text without what is declared in it."""
        small = text.lower()
        for one in self.in_small:
            if one in small:
                text = re.sub(re.escape(one), "…", text, flags=re.IGNORECASE)
                small = text.lower()
        return text


@cache
def inside(folder: Path, language: str) -> Inside:
    outcome = judge(folder)
    assert outcome.register is not None
    edition = story._edition(outcome.register, language)
    documents = tuple(document for _, document in story._internal_documents(outcome, edition))
    declared = {plain_text(text) for one in (outcome.register, edition.register) for text in declared_in(one)} - {""}
    in_small = sorted({one.lower() for one in declared}, key=lambda one: (-len(one), one))
    return Inside(documents, frozenset(declared), tuple(in_small))


def declared_in(register: Register) -> Iterator[str]:
    for _, text, _ in texts.everything_written(register):
        yield text
        yield from re.split(r"\n\s*\n|\n\s*[-*] ", text)
    yield from (one.name for one in (register.settings.events or {}).values())
    for question in register.open_questions.values():
        yield from re.split(r"\n\s*\n", question.question)


def plain_text(text: str) -> str:
    """A text with plain spaces and without the signs of Markdown."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_`]", "", text.replace("'", "’").replace("...", "…"))
    return re.sub(r"\s+", " ", text).strip().removesuffix(".")


def said(runs: Iterable[Run]) -> str:
    return plain_text("".join(run.text for run in runs)) if runs else ""


def lines(blocks: Iterable[Block], skipped: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every line of text, in its order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield said(block.content)
            case Section() if {block.id, block.name} & skipped:
                pass
            case Section():
                yield said(block.title)
                yield from lines(block.blocks, skipped)
            case Table():
                yield from (said(one) for one in (block.caption, *block.columns) if one)
                yield from (line for row in block.rows for cell in row for line in lines(cell, skipped))
            case List():
                yield from (line for item in block.items for line in lines(item, skipped))
            case _:
                raise AssertionError(block)


def all_lines(found: Inside, skipped: frozenset[str] = frozenset()) -> Iterator[str]:
    for document in found.documents:
        yield from (document.title, said(document.banner))
        yield from lines((*document.lead, *document.blocks), skipped)


@pytest.mark.parametrize(("folder", "language"), WHERE)
def test_our_own_words_speak_of_the_persons(folder: Path, language: str) -> None:
    found = inside(folder, language)
    own = (found.own(line) for line in all_lines(found, frozenset(SPEAK_TO_US)))

    assert [line for line in own if TO_YOU[language].search(line)] == []


LABEL = re.compile(r"(?:^|[;:(,]) ?([^:;,()]{3,}?) ?: \1\b(?= ?[:;,.(]|$)", re.IGNORECASE)
TWICE = re.compile(r"(?<![-\w])(\w{3,}(?: [\w’]+){0,7}),? \1\b", re.IGNORECASE)


@pytest.mark.parametrize(("folder", "language"), WHERE)
def test_nothing_is_said_twice_in_a_row(folder: Path, language: str) -> None:
    found = inside(folder, language)
    doubled = [line for line in all_lines(found) if LABEL.search(line) or TWICE.search(found.own(line))]

    assert doubled == []
    assert [head for head, names in headings(found) if head in names] == []


def headings(found: Inside) -> Iterator[tuple[str, list[str]]]:
    """Each line that stands over a list, with the beginnings of its items."""
    for document in found.documents:
        for block in walk(document.blocks):
            cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
            for cell in cells:
                for before, after in pairwise(cell):
                    if isinstance(before, Paragraph) and isinstance(after, List):
                        yield said(before.content), [re.split(r" ?: ", line)[0] for line in starts(after)]


def starts(found: List) -> Iterator[str]:
    for item in found.items:
        yield from list(lines(item))[:1]


@pytest.mark.parametrize(("folder", "language"), WHERE)
def test_no_column_is_empty(folder: Path, language: str) -> None:
    silent = {"not declared (not required here)", "non déclaré (non exigé ici)", "0", ""}
    empty = [
        said(block.columns[n]) or said(block.caption)
        for document in inside(folder, language).documents
        for block in walk(document.blocks)
        if isinstance(block, Table)
        for n in range(len(block.columns))
        if all(set(lines(row[n])) <= silent for row in block.rows)
    ]

    assert empty == []


# A French name wants its article behind these; a name in quotes does without.
BARE = re.compile(r"\b(?:par|de|chez|à|sur|dans) $")


@pytest.mark.parametrize("folder", REGISTERS)
def test_no_name_stands_without_its_article(folder: Path) -> None:
    found = inside(folder, "fr")
    bare = [
        said(block.content)
        for document in found.documents
        for block in walk((*document.lead, *document.blocks))
        if isinstance(block, Paragraph)
        for before, after in pairwise(block.content)
        if BARE.search(before.text.replace("\xa0", " ")) and plain_text(after.text) in found.declared
        if after.text[:1].isupper()
    ]

    assert bare == []
