"""A controller of each country can publish a true notice: its authority, its law, and nothing of another country's."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import html5lib
import pytest
from program import DATE
from samples.examples import lay_over

from deskprivacy.finding import Severity
from deskprivacy.law.children import digital_majority
from deskprivacy.law.reader import authorities
from deskprivacy.model.public import public
from deskprivacy.model.register import Register
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.resources import schemas, templates
from deskprivacy.stories.validate import Outcome, validate
from deskprivacy.words.speech import speech
from deskprivacy.words.typography import typeset

pytestmark = pytest.mark.broad

NEAR = {"BE": "apd", "DE": "hbdi", "IE": "dpc", "LU": "cnpd-lu", "NL": "ap", "ES": "aepd", "IT": "garante"}
EVERYWHERE = {one.country: ident for ident, one in authorities().items()} | NEAR | {"FR": "cnil"}
FRENCH = re.compile(r"LIL|CNIL|Informatique et libert|loi n°|C\. (com|conso|trav|civ|mon)\.|CPCE|\bCE \d")

EXAMPLE = """
# register.yaml
title: Registre de la boulangerie Aubépine
language: {language}
# controllers.yaml
aubepine:
  name: Boulangerie Aubépine
  address: 8 quai des Brumes
  country: {country}
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: false
    reason: Ni suivi régulier à grande échelle, ni données sensibles
  rights:
    contact:
      email: donnees@aubepine.example
  {more}
# data_subjects.yaml
customers:
  name: Clients
  minors:
    status: targeted
    age: {age}
    consent: {below}
# trackers.yaml
audience:
  name: Mesure d’audience
  technology: cookie
  purposes: [visit-count]
  consent: required
  lifetime: 13 months
  choice: Le lien « Mes choix »
# purposes.yaml
visit-count:
  name: Compter les visites du site
  kind: audience
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Le lien « Mes choix »
    proof: Journal des choix
  choice: Le lien « Mes choix »
# activities/website.yaml
name: Site de la boulangerie
purposes: [visit-count]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {{}}
trackers: [audience]
measures: [locked-till]
automated_decisions: []
dpia:
  document: Analyse du 2 mars 2026
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
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [{language}]
status: published
version: "1"
effective: 2026-12-01
"""


def outcome(folder: Path, country: str, more: str = "", language: str = "fr", younger: int = 0) -> Outcome:
    values = {
        "country": country,
        "more": more,
        "language": language,
        "age": digital_majority([country], date.fromisoformat(DATE)).age - younger,
        "below": "joint" if country == "FR" else "parent",
    }
    return validate(lay_over(EXAMPLE.format(**values), folder), schemas(), date.fromisoformat(DATE))


def told(found: Outcome, language: str = "fr") -> str:
    register = found.register
    assert isinstance(register, Register)
    view = notice_document(public(register), "customers", found.gaps, speech(language))
    return re.sub(r"\s+", " ", "".join(html5lib.parse(to_html(view, templates())).itertext()))


def severities(found: Outcome) -> dict[str, Severity]:
    return {one.finding.rule: one.severity for one in found.reported}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("country", EVERYWHERE)
def test_a_true_notice_can_be_published(tmp_path: Path, country: str, language: str) -> None:
    authority = authorities()[EVERYWHERE[country]]

    found = outcome(tmp_path, country, f"authority: {authority.id}", language)

    assert severities(found) == {}
    text = told(found, language)
    assert typeset(authority.name[language], language).replace("\u00a0", " ").replace("\u202f", " ") in text
    assert authority.complaint in text
    assert country == "FR" or not FRENCH.search(text)
    assert authority.address is None or authority.address in text


@pytest.mark.parametrize("country", NEAR)
def test_a_child_consents_at_the_age_of_its_country(tmp_path: Path, country: str) -> None:
    found = outcome(tmp_path, country, f"authority: {NEAR[country]}", younger=1)

    assert set(severities(found)) == {"minor-consents-too-young"}
    assert not FRENCH.search(" ".join(law for one in found.reported for law in one.law))


@pytest.mark.parametrize("country", NEAR)
def test_nobody_is_held_back_for_an_authority_that_is_not_named(tmp_path: Path, country: str) -> None:
    found = outcome(tmp_path, country)

    assert severities(found) == {"authority-missing": Severity.WARNING}
    assert "une autorité de contrôle, par exemple celle du pays où vous vivez" in told(found)
    assert "À compléter" not in told(found)


@pytest.mark.parametrize("country", NEAR)
def test_the_authority_of_another_country_is_noticed(tmp_path: Path, country: str) -> None:
    found = outcome(tmp_path, country, "authority: cnil")

    assert severities(found) == {"authority-of-another-country": Severity.WARNING}
    (one,) = found.reported
    assert NEAR[country] in str(one.finding.values["own_words"]).split(", ")


@pytest.mark.parametrize(
    ("country", "more", "noticed"),
    [
        ("BE", "authority: cnil\n  territories: [{codes: [FR]}]", False),
        ("BE", "authority: cnil\n  territories: [{codes: [LU]}]", True),
        ("RE", "authority: cnil", False),
        ("NC", "authority: cnil", False),
        ("RE", "authority: apd", True),
        ("CH", "authority: cnil\n  representative: {name: Aubépine France, address: Annecy, country: FR}", False),
    ],
)
def test_an_authority_may_be_that_of_the_people_addressed(
    tmp_path: Path, country: str, more: str, noticed: bool
) -> None:
    assert ("authority-of-another-country" in severities(outcome(tmp_path, country, more))) == noticed


@pytest.mark.parametrize("country", ["GB", "CH", "US"])
def test_where_nothing_ties_it_to_the_union_its_country_is_told_once(tmp_path: Path, country: str) -> None:
    assert severities(outcome(tmp_path, country)) == {"country-law-not-covered": Severity.INFO}


@pytest.mark.parametrize("tie", ["authority: cnil", "territories: [{codes: [FR]}]"])
def test_with_a_tie_to_the_union_its_duties_hold(tmp_path: Path, tie: str) -> None:
    found = severities(outcome(tmp_path, "CH", tie))

    assert found.pop("country-law-not-covered") is Severity.INFO
    assert found.pop("representative-missing") is Severity.WARNING
    assert found == ({} if tie.startswith("authority") else {"authority-missing": Severity.WARNING})


def test_two_controllers_of_one_country_are_told_once(tmp_path: Path) -> None:
    register = tmp_path / "register"
    outcome(tmp_path, "GB")
    controllers = register / "controllers.yaml"
    text = controllers.read_text(encoding="utf-8")
    controllers.write_text(text + text.replace("aubepine:", "cousins:"), encoding="utf-8")

    found = validate(register, schemas(), date.fromisoformat(DATE))

    assert [one.finding.rule for one in found.reported].count("country-law-not-covered") == 1
