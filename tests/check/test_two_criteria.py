"""Two criteria of high risk: where nobody has screened a sheet, its facts may show them; the register says so too."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.examples import found_in

EXAMPLE = """
# data_subjects.yaml
members:
  name: Adhérents
  minors: {{status: {minors}, age: 15, consent: parent}}
# purposes.yaml
fitness:
  name: Vérifier que vous pouvez pratiquer la voile
  kind: order
  legal_basis: contract
  choice: Vous nous écrivez.
# data_categories.yaml
health:
  name: Santé
  cnil_family: other-categories
  sources: [order-form]
  items:
    certificate: {{name: Certificat médical, special: health}}
# activities/club.yaml
name: Club de voile
purposes: [fitness]
data_subjects: [members]
retention: one-year
required: optional
data:
  health:
    condition: {{ground: 9-2-a, reason: Case signée}}
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
{more}
"""
RULES = {"two-criteria-without-assessment", "criterion-overlooked", "assessment-not-done"}


@pytest.mark.parametrize(
    ("minors", "more", "told"),
    [
        ("targeted", "", {"two-criteria-without-assessment"}),
        ("targeted", "dpia: {criteria: [sensitive, vulnerable]}", {"two-criteria-without-assessment"}),
        ("targeted", "dpia: {criteria: [sensitive]}", {"criterion-overlooked"}),
        ("targeted", "dpia: {required: false}", {"criterion-overlooked"}),
        ("targeted", "dpia: {reason: Dix adhérents ; avis du délégué}", set()),
        ("targeted", "dpia: {required: true, status: done}", set()),
        ("targeted", "status: ended", set()),
        ("possible", "", set()),
        ("excluded", "dpia: {criteria: [sensitive]}", set()),
    ],
)
def test_a_sheet_that_shows_two_criteria(minors: str, more: str, told: set[str], tmp_path: Path) -> None:
    found = {name for name, _file, _line in found_in(EXAMPLE.format(minors=minors, more=more), tmp_path)}

    assert found & RULES == told
