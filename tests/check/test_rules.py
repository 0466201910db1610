"""Every rule of judgement: its examples are its tests, its page is complete, the list is the folder."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from program import DATE, ROOT
from samples.examples import found_in, marked

from deskprivacy.check.rules import MODULES
from deskprivacy.finding import Severity

CHECK = ROOT / "deskprivacy" / "check"
SOFT_LAW = ("EDPB", "WP2", "CNIL")
ONE_ITEM = re.compile(r"(?m)^( *data: \[[a-z-]+)/[a-z-]+\]")  # data of a line, a tracker, a decision: one item
NAMING_AN_ITEM = [module for module in MODULES if ONE_ITEM.search(module.BAD)]


@pytest.fixture(params=MODULES, ids=lambda module: module.RULE.rule)
def rule(request: pytest.FixtureRequest) -> ModuleType:
    module: ModuleType = request.param
    return module


def test_the_bad_example_raises_exactly_this_rule_at_the_marked_line(rule: ModuleType, tmp_path: Path) -> None:
    assert found_in(rule.BAD, tmp_path) == marked(rule.BAD)
    assert {name for name, _file, _line in marked(rule.BAD)} == {rule.RULE.rule}


def test_the_good_example_raises_nothing(rule: ModuleType, tmp_path: Path) -> None:
    assert found_in(rule.GOOD, tmp_path) == set()


@pytest.mark.parametrize("module", NAMING_AN_ITEM, ids=lambda module: module.RULE.rule)
def test_whoever_names_a_whole_category_names_its_items(module: ModuleType, tmp_path: Path) -> None:
    whole = ONE_ITEM.sub(r"\1]", module.BAD)

    assert marked(module.BAD) <= found_in(whole, tmp_path)


def test_a_rule_is_named_after_its_fault_and_stands_in_its_family(rule: ModuleType) -> None:
    name = rule.__name__.split(".")

    assert rule.RULE.rule == name[-1].replace("_", "-")
    assert rule.RULE.family == name[-2]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.RULE.rule)


def test_a_rule_says_everything_in_both_languages(rule: ModuleType) -> None:
    one = rule.RULE
    for texts in (one.title, one.message, one.help, one.why, one.asks, one.mend, one.justified or one.mend):
        assert set(texts) >= {"en", "fr"}
        assert all(text.strip() for text in texts.values())
        assert not re.search(r"\b(conforme|compliant|violation|etc\.)", " ".join(texts.values()), re.IGNORECASE)
        assert "'" not in texts["fr"], "the typographic apostrophe"
    assert set(re.findall(r"\{(\w+)\}", one.message["en"])) == set(re.findall(r"\{(\w+)\}", one.message["fr"]))


def test_a_rule_cites_its_law_and_the_day_it_was_read(rule: ModuleType) -> None:
    assert rule.RULE.law
    assert date.fromisoformat(rule.RULE.checked) <= date.fromisoformat(DATE)
    if rule.RULE.severity is Severity.ERROR:
        assert any(not citation.startswith(SOFT_LAW) for citation in rule.RULE.law), "soft law alone is no error"


def test_the_list_is_the_folder() -> None:
    files = {
        f"deskprivacy.check.{path.parent.name}.{path.stem}"
        for path in CHECK.glob("*/*.py")
        if not path.stem.startswith("_") and path.parent.name != "reading"
    }

    assert {module.__name__ for module in MODULES} == files
