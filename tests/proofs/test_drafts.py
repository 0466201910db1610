"""Whatever loads, builds as a draft: with any facts left out or replaced, all documents are made and no gap is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofs.registers import (
    COMPLETE,
    DESKMANAGER,
    TODAY,
    Files,
    bakery_with_every_file,
    files_of,
    judge,
    proof,
    write,
)
from proofs.trees import Data, Trees, changed, trees_of, with_trees
from proofs.views import documents_of, runs_of

from deskprivacy.duty.gaps import Gap
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Many, Noun, Shape, noun_of
from deskprivacy.model.side import SIDE
from deskprivacy.render.document import Document, Run
from deskprivacy.render.html import to_html
from deskprivacy.render.page import Page
from deskprivacy.render.pdf import to_pdf
from deskprivacy.resources import templates
from deskprivacy.stories.validate import Outcome
from deskprivacy.words.citation import cite_all
from deskprivacy.words.speech import speech
from deskprivacy.words.typography import typeset

SMALL = bakery_with_every_file()
LARGE = {"complete": files_of(COMPLETE), "deskmanager": files_of(DESKMANAGER)}
TREES = trees_of(SMALL)


@dataclass(frozen=True)
class Optional:
    """A fact that a register may leave out: where it stands, and of which class of the model it is a field."""

    holder: Data
    key: str
    of: str


def optional_facts(name: str, data: Data) -> Iterator[Optional]:
    """Every field of a file that its noun does not demand."""
    kind, _, alone = name.removesuffix(".yaml").partition("/")
    if kind != "register":
        noun = noun_of({**KINDS, **SIDE}[kind])
        for one in [data] if alone else data.values():
            yield from _optional(noun, one)


def _optional(shape: Shape, data: Data) -> Iterator[Optional]:
    if isinstance(shape, Noun) and isinstance(data, dict):
        for key, below in data.items():
            field = shape.fields[key]
            if not field.required and key not in ("name", "covers"):
                yield Optional(data, key, shape.cls.__name__)
            yield from _optional(field.shape, below)
    elif isinstance(shape, ByKey) and isinstance(data, dict):
        for key, below in data.items():
            yield Optional(data, key, "")
            yield from _optional(shape.of, below)
    elif isinstance(shape, Many):
        for below in data if isinstance(data, list) else [data]:
            yield from _optional(shape.of, below)


def with_less(random: Random, trees: Trees, most: int) -> Trees:
    """The data of a register without some facts."""
    trees = deepcopy(trees)
    for _ in range(random.randint(1, most)):
        name = random.choice(sorted(trees))
        if found := list(optional_facts(name, trees[name])):
            one = random.choice(found)
            one.holder.pop(one.key, None)
    return trees


def with_exchanged(random: Random, trees: Trees, most: int) -> Trees:
    """The data of a register where some fields have what the same field says elsewhere."""
    trees = deepcopy(trees)
    alike: dict[tuple[str, str], list[Optional]] = {}
    for name in sorted(trees):
        for one in optional_facts(name, trees[name]):
            if one.of:
                alike.setdefault((one.of, one.key), []).append(one)
    several = [found for found in alike.values() if len(found) > 1]
    for _ in range(random.randint(1, most)):
        one, other = random.sample(random.choice(several), 2)
        if one.key in one.holder and other.key in other.holder:
            one.holder[one.key] = deepcopy(other.holder[other.key])
    return trees


@contextmanager
def marks() -> Iterator[dict[Page, set[int]]]:
    """The gaps of which each page has made a mark."""
    made: dict[Page, set[int]] = {}
    real, begin = Page._mark, Page.__init__

    def mark(page: Page, gap: Gap) -> Run:
        made[page].add(id(gap))
        return real(page, gap)

    def init(page: Page, *arguments: object, **more: object) -> None:
        begin(page, *arguments, **more)  # type: ignore[arg-type]
        made[page] = set()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Page, "_mark", mark)
        patch.setattr(Page, "__init__", init)
        yield made


def check_documents(outcome: Outcome, *, html: bool = True) -> dict[str, Document]:
    """Every document is made, its HTML is well formed, its anchors are its own, and no gap is lost."""
    assert outcome.register is not None
    with marks() as made:
        documents = documents_of(outcome)
    for page, printed in made.items():
        if not getattr(page, "_brief", False):
            assert [gap for gap in page.gaps if id(gap) not in printed] == []
    for document in documents.values():
        check_gaps(document, outcome)
        if html:
            check_html(to_html(document, templates()))
    return documents


def check_gaps(document: Document, outcome: Outcome) -> None:
    shown = {run.text for run in runs_of(document) if run.mark == "gap"}
    joined = "\n".join(shown)
    texts = {run.text for run in runs_of(document)}
    if document.status == "published":  # the gate sees to its gaps; it shows none
        assert not shown
        return
    for gap in outcome.gaps:
        if document.id == "register" and gap.row.sheet:
            assert needed(gap, document.language) in joined, gap
        elif document.id == "coverage":
            assert typeset(speech(document.language).text(gap.row.needed), document.language) in texts, gap
        elif document.kind == "notice" and document.id in gap.notices:
            assert needed(gap, document.language) in joined or in_short(gap, document.language) & shown, gap


def needed(gap: Gap, language: str) -> str:
    return typeset(speech(language).text(gap.row.needed), language)


def in_short(gap: Gap, language: str) -> set[str]:
    """The marks of narrow cells that speak of this gap, and perhaps of others with it."""
    say = speech(language)
    public = tuple(letter for letter in gap.law if not letter.startswith("GDPR 30")) or gap.law
    return {typeset(say("To be completed ({law})", law=cite_all(public, say)), language)}


def check_html(page: str) -> None:
    html5lib.HTMLParser(strict=True).parse(page)
    ids = Counter(re.findall(r' id="([^"]*)"', page))
    assert max(ids.values()) == 1, ids.most_common(3)
    assert set(re.findall(r' href="#([^"]*)"', page)) <= set(ids)


@proof(60)
@given(random=st.randoms(use_true_random=False))
def test_a_small_register_with_less(tmp_path_factory: pytest.TempPathFactory, random: Random) -> None:
    folder = write(with_trees(SMALL, with_less(random, TREES, most=8)), tmp_path_factory.mktemp("less") / "register")

    outcome = judge(folder)
    if outcome.register is not None:
        check_documents(outcome)


@proof(60)
@given(random=st.randoms(use_true_random=False))
def test_a_small_register_with_other_facts(tmp_path_factory: pytest.TempPathFactory, random: Random) -> None:
    trees = deepcopy(TREES)
    name = random.choice(sorted(trees))
    trees[name] = changed(random, trees[name], trees, most=2)

    outcome = judge(write(with_trees(SMALL, trees), tmp_path_factory.mktemp("other") / "register"))
    if outcome.register is not None:
        check_documents(outcome)


@proof(60)
@given(random=st.randoms(use_true_random=False))
def test_a_small_register_with_facts_exchanged(tmp_path_factory: pytest.TempPathFactory, random: Random) -> None:
    trees = with_exchanged(random, TREES, most=8)

    outcome = judge(write(with_trees(SMALL, trees), tmp_path_factory.mktemp("exchanged") / "register"))
    if outcome.register is not None:
        check_documents(outcome)


@pytest.mark.parametrize("files", LARGE.values(), ids=LARGE)
@pytest.mark.parametrize("seed", range(0, 40, 10))
def test_a_large_register_with_facts_exchanged(files: Files, seed: int, tmp_path: Path) -> None:
    trees = trees_of(files)
    for attempt in range(seed, seed + 10):
        folder = write(with_trees(files, with_exchanged(Random(attempt), trees, most=12)), tmp_path / str(attempt))
        outcome = judge(folder)
        if outcome.register is not None:
            check_documents(outcome, html=False)
            return
    pytest.fail("none of them loads: the proof is empty")


@pytest.mark.parametrize("files", LARGE.values(), ids=LARGE)
@pytest.mark.parametrize("seed", range(4))
def test_a_large_register_with_less(files: Files, seed: int, tmp_path: Path) -> None:
    for most in (40, 12, 4):
        folder = write(with_trees(files, with_less(Random(seed), trees_of(files), most)), tmp_path / str(most))
        outcome = judge(folder)
        if outcome.register is not None:
            check_documents(outcome, html=False)
            return
    pytest.fail("none of them loads: the proof is empty")


@pytest.mark.parametrize("seed", range(4))
def test_their_pdf(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    while True:
        outcome = judge(write(with_trees(SMALL, with_less(random, TREES, most=5)), tmp_path / "register"))
        if outcome.register is not None:
            break

    for document in documents_of(outcome).values():
        assert to_pdf(document, templates(), TODAY).startswith(b"%PDF")
