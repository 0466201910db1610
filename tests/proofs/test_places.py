"""A finding's place exists: the file, the line, the column; and a finding can be told from any other of the run."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofs.mutations import spoilt
from proofs.places import check_places
from proofs.registers import (
    COMPLETE,
    DESKMANAGER,
    FAULTY,
    Workplace,
    bakery_with_every_file,
    judge,
    proof,
    said,
)
from proofs.trees import changed, in_any_style, trees_of

from deskprivacy.finding import Severity
from deskprivacy.stories.rulebook import is_structure

EVERY = bakery_with_every_file()
NAMES = sorted(EVERY)
TREES = trees_of(EVERY)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return Workplace(tmp_path_factory.mktemp("places") / "register", EVERY)


@pytest.mark.parametrize("folder", [FAULTY, COMPLETE, DESKMANAGER], ids=lambda path: path.name)
def test_places_of_the_samples(folder: Path) -> None:
    check_places(judge(folder), folder)


@proof(250)
@given(name=st.sampled_from(NAMES), random=st.randoms(use_true_random=False))
def test_places_in_broken_files(place: Workplace, name: str, random: Random) -> None:
    with place.where({name: spoilt(random, EVERY, name, most=6)}) as folder:
        check_places(judge(folder), folder)


@proof(150)
@given(name=st.sampled_from(sorted(TREES)), random=st.randoms(use_true_random=False))
def test_places_in_wrong_data(place: Workplace, name: str, random: Random) -> None:
    """Data that YAML reads and the schemas, the references or the law do not accept, in any style of YAML."""
    text = in_any_style(changed(random, TREES[name], TREES), random)

    with place.where({name: text.encode()}) as folder:
        check_places(judge(folder), folder)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_places_do_not_depend_on_how_lines_end(place: Workplace, end: str, mark: bytes) -> None:
    text = "é😀: x\nname: Commandes\npurposes: [nowhere, 'là-bas']\ndata:\n  nothing:\n"

    with place.where({"activities/orders.yaml": mark + text.replace("\n", end).encode()}) as folder:
        outcome = judge(folder)
        check_places(outcome, folder)

    found = [
        (one.finding.rule, one.place.line, one.place.column)
        for one in outcome.reported
        if is_structure(one.finding.rule) and one.severity is Severity.ERROR  # the rest of the register is judged too
    ]
    assert found == [
        ("unknown-key", 1, 1),
        ("unknown-reference", 3, 12),
        ("bad-id", 3, 21),
        ("unknown-reference", 5, 3),
    ]


@proof(100)
@given(name=st.sampled_from(NAMES), random=st.randoms(use_true_random=False))
def test_the_formats_give_the_same_places(place: Workplace, name: str, random: Random) -> None:
    with place.where({name: spoilt(random, EVERY, name)}) as folder:
        outcome = judge(folder)
        written = said(outcome)

    found = [(one.place.file, one.place.line, one.place.column, one.finding.rule) for one in outcome.reported]
    machine = json.loads(written["json"])["findings"]
    assert [(one["file"], one["line"], one["column"], one["rule"]) for one in machine] == found
    concise = [line.split(": ") for line in written["concise"].splitlines()]
    assert [(line[0], line[2]) for line in concise] == [(f"{f}:{n}:{c}", rule) for f, n, c, rule in found]
    assert sum(line.lstrip().startswith("--> ") for line in written["text"].split("\n")) >= len(found)
