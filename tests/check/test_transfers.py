"""Transfers: a place outside the EEA is covered by the decision on its country, and by no other."""

from __future__ import annotations

from pathlib import Path

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
