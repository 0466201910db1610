"""The law of the country and of the day, in whole registers: who is told of what, and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from program import DATE
from samples.examples import lay_over

from deskprivacy.finding import Reported, Severity
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

TRACKERS = """
# trackers.yaml
one:
  name: Traceur
  technology: {technology}
  purposes: [{purposes}]
  consent: {consent}
  {more}
# purposes.yaml
chat:
  name: Discuter entre membres
  kind: social
  legal_basis: contract
selection:
  name: Composer la sélection à laquelle vous êtes abonné
  kind: personalisation
  legal_basis: contract
visit-count:
  name: Compter les visites du site
  kind: audience
  legal_basis:
    basis: legitimate-interests
    interest: savoir quelles pages servent
    assessment: {{document: Mise en balance du 2 mars 2026}}
  choice: Vous refusez par le lien « Mes choix ».
# activities/website.yaml
name: Site de la boulangerie
purposes: [{purposes}]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {{}}
trackers: [one]
measures: [locked-till]
automated_decisions: []
# data_categories.yaml
browsing:
  name: Navigation
  cnil_family: internet
  items:
    pages-viewed: {{name: Pages vues, tags: [behaviour]}}
# sources.yaml
website:
  name: Notre site
  origin: observed
"""


def reported(folder: Path, example: str, country: str = "FR", day: str = DATE) -> tuple[Reported, ...]:
    register = lay_over(example, folder)
    controllers = next(register.glob("controllers.yaml"))
    text = controllers.read_text(encoding="utf-8")
    controllers.write_text(text.replace("country: FR", f"country: {country}"), encoding="utf-8")
    return validate(register, schemas(), date.fromisoformat(day)).reported


def tracker(
    consent: str, purposes: str = "visit-count", technology: str = "cookie", more: str = "lifetime: session"
) -> str:
    return TRACKERS.format(consent=consent, purposes=purposes, technology=technology, more=more)


def about_trackers(found: Iterable[Reported]) -> dict[str, Severity]:
    return {one.finding.rule: one.severity for one in found if str(one.address).startswith("trackers/")}


ASKED_FOR = "{required: false, exemption: requested-service}"
SIGNED_IN = "{required: false, exemption: authentication}"
AUDIENCE = "{required: false, exemption: audience-measurement}"
NOTHING = "{required: false}"


@pytest.mark.parametrize(
    ("consent", "purposes", "technology"),
    [(ASKED_FOR, "chat", "device-permission"), (SIGNED_IN, "chat", "cookie"), (SIGNED_IN, "selection", "cookie")],
)
def test_what_a_person_expressly_asks_for_needs_no_consent(
    tmp_path: Path, consent: str, purposes: str, technology: str
) -> None:
    found = reported(tmp_path, tracker(consent, purposes, technology))

    assert "exemption-for-other-purpose" not in about_trackers(found)


@pytest.mark.parametrize(("country", "severity"), [("FR", Severity.ERROR), ("DE", Severity.WARNING)])
def test_no_contract_makes_measuring_an_audience_a_service(tmp_path: Path, country: str, severity: Severity) -> None:
    found = about_trackers(reported(tmp_path, tracker(SIGNED_IN), country))

    assert found["exemption-for-other-purpose"] is severity


@pytest.mark.parametrize("country", ["BE", "DE", "ES", "IE", "IT", "LU", "NL", "PL", "GB", "CH"])
def test_nobody_abroad_is_told_of_french_law(tmp_path: Path, country: str) -> None:
    examples = (
        tracker(NOTHING, technology="email-pixel"),
        tracker(AUDIENCE, more="lifetime: 4 years"),
        tracker("required"),
    )
    for position, example in enumerate(examples):
        folder = tmp_path / str(position)
        folder.mkdir()
        for one in reported(folder, example, country):
            assert not [law for law in one.law if law.startswith(("LIL", "CNIL", "C.", "CE "))], one.finding.rule


@pytest.mark.parametrize(("country", "told"), [("FR", True), ("DE", False)])
def test_a_figure_of_the_cnil_is_no_reference_abroad(tmp_path: Path, country: str, told: bool) -> None:
    found = about_trackers(reported(tmp_path, tracker(AUDIENCE, more="lifetime: 4 years"), country))

    assert ("exempt-tracker-too-long" in found) == told


@pytest.mark.parametrize(
    ("day", "severity", "cited"),
    [(DATE, Severity.ERROR, True), ("2024-01-15", Severity.WARNING, False)],
)
def test_a_deliberation_does_not_apply_before_its_day(
    tmp_path: Path, day: str, severity: Severity, cited: bool
) -> None:
    found = reported(tmp_path, tracker(NOTHING, technology="email-pixel"), day=day)

    (pixel,) = [one for one in found if one.finding.rule == "email-pixel-without-consent"]
    assert pixel.severity is severity
    assert ("CNIL 2026-042" in pixel.law) == cited


CALLS = """
# purposes.yaml
calls:
  name: {name}
  kind: marketing
  legal_basis:
    basis: {basis}
    channels: [telephone]
    {more}
  choice: Dites-le nous.
# activities/menus.yaml
name: Prospection
purposes: [calls]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""
CONSENT = "how: Case vide\n    withdraw: Dites-le nous\n    proof: Journal"
INTEREST = "interest: vendre\n    assessment: {document: note}"


@pytest.mark.parametrize(
    ("country", "more", "told"),
    [("FR", "", True), ("ES", "", False), ("ES", "territories: [FR]", True), ("FR", "territories: [ES]", False)],
)
def test_the_law_of_the_consumer_decides_on_calls(tmp_path: Path, country: str, more: str, told: bool) -> None:
    example = CALLS.format(name="Vous appeler", basis="legitimate-interests", more=f"{INTEREST}\n    {more}")

    found = [one for one in reported(tmp_path, example, country) if one.finding.rule.startswith("telephone-")]

    assert [one.law for one in found] == ([("C. conso. L223-1",)] if told else [])


@pytest.mark.parametrize(
    ("name", "more", "day", "told"),
    [
        ("Vous appeler pour proposer l’isolation de votre logement", "", DATE, True),
        ("Vous appeler pour proposer l’isolation de votre logement", "", "2020-07-25", False),
        ("Vous appeler pour proposer l’isolation de votre logement", "when: sur un contrat en cours", DATE, False),
        ("Vous appeler pour présenter nos livres", "", DATE, False),
    ],
)
def test_consent_does_not_lift_the_ban_on_calls_about_homes(
    tmp_path: Path, name: str, more: str, day: str, told: bool
) -> None:
    example = CALLS.format(name=name, basis="consent", more=f"{CONSENT}\n    {more}")

    found = {one.finding.rule for one in reported(tmp_path, example, day=day)}

    assert ("telephone-marketing-banned" in found) == told
