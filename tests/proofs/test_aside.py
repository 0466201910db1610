"""Whatever entry has errors, the rest is judged: nothing is found that the sound register does not give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from proofs.registers import BAKERY, COMPLETE, DESKMANAGER, TODAY, Files, Workplace, bakery_with_every_file, files_of
from proofs.spoilt import all_ways, entries, spoilt
from proofs.trees import trees_of, with_trees
from samples.examples import judged_on, lay_over

from deskprivacy.check.rules import MODULES
from deskprivacy.finding import Reported, Severity
from deskprivacy.law.rules import Duty
from deskprivacy.load.schemas import check, refusal
from deskprivacy.load.schemas.judge import Judge
from deskprivacy.resources import schemas
from deskprivacy.stories.rulebook import is_structure
from deskprivacy.stories.validate import Outcome, validate

Told = Mapping[tuple[str, str, str], Reported]


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The schemas are made once for all registers of a test: that takes most of the time."""
    judges: dict[Path, Judge] = {}
    refusals, made = refusal.Refusals, dict[tuple[str, str], object]()
    monkeypatch.setattr(check, "Judge", lambda folder: judges.setdefault(folder, Judge(folder)))
    monkeypatch.setattr(refusal, "Refusals", lambda judge: refusals(judge, _explainers=made))  # type: ignore[arg-type]


def told(outcome: Outcome) -> Told:
    """What judgement tells, by rule and place. Of what is asked once the first sheet may be another one."""
    found = {}
    for one in outcome.reported:
        if is_structure(one.finding.rule) and one.text.severity is Severity.ERROR:
            continue
        once = isinstance(one.text, Duty) and one.text.once
        found[one.finding.rule, "" if once else repr(one.address), "" if once else one.place.file] = one
    return found


def check_each(files: Files, folder: Path, day: date = TODAY, most: int = 1, seed: int = 0, entry: int = 1) -> int:
    """Spoils the entries, each `entry`-th, in every way; how many registers were judged in part."""
    trees = trees_of(files)
    place, judged = Workplace(folder / "register", with_trees(files, trees)), 0
    sound = told(validate(place.folder, schemas(), day))
    for number, (said, _where, changed) in enumerate(all_ways(trees, Random(seed), most)):
        if number % entry:
            continue
        with place.where({name: text.encode() for name, text in changed.items()}) as register:
            outcome = validate(register, schemas(), day)
        if outcome.register is None:
            judged += outcome.loaded.rest is not None
            assert outcome.loaded.left_out, said
            new = told(outcome).keys() - sound.keys()
            assert not new, (said, new)
    return judged


@pytest.mark.parametrize("seed", range(3))
def test_the_bakery(seed: int, tmp_path: Path) -> None:
    assert check_each(bakery_with_every_file(), tmp_path, most=2, seed=seed) > 40


@pytest.mark.parametrize("sample", [COMPLETE, DESKMANAGER], ids=["complete", "deskmanager"])
def test_large_registers(sample: Path, tmp_path: Path) -> None:
    assert check_each(files_of(sample), tmp_path, entry=9) > 20


@pytest.mark.parametrize("rule", MODULES, ids=lambda module: module.RULE.rule)
def test_the_examples_of_each_rule(rule: ModuleType, tmp_path: Path) -> None:
    """The good example holds what the rule looks for; set aside, it must not be missed."""
    for name in ("GOOD", "BAD"):
        example = getattr(rule, name)
        files = files_of(lay_over(example, tmp_path / name))
        assert check_each(files, tmp_path / name, judged_on(example), seed=len(example)) > 20


def test_what_stands_in_other_activities_is_told_all_the_same(tmp_path: Path) -> None:
    files = files_of(DESKMANAGER)
    trees = trees_of(files)
    place = Workplace(tmp_path / "register", with_trees(files, trees))
    sound = told(validate(place.folder, schemas(), TODAY))
    sheets = [(name, where) for name, where in entries(trees) if where.kind == "activities"]
    assert len(sheets) > 3
    for name, where in sheets:
        changed = spoilt(trees, name, where, "key more")
        assert changed
        with place.where({name: text.encode() for name, text in changed.items()}) as register:
            outcome = validate(register, schemas(), TODAY)
        expected = {
            key
            for key, one in sound.items()
            if one.address and one.address.kind == "activities" and one.address.id != where.id
            if not one.text.sought_in
        }
        assert expected
        assert expected <= told(outcome).keys()
        assert [(one.where, one.why) for one in outcome.loaded.left_out if one.why == "errors"] == [(where, "errors")]


def with_change(name: str, old: str, new: str) -> Files:
    files = files_of(BAKERY)
    assert old in files[name].decode()
    return files | {name: files[name].decode().replace(old, new).encode()}


# The file of the bakery, what stood there, what is written, and what is left out of judgement, with why.
LEFT_OUT = {
    "a misspelt key": (
        *("measures.yaml", "  family:", "  familly:"),
        {"measures/locked-till": "errors", "activities/orders.measures": "in-part"},
    ),
    "a misspelt reference": (
        *("activities/orders.yaml", "measures: [locked-till]", "measures: [lokced-till]"),
        {"activities/orders.measures": "in-part"},
    ),
    "a broken line": (
        *("notices/customers.yaml", "languages: [fr]", "languages: [fr"),
        {"notices/customers": "unread"},
    ),
    "no settings": (*("register.yaml", "title:", "tilte:"), {"register": "errors"}),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_left_out(name: str, tmp_path: Path) -> None:
    file, old, new, expected = LEFT_OUT[name]
    place = Workplace(tmp_path / "register", with_change(file, old, new))
    outcome = validate(place.folder, schemas(), TODAY)

    assert {str(one.where): one.why for one in outcome.loaded.left_out} == expected
    assert (outcome.loaded.rest is None) == (name == "no settings")
    assert outcome.register is None
    assert outcome.gaps == ()


def test_a_waiver_with_errors_still_accepts_what_it_names(tmp_path: Path) -> None:
    files = bakery_with_every_file()
    files["waivers.yaml"] = files["waivers.yaml"].replace(b"  reason:", b"  raeson:")
    place = Workplace(tmp_path / "register", files)

    assert not told(validate(place.folder, schemas(), TODAY))
