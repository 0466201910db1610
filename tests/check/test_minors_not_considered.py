"""Whether minors are asked about hangs on what may reach them, not on other keys that are mended meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.examples import found_in

EXAMPLE = """
# purposes.yaml
counting:
  name: Compter les visites du site
  kind: audience
  legal_basis:
    basis: consent
    how: Vous acceptez dans le bandeau.
    withdraw: Vous rouvrez le bandeau.
    proof: Journal du bandeau
running:
  name: Faire fonctionner le site
  legal_basis:
    basis: legitimate-interests
    interest: un site qui fonctionne
    assessment: {{document: Note, date: 2026-05-12}}
# data_subjects.yaml
visitors:
  name: Visiteurs
# sources.yaml
place:
  name: {source}
  origin: observed
  {url}
# data_categories.yaml
visits:
  name: Visites
  cnil_family: connection-data
  items:
    pages: {{name: Pages vues}}
# trackers.yaml
counter:
  name: Mesure
  technology: cookie
  purposes: [{tracked}]
  consent: required
  lifetime: 6 months
  choice: Vous refusez dans le bandeau.
# activities/site.yaml
name: Visites
purposes: [counting, running]
data_subjects: [visitors]
sources: [place]
retention: one-year
required: optional
data:
  visits:
    {line}
recipients: {{}}
trackers: {trackers}
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


@pytest.mark.parametrize("source", ["Notre site", "Formulaire en ligne", "Our website"])
@pytest.mark.parametrize("url", ["url: https://aubepine.example/", "description: Le nôtre"])
@pytest.mark.parametrize("line", ["purposes: [counting]", "form: identified"])
@pytest.mark.parametrize("trackers", ["[]", "[counter]"])
def test_a_site_is_one_whatever_else_is_declared(
    source: str, url: str, line: str, trackers: str, tmp_path: Path
) -> None:
    example = EXAMPLE.format(source=source, url=url, line=line, trackers=trackers, tracked="running")

    assert "minors-not-considered" in {name for name, _file, _line in found_in(example, tmp_path)}


@pytest.mark.parametrize("tracked", ["counting", "running"])
def test_so_is_what_a_tracker_watches(tracked: str, tmp_path: Path) -> None:
    example = EXAMPLE.format(
        source="Notre comptoir",
        url="description: x",
        line="purposes: [counting]",
        trackers="[counter]",
        tracked=tracked,
    )

    assert "minors-not-considered" in {name for name, _file, _line in found_in(example, tmp_path)}


@pytest.mark.parametrize(
    ("source", "line"), [("Notre comptoir", "purposes: [counting]"), ("Notre site", "channels: [phone]")]
)
def test_what_is_elsewhere_is_none(source: str, line: str, tmp_path: Path) -> None:
    example = EXAMPLE.format(source=source, url="description: x", line=line, trackers="[]", tracked="running")

    assert "minors-not-considered" not in {name for name, _file, _line in found_in(example, tmp_path)}
