"""A processor in the EEA of which nothing says whether it lets data leave it: a remark, and a gap in the draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from program import DATE
from samples.examples import lay_over

from deskprivacy.finding import Severity
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

EXAMPLE = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: {role}
  sector: software
  country: {country}
  {contract}
  sub_processors: []
  {more}
"""
RULES = {"onward-transfer-undeclared", "transfer-missing", "recipient-country-missing"}


@pytest.mark.parametrize(
    ("role", "country", "more", "told"),
    [
        ("processor", "IE", "service: Caisse", {("onward-transfer-undeclared", Severity.INFO)}),
        ("processor", "IE", "stored_in: [FR]", {("onward-transfer-undeclared", Severity.INFO)}),
        ("processor", "IE", "transfer: []", set()),
        ("processor", "IE", "{stored_in: [FR], access_from: [IE]}", set()),
        ("processor", "US", "service: Caisse", {("transfer-missing", Severity.ERROR)}),
        ("controller", "IE", "service: Caisse", set()),
    ],
)
def test_a_processor_without_a_word_on_transfers(
    role: str, country: str, more: str, told: set[tuple[str, Severity]], tmp_path: Path
) -> None:
    lines = more.strip("{}").replace("], ", "]\n  ")
    contract = "contract: {article: 28, document: Contrat du 2 mars 2026}"
    register = lay_over(EXAMPLE.format(role=role, country=country, more=lines, contract=contract), tmp_path)

    reported = validate(register, schemas(), date.fromisoformat(DATE)).reported

    assert {(one.finding.rule, one.severity) for one in reported if one.finding.rule in RULES} == told
