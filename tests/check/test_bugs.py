"""A rule that raises is a bug: 70, its name and the fact over which it failed, and no half report."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from program import DATE, SAMPLES

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness import contract_basis_for_marketing, obligation_from_no_law
from deskprivacy.check.rules import judge
from deskprivacy.errors import RuleError
from deskprivacy.finding import Finding
from deskprivacy.load import load
from deskprivacy.model.register import Register
from deskprivacy.resources import schemas

BAKERY = SAMPLES / "bakery"
BREAK = """
import sys
from deskprivacy.check.{family} import {module}
from deskprivacy.cli.main import run
def broken(given):
    for one in {over}:
        raise KeyError("broken on purpose")
    yield
{module}.{look} = broken
sys.exit(run(sys.argv[1:]))
"""
CHECK = BREAK.format(
    family="security", module="secret_in_tracker", look="check", over="given.register.recipients.values()"
)
JUDGE = BREAK.format(family="text", module="open_list", look="judge", over="[1]")


def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def register() -> Register:
    found = load(BAKERY, schemas()).register
    assert found is not None
    return found


@pytest.mark.parametrize("format_", ["text", "concise", "json"])
def test_validate_is_loud_and_says_nothing_else(format_: str) -> None:
    done = run(CHECK, "validate", BAKERY, "--date", DATE, "--format", format_)

    assert done.returncode == 70
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert "DESKPRIVACY_DEBUG" in line
    assert "the rule secret-in-tracker failed over recipients/" in line
    assert "KeyError: 'broken on purpose'" in line


def test_build_writes_nothing(tmp_path: Path) -> None:
    done = run(CHECK, "build", BAKERY, "--date", DATE, "--output", tmp_path / "out")

    assert done.returncode == 70
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", ["text", "json"])
def test_inspect_is_as_loud(tmp_path: Path, format_: str) -> None:
    (tmp_path / "notice.txt").write_text("Nous gardons votre nom, votre adresse, etc.\n", encoding="utf-8")

    done = run(JUDGE, "inspect", tmp_path / "notice.txt", "--format", format_)

    assert done.returncode == 70
    assert done.stdout == ""
    assert "the rule open-list failed: KeyError: 'broken on purpose'" in done.stderr


def test_a_rule_that_fails_before_it_looks_is_named_too(monkeypatch: pytest.MonkeyPatch, register: Register) -> None:
    def broken(_: Facts) -> Iterator[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr(obligation_from_no_law, "check", broken)

    with pytest.raises(RuleError, match=r"^the rule obligation-from-no-law failed: ZeroDivisionError"):
        list(judge(Facts(register=register, today=date.fromisoformat(DATE))))


def test_the_fact_is_the_one_that_was_looked_at(monkeypatch: pytest.MonkeyPatch, register: Register) -> None:
    def broken(facts: Facts) -> Iterator[Finding]:
        for purpose in facts.register.purposes.values():
            where = purpose.where.at("legal_basis")
            if purpose.id == "order-preparation":
                raise ValueError(where)
            yield Finding(rule="contract-basis-for-marketing", at=where)

    monkeypatch.setattr(contract_basis_for_marketing, "check", broken)

    with pytest.raises(RuleError, match=r"failed over purposes/order-preparation\.legal_basis: ValueError"):
        list(judge(Facts(register=register, today=date.fromisoformat(DATE))))
