"""A published notice has no mark of a draft: whatever is absent, waived, warned of or undecided, it admits nothing.

The registers are mutated and then published, past the gate: a waiver, another severity or a rule yet to come may let
through anything. What a draft alone says is found in the catalogue of fixed phrases, by the words of admission.
"""

from __future__ import annotations

import ast
import html
import json
import re
import subprocess
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from shutil import which

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from program import ROOT
from proofs.fuzz import likely
from proofs.registers import COMPLETE, DESKMANAGER, TODAY, Files, bakery_with_every_file, files_of, judge, proof, write
from proofs.test_drafts import with_exchanged, with_less
from proofs.test_leaks import squeezed
from proofs.trees import Trees, trees_of, with_trees
from proofs.views import runs_of

from deskprivacy.model.public import public
from deskprivacy.model.translation import translated
from deskprivacy.render.document import Block, Description, Document, List, Paragraph, Section, Table, walk
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.render.pdf import to_pdf
from deskprivacy.resources import templates
from deskprivacy.stories.drafts import notes
from deskprivacy.stories.validate import Outcome
from deskprivacy.words.extraction import said
from deskprivacy.words.speech import speech

REGISTERS = {
    "bakery": bakery_with_every_file(),
    "complete": files_of(COMPLETE),
    "deskmanager": files_of(DESKMANAGER),
}
TREES = {name: trees_of(files) for name, files in REGISTERS.items()}

# Words by which a fixed phrase admits that something is absent or not decided.
ADMITS = re.compile(
    r"\b(not declared|undeclared|to be completed|to be reviewed|still to be said|points to review|draft"
    r"|not complete|not decided|missing|proposed|disputed)\b",
    re.IGNORECASE,
)
MARKED = re.compile(r"<mark\b|data-watermark|class=\"banner\"")


@cache
def admissions(language: str) -> tuple[re.Pattern[str], ...]:
    """The fixed phrases that only a draft, or the inside, may say; as patterns over squeezed text."""
    found = []
    for message in fixed_phrases():
        if ADMITS.search(message) and len(message.split()) > 1:
            worded = squeezed(speech(language)(message, **dict.fromkeys(re.findall(r"\{(\w+)\}", message), "\0")))
            parts = [part for part in worded.split("\0") if len(part) > 6]
            found += [re.compile(re.escape(part)) for part in parts if part]
    return tuple(found)


def fixed_phrases() -> Iterator[str]:
    """What the house says in documents, as the code's tree has it."""
    for path in sorted((ROOT / "deskprivacy" / "render").rglob("*.py")):
        for one in said(ast.parse(path.read_text(encoding="utf-8"))):
            yield from (one,) if isinstance(one, str) else one


def mutated(random: Random, trees: Trees) -> Trees:
    """Another register: with fewer facts, with facts exchanged, or with other values of the same sort."""
    way = random.randrange(3)
    if way == 0:
        return with_less(random, trees, most=20)
    return with_exchanged(random, trees, most=12) if way == 1 else likely(random, trees, most=8)


def published(outcome: Outcome, language: str) -> Iterator[Document]:
    """Every notice of a register as if it were published, with all that a draft would show of it."""
    assert outcome.register is not None
    register, left = translated(outcome.register, language)
    shown = public(register)
    found = tuple(notes(outcome.reported, shown, TODAY))
    out = {ident: replace(one, status="published") for ident, one in shown.notices.items()}
    for ident in out:
        yield notice_document(replace(shown, notices=out), ident, outcome.gaps, speech(language), left, found)


def check(document: Document) -> None:
    """No mark, no admission, no heading over nothing: in the view, its JSON and its HTML."""
    assert not [run for run in runs_of(document) if run.mark]
    assert not document.banner
    assert not document.labels.watermark
    assert not [one for one in walk((*document.lead, *document.blocks)) if is_hollow(one)]
    page = to_html(document, templates())
    body = re.sub(r"(?s)<style.*?</style>", "", page)
    assert not MARKED.search(body)
    for text in (json.dumps(document.as_data(), ensure_ascii=False), html.unescape(re.sub(r"<[^>]*>", "", body))):
        check_text(text, document.language)


def is_hollow(block: Block) -> bool:
    """Whether a heading, a term, a list or a table is over nothing."""
    match block:
        case Section():
            return not block.blocks
        case Description():
            return not block.entries or not all(one.blocks for one in block.entries)
        case List():
            return not block.items
        case Table():
            return not block.rows
        case Paragraph():
            return not block.content


def check_text(text: str, language: str) -> None:
    bare = squeezed(text)
    for one in admissions(language):
        found = one.search(bare)
        assert not found, bare[max(0, found.start() - 80) : found.end() + 20]


def check_pdf(document: Document, folder: Path) -> None:
    written = to_pdf(document, templates(), TODAY)
    with pikepdf.open(BytesIO(written)) as pdf, pdf.open_metadata() as about:
        for text in (*map(str, about.values()), *map(str, (pdf.docinfo or {}).values())):
            check_text(text, document.language)
        assert str(about["dc:title"]) == document.title
    path = folder / "notice.pdf"
    path.write_bytes(written)
    paper = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    check_text(paper, document.language)


def loading(name: str, seed: int, folder: Path) -> Outcome:
    """A mutated register that loads; the unchanged one where none of some attempts does."""
    random = Random(seed)
    for attempt in range(8):
        files: Files = with_trees(REGISTERS[name], mutated(random, deepcopy(TREES[name])))
        outcome = judge(write(files, folder / str(attempt)))
        if outcome.register is not None:
            return outcome
    return judge(write(REGISTERS[name], folder / "unchanged"))


@proof(100)
@given(random=st.randoms(use_true_random=False))
def test_a_small_register_that_is_published_admits_nothing(
    tmp_path_factory: pytest.TempPathFactory, random: Random
) -> None:
    files = with_trees(REGISTERS["bakery"], mutated(random, deepcopy(TREES["bakery"])))
    outcome = judge(write(files, tmp_path_factory.mktemp("published") / "register"))
    if outcome.register is not None:
        for language in ("fr", "en"):
            for document in published(outcome, language):
                check(document)


@pytest.mark.parametrize("name", ["complete", "deskmanager"])
@pytest.mark.parametrize("seed", range(6))
def test_a_large_register_that_is_published_admits_nothing(name: str, seed: int, tmp_path: Path) -> None:
    outcome = loading(name, seed, tmp_path)
    for language in ("fr", "en"):
        for document in published(outcome, language):
            check(document)


@pytest.mark.system
@pytest.mark.skipif(not which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("name", REGISTERS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_its_pdf_admits_nothing(name: str, language: str, tmp_path: Path) -> None:
    outcome = loading(name, 3, tmp_path)
    for document in published(outcome, language):
        check_pdf(document, tmp_path)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_draft_admits_what_a_published_notice_does_not(language: str) -> None:
    """The proof has teeth: the same facts, as a draft, are told to be absent."""
    outcome = judge(DESKMANAGER)
    assert outcome.register is not None
    draft = notice_document(public(outcome.register), "consumers", outcome.gaps, speech(language))

    assert [run for run in runs_of(draft) if run.mark == "gap"]
    with pytest.raises(AssertionError):
        check_text(json.dumps(draft.as_data(), ensure_ascii=False), language)
