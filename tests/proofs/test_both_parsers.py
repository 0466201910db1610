"""PyYAML's two parsers, libyaml's and the one in Python, find the same, at the same places, and read the same facts."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofs.mutations import spoilt
from proofs.registers import COMPLETE, DESKMANAGER, FAULTY, Workplace, bakery_with_every_file, judge, proof, said
from proofs.trees import changed, in_any_style, trees_of

from deskprivacy.load.text import events
from deskprivacy.render.resolved import resolved

pytestmark = pytest.mark.skipif(events.LIBYAML is None, reason="PyYAML has no libyaml here")

EVERY = bakery_with_every_file()
YAML = sorted(name for name in EVERY if name.endswith(".yaml"))
TREES = trees_of(EVERY)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return Workplace(tmp_path_factory.mktemp("parsers") / "register", EVERY)


def read_with(parser: Any, folder: Path) -> tuple[object, ...]:
    """All that a register comes to, read by one of the parsers."""
    before, events.LOADER = events.LOADER, parser
    try:
        outcome = judge(folder)
        found = said(outcome)
    finally:
        events.LOADER = before
    return found, outcome.loaded.digests, outcome.gaps, outcome.register and resolved(outcome.register)


def check(folder: Path) -> None:
    assert read_with(events.PYTHON, folder) == read_with(events.LIBYAML, folder)


@pytest.mark.parametrize("folder", [FAULTY, COMPLETE, DESKMANAGER], ids=lambda path: path.name)
def test_the_samples(folder: Path) -> None:
    check(folder)


@proof(150)
@given(name=st.sampled_from(YAML), random=st.randoms(use_true_random=False))
def test_broken_files(place: Workplace, name: str, random: Random) -> None:
    with place.where({name: spoilt(random, EVERY, name)}) as folder:
        check(folder)


@proof(60)
@given(name=st.sampled_from(YAML), random=st.randoms(use_true_random=False))
def test_wrong_data_in_any_style(place: Workplace, name: str, random: Random) -> None:
    text = in_any_style(changed(random, TREES[name], TREES), random)

    with place.where({name: text.encode()}) as folder:
        check(folder)


@proof(60)
@given(name=st.sampled_from(YAML), text=st.text(max_size=60), at=st.floats(0, 1))
def test_any_text(place: Workplace, name: str, text: str, at: float) -> None:
    content = EVERY[name].decode()
    middle = int(at * len(content))

    with place.where({name: f"{content[:middle]}{text}{content[middle:]}".encode("utf-8", "replace")}) as folder:
        check(folder)
