"""Transfers: a country is the same one, whichever of its codes is written."""

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


@pytest.mark.parametrize(("place", "named"), [("GB", "GB"), ("UK", "GB"), ("GB", "UK"), ("UK", "UK")])
def test_the_united_kingdom_has_two_codes_and_one_decision(place: str, named: str, tmp_path: Path) -> None:
    assert found_in(EXAMPLE.format(place=place, named=named), tmp_path) == set()


def test_another_country_is_another(tmp_path: Path) -> None:
    found = {rule for rule, _file, _line in found_in(EXAMPLE.format(place="CH", named="UK"), tmp_path)}

    assert found == {"place-without-transfer"}
