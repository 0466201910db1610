"""`explain` and `rules`: every rule has its page, in both languages, and a misspelt name its nearest."""

from __future__ import annotations

import json

import jsonschema
import pytest
from program import ROOT, Run

from deskprivacy.report.explained import format_rule
from deskprivacy.stories.explain import explain
from deskprivacy.stories.rulebook import rulebook
from deskprivacy.words.speech import speech


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_can_be_explained(language: str) -> None:
    for name in rulebook():
        page = format_rule(explain(name), speech(language))
        assert page.startswith(name)


def test_a_rule_is_explained_with_its_examples_and_its_law(deskprivacy: Run) -> None:
    done = deskprivacy("explain", "contract-basis-for-marketing", "--lang", "fr")

    assert done.returncode == 0
    for part in ("RGPD, art. 6(1)(b)", "À éviter", "Mieux", "dérogation"):
        assert part in done.stdout


def test_a_misspelt_rule_has_a_suggestion(deskprivacy: Run) -> None:
    done = deskprivacy("explain", "contract-basis-for-marketting")

    assert done.returncode == 2
    assert "contract-basis-for-marketing" in done.stderr


def test_the_list_has_its_schema_and_every_rule(deskprivacy: Run) -> None:
    listed = json.loads(deskprivacy("rules", "--format", "json").stdout)

    jsonschema.validate(listed, json.loads((ROOT / "schemas/output/rules.schema.json").read_text(encoding="utf-8")))
    assert [one["rule"] for one in listed["rules"]] == list(rulebook())


def test_a_family_that_does_not_exist_names_those_that_do(deskprivacy: Run) -> None:
    done = deskprivacy("rules", "--family", "lawfullness")

    assert done.returncode == 2
    assert "lawfulness" in done.stderr
