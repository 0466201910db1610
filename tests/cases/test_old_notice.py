"""DESKMANAGER's old notice, row by row: what answers each thing that it lacks or says badly."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from program import DATE, ROOT, Run

REGISTER = ROOT / "register"
DATA = yaml.safe_load((ROOT / "tests" / "cases" / "old_notice.yaml").read_text(encoding="utf-8"))
ROWS: list[dict[str, Any]] = DATA["rows"]


@pytest.fixture(scope="module")
def findings(deskprivacy: Run) -> list[dict[str, Any]]:
    done = deskprivacy("validate", REGISTER, "--date", DATE, "--format", "json", "--lang", "en")
    return list(json.loads(done.stdout)["findings"])


@pytest.fixture(params=ROWS, ids=lambda row: row["row"])
def row(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(request.param)


def test_a_row_has_an_answer_or_a_reason(row: dict[str, Any]) -> None:
    assert set(row) <= {"row", "text", "findings", "questions", "unanswered"}
    assert set(row) & {"text", "findings", "questions", "unanswered"}


def test_what_answers_a_row_is_found(row: dict[str, Any], findings: list[dict[str, Any]]) -> None:
    found = {(one["rule"], one["address"]) for one in findings}

    for rule, addresses in row.get("findings", {}).items():
        assert {(rule, address) for address in addresses} <= found


def test_the_letters_of_a_row_are_there(row: dict[str, Any]) -> None:
    letters = yaml.safe_load((REGISTER / "open_questions.yaml").read_text(encoding="utf-8"))

    assert set(row.get("questions", [])) <= set(letters)


def test_no_rule_speaks_of_what_a_person_may_do(findings: list[dict[str, Any]]) -> None:
    hedged = [one for one in findings if one["rule"] == "hedged-statement"]

    assert not [one for one in hedged if re.search(DATA["silent"]["hedged-statement"], one["message"], re.IGNORECASE)]


# --- only where the old notice itself is at hand: OLD_NOTICE=path pytest … --------------------------------------------

if OLD_NOTICE := os.environ.get("OLD_NOTICE"):

    @pytest.fixture(scope="module")
    def remarks(deskprivacy: Run) -> list[tuple[str, int, str]]:
        """What `inspect` says of the old notice: rule, paragraph, quote."""
        text = Path(OLD_NOTICE).read_bytes()
        takeovers = yaml.safe_load((REGISTER / "takeovers.yaml").read_text(encoding="utf-8"))
        assert sha256(text).hexdigest() in {one["sha256"] for one in takeovers.values()}, "this is another text"
        said = json.loads(deskprivacy("inspect", OLD_NOTICE, "--format", "json").stdout)
        paragraph = dict(_paragraphs(text.decode("utf-8")))
        return [(one["rule"], paragraph[one["line"]], one["quote"]) for one in said["findings"]]

    def test_inspect_says_what_a_row_lists(row: dict[str, Any], remarks: list[tuple[str, int, str]]) -> None:
        for rule, expected in row.get("text", {}).items():
            assert [paragraph for name, paragraph, _quote in remarks if name == rule] == expected

    def test_inspect_says_nothing_else(remarks: list[tuple[str, int, str]]) -> None:
        assert {rule for rule, _paragraph, _quote in remarks} == {rule for one in ROWS for rule in one.get("text", {})}
        assert not [one for one in remarks if one[0] == "dangling-reference" and one[1] in DATA["silent"][one[0]]]
        hedges = [quote for rule, _paragraph, quote in remarks if rule == "hedged-statement"]
        assert not [one for one in hedges if re.search(DATA["silent"]["hedged-statement"], one, re.IGNORECASE)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The number of the paragraph that each line with text is."""
    filled = (number for number, line in enumerate(text.split("\n"), start=1) if line.strip())
    return ((line, paragraph) for paragraph, line in enumerate(filled, start=1))
