"""Registers that load, changed as data: a bounded run of `make fuzz`, and every case that it ever found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofs.fuzz import cases, check_with_suggestions, in_another_order, keep, likely, spoilt_once, strange
from proofs.registers import bakery_with_every_file, files_of, judge, proof, write
from proofs.trees import trees_of, with_trees

from deskprivacy.finding import Severity

BASE = bakery_with_every_file()
TREES = trees_of(BASE)
randoms = st.randoms(use_true_random=False)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "register"


@pytest.mark.parametrize("case", list(cases()), ids=lambda path: path.name)
def test_a_case_of_the_corpus(case: Path, place: Path) -> None:
    differing = {name: content for name, content in files_of(case).items() if name != "why.txt"}

    check_with_suggestions(BASE | differing, place)


@proof(40)
@given(random=randoms)
def test_whatever_is_declared_is_judged_and_what_has_no_error_is_built(place: Path, random: Random) -> None:
    check_with_suggestions(strange(random, BASE, TREES), place)


def test_many_of_the_registers_load(place: Path) -> None:
    """Else the proof above would only ever see refusals."""
    loads = [judge(write(with_trees(BASE, likely(Random(seed), TREES)), place)).register for seed in range(40)]

    assert sum(one is not None for one in loads) > 10


def test_what_is_found_is_kept_as_the_files_that_differ(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proofs.fuzz.CORPUS", place.with_name("corpus"))
    case = keep(BASE | {"purposes.yaml": b"x"}, BASE, "a reason")

    assert files_of(case) == {"purposes.yaml": b"x", "why.txt": b"a reason\n"}
    assert list(cases()) == [case]


@proof(40)
@given(random=randoms)
def test_the_order_of_keys_changes_places_only(place: Path, random: Random) -> None:
    trees = likely(random, TREES)
    again = {
        name: {key: in_another_order(random, one) for key, one in data.items()} if isinstance(data, dict) else data
        for name, data in trees.items()
    }
    before, after = (judge(write(with_trees(BASE, one), place)) for one in (trees, again))

    told = [
        Counter((one.finding.rule, one.severity, str(one.address)) for one in made.reported) for made in (before, after)
    ]
    assert told[0] == told[1]


@proof(60)
@given(random=randoms)
def test_one_misspelt_key_is_one_error_of_structure(place: Path, random: Random) -> None:
    spoilt = spoilt_once(random, TREES)
    if spoilt is None:
        return
    trees, name = spoilt
    outcome = judge(write(with_trees(BASE, trees), place))

    about = [one for one in outcome.reported if one.finding.rule == "unknown-key"]
    assert [one.place.file for one in about] == [name]
    assert outcome.worst() is Severity.ERROR
