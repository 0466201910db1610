"""Many findings: the text groups them by rule, with the count and the first places; the other formats hold each."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bench.faulty import OF_DUTY, spoil
from bench.registers import write
from program import DATE, Run

pytestmark = pytest.mark.broad

FRAMED = 50


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of thirty activities, none of which says what the law asks for."""
    return spoil(write(tmp_path_factory.mktemp("silent"), 30), OF_DUTY)


def test_many_findings_are_grouped_by_rule_with_their_number(deskprivacy: Run, silent: Path) -> None:
    concise = deskprivacy("validate", silent, "--date", DATE, "--format", "concise", "--lang", "en").stdout
    text = deskprivacy("validate", silent, "--date", DATE, "--lang", "en").stdout

    counted: dict[tuple[str, str], int] = {}
    for line in concise.splitlines():
        _, severity, rule, _ = line.split(": ", 3)
        counted[rule, severity] = counted.get((rule, severity), 0) + 1
    heads = re.findall(r"^([a-z-]+) \[(\w+)\] .* \((\d+)\)$", text, re.MULTILINE)
    assert {(rule, severity): int(number) for rule, severity, number in heads} == counted
    assert sum(counted.values()) > FRAMED
    assert text.count("  --> ") == sum(min(3, number) for number in counted.values())
    for number in counted.values():
        assert number <= 3 or f"… and {number - 3} more: see `validate --all`" in text


def test_the_gravest_come_first(deskprivacy: Run, silent: Path) -> None:
    text = deskprivacy("validate", silent, "--date", DATE, "--lang", "en").stdout

    severities = re.findall(r"^[a-z-]+ \[(\w+)\]", text, re.MULTILINE)
    assert severities == sorted(severities, key=["error", "warning", "info"].index)


def test_each_is_shown_where_each_is_asked_for(deskprivacy: Run, silent: Path) -> None:
    found = json.loads(deskprivacy("validate", silent, "--date", DATE, "--format", "json").stdout)["findings"]
    text = deskprivacy("validate", silent, "--date", DATE, "--all").stdout

    for one in found:
        assert f"/{one['file']}:{one['line']}:{one['column']}" in text
        assert one["message"] in text
    assert text.count("\n  --> ") + text.count("\n   --> ") >= len(found)


def test_few_findings_have_a_frame_each(deskprivacy: Run, tmp_path: Path) -> None:
    register = spoil(write(tmp_path, 8), OF_DUTY)
    found = json.loads(deskprivacy("validate", register, "--date", DATE, "--format", "json").stdout)["findings"]
    text = deskprivacy("validate", register, "--date", DATE).stdout

    assert 0 < len(found) <= FRAMED
    assert text == deskprivacy("validate", register, "--date", DATE, "--all").stdout
    assert all(one["help"] in text for one in found)
