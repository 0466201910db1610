"""The help of findings of structure names what mends them, and no way that loses a fact."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from program import DATE
from samples.examples import found_in, lay_over

from deskprivacy.law.rules import structure
from deskprivacy.model.circumstances import NARROWING
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

ENTRIES = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:
    - basis: consent
      how: Vous cochez une case, vide au départ.
      withdraw: Vous décochez la même case.
      proof: Formulaire conservé
      {first}
    - basis: legitimate-interests
      interest: faire connaître nos pains
      {second}
  choice: Vous nous appelez.
"""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_entries_are_told_apart_by_whatever_tells_them_apart(language: str) -> None:
    shown = structure()["indistinct-entries"].help[language]

    assert [key for key in (*NARROWING, "when") if f"`{key}`" not in shown] == []


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("evidence: a", "evidence: b", True),
        ("when: avant un achat", "when: après un achat", False),
        ("channels: [email]", "channels: [post]", False),
    ],
)
def test_when_tells_them_apart(first: str, second: str, told: bool, tmp_path: Path) -> None:
    found = {name for name, _file, _line in found_in(ENTRIES.format(first=first, second=second), tmp_path)}

    assert ("indistinct-entries" in found) == told


def test_of_two_keys_that_are_both_true_none_is_to_be_dropped(tmp_path: Path) -> None:
    example = "# retention_rules.yaml\nrule:\n  active: 1 year\n  until: departure\n  then: delete\n"
    reported = validate(lay_over(example, tmp_path), schemas(), date.fromisoformat(DATE)).reported
    (one,) = (found for found in reported if found.finding.rule == "exactly-one-of")

    assert "if several do, write an entry for each" in one.text.help["en"]
    assert "si plusieurs valent, écrivez une entrée pour chacune" in one.text.help["fr"]
