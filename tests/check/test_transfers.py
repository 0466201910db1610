"""Transfers: a place outside the EEA is covered by the decision on its country, and by no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.examples import found_in

EXAMPLE = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: {place}
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [{named}]
    mechanism: adequacy
"""


def test_a_place_is_covered_by_the_decision_on_its_country(tmp_path: Path) -> None:
    assert found_in(EXAMPLE.format(place="GB", named="GB"), tmp_path) == set()


def test_another_country_is_another(tmp_path: Path) -> None:
    found = {rule for rule, _file, _line in found_in(EXAMPLE.format(place="CH", named="GB"), tmp_path)}

    assert found == {"place-without-transfer"}


EMPLOYED = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: [cloud]
  {transfer}
cloud:
  name: Cloud Inc.
  role: processor
  country: US
  {own}
"""


@pytest.mark.parametrize(
    ("transfer", "own", "rule"),
    [
        ("service: Caisse", "service: Cloud", "place-without-transfer"),
        ("transfer: []", "service: Cloud", "no-transfer-contradicted"),
        ("transfer: {countries: [US], mechanism: scc, copy: x, assessment: y}", "service: Cloud", None),
        ("service: Caisse", "transfer: {countries: [US], mechanism: scc, copy: x, assessment: y}", None),
    ],
)
def test_a_processor_abroad_that_a_processor_employs(transfer: str, own: str, rule: str | None, tmp_path: Path) -> None:
    """Told whether or not its employer says a word on transfers."""
    found = {name for name, _file, _line in found_in(EMPLOYED.format(transfer=transfer, own=own), tmp_path)}

    assert found & {"place-without-transfer", "no-transfer-contradicted"} == ({rule} if rule else set())
