"""Rules of lawfulness at their limits: when they must stay silent, and when the words of a text decide."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from program import DATE
from samples.examples import lay_over

from deskprivacy.check.controllers import officer_not_designated
from deskprivacy.check.facts import Facts
from deskprivacy.check.impact_assessment import large_scale_without_assessment as large_scale
from deskprivacy.check.lawfulness import electronic_marketing_without_consent as electronic
from deskprivacy.check.lawfulness import minor_consents_too_young as too_young
from deskprivacy.check.lawfulness import telephone_marketing_without_consent as telephone
from deskprivacy.check.lawfulness._phrases import telling
from deskprivacy.finding import Severity
from deskprivacy.law.children import digital_majority
from deskprivacy.load import load
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

NEWSLETTER = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:
    basis: legitimate-interests
    interest: faire connaître nos pains
    {basis}
  choice:
    how: Répondez STOP.
    {choice}
"""


def facts(folder: Path, basis: str = "compelling: x", choice: str = "effect: x", day: str = DATE) -> Facts:
    register = load(lay_over(NEWSLETTER.format(basis=basis, choice=choice), folder), schemas()).register
    assert register is not None
    return Facts(register=register, today=date.fromisoformat(day))


@pytest.mark.parametrize(
    ("basis", "choice", "asked"),
    [
        ("channels: [email, post]", "effect: x", ("email",)),
        ("compelling: x", "channels: [text-message]", ("text-message",)),  # the channel is told where one says no
        ("channels: [post]", "channels: [email]", None),  # the basis is that of another channel
        ("soft_opt_in: true", "channels: [email]", None),
        ("soft_opt_in: true", "channels: [fax]", ("fax",)),  # the exception is for electronic mail
        ("channels: [email]\n    when: à votre adresse professionnelle", "effect: x", None),  # nobody reads prose
        ("compelling: x", "effect: x", None),  # no channel is declared
    ],
)
def test_electronic_marketing(tmp_path: Path, basis: str, choice: str, asked: tuple[str, ...] | None) -> None:
    found = [one.values["channel"] for one in electronic.check(facts(tmp_path, basis, choice))]

    assert found == ([asked] if asked else [])


def test_what_a_public_body_sends_may_be_no_marketing(tmp_path: Path) -> None:
    register = lay_over(NEWSLETTER.format(basis="channels: [email]", choice="effect: x"), tmp_path)
    purposes = register / "purposes.yaml"
    purposes.write_text(purposes.read_text(encoding="utf-8").replace("legitimate-interests", "public-task"), "utf-8")
    loaded = load(register, schemas()).register
    assert loaded is not None

    (found,) = electronic.check(Facts(register=loaded, today=date.fromisoformat(DATE)))

    assert found.severity is Severity.WARNING


LARGE = large_scale.BAD.replace("basis: consent", "basis: {basis}\n    text: CASF, art. L. 1")


@pytest.mark.parametrize(("basis", "severity"), [("consent", None), ("public-task", Severity.WARNING)])
def test_the_legislator_may_have_assessed_the_impact(tmp_path: Path, basis: str, severity: Severity | None) -> None:
    register = load(lay_over(LARGE.replace("{basis}", basis), tmp_path), schemas()).register
    assert register is not None

    (found,) = large_scale.check(Facts(register=register, today=date.fromisoformat(DATE)))

    assert found.severity is severity


APP = """
# data_subjects.yaml
customers:
  name: Clients
  minors:
    status: possible
    age: 12
    consent: own
# trackers.yaml
kit:
  name: Module de l’application
  technology: {technology}
  purposes: [newsletter]
# activities/orders.yaml
name: Commandes de pain
purposes: [order-preparation, newsletter]
data_subjects: [customers]
data:
  contact-details:
    purposes: [newsletter]
    {channel}
trackers: [kit]
"""


@pytest.mark.parametrize(
    ("technology", "channel", "number"),
    [("sdk", "form: identified", 1), ("email-pixel", "form: identified", 0), ("sdk", "channels: [shop]", 0)],
)
def test_a_tracker_tells_that_consent_is_given_online(
    tmp_path: Path, technology: str, channel: str, number: int
) -> None:
    register = load(lay_over(APP.format(technology=technology, channel=channel), tmp_path), schemas()).register
    assert register is not None

    assert len(list(too_young.check(Facts(register=register, today=date.fromisoformat(DATE))))) == number


@pytest.mark.parametrize(("day", "number"), [("2026-08-10", 0), ("2026-08-11", 1)])
def test_consent_to_calls_is_asked_from_the_day_of_the_law(tmp_path: Path, day: str, number: int) -> None:
    assert len(list(telephone.check(facts(tmp_path, "channels: [telephone]", day=day)))) == number


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("consent-by-silence", "Une case pré-cochée figure sur le bon."),
        ("consent-by-silence", "La case est cochée par défaut."),
        ("consent-by-silence", "En acceptant nos conditions générales."),
        ("no-law", "Norme ISO 27001"),
        ("no-law", "Conditions générales de vente"),
        ("no-law", "CLOUD Act"),
    ],
)
def test_words_that_tell(name: str, text: str) -> None:
    assert telling(name, text, "fr")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("consent-by-silence", "Vous cochez une case, jamais pré-cochée."),
        ("consent-by-silence", "Une case vide, distincte de l’acceptation des conditions."),
        ("consent-by-silence", None),
        ("no-law", "C. trav., art. L. 1321-1 (règlement intérieur)"),
        ("no-law", "C. com., art. L. 123-22"),
        ("no-law", "Charte des droits fondamentaux"),
    ],
)
def test_words_that_do_not(name: str, text: str | None) -> None:
    assert telling(name, text, "fr") is None


def test_what_tells_is_quoted_as_it_was_typed() -> None:
    assert telling("consent-by-silence", "En acceptant\nnos CGU.", "fr") == "En acceptant nos CGU"


def test_a_language_that_is_not_read_decides_nothing() -> None:
    assert telling("no-law", "ISO 27001", "de") is None


@pytest.mark.parametrize(
    ("country", "age", "certain"),
    [("FR", 15, True), ("DE", 16, False), ("AT", 14, False), ("BE", 13, False), ("IE", 16, False), ("US", 13, True)],
)
def test_the_age_of_consent_follows_the_country(country: str, age: int, certain: bool) -> None:
    """Outside the EEA only the lowest age is certain; what was read in commentaries only is not."""
    found = digital_majority([country])

    assert (found.age, found.certain) == (age, certain)


def test_the_age_of_consent_is_sixteen_before_a_law_lowers_it() -> None:
    assert digital_majority(["BE"], date(2017, 1, 1)).age == 16


def test_the_age_of_consent_is_that_of_the_country_or_the_lowest() -> None:
    assert (digital_majority(["FR", "BE"]).age, digital_majority(["FR"]).below) == (15, "joint")
    assert (digital_majority([None]).age, digital_majority([]).below) == (13, None)


TOWN = "name: Commune de Clisson"


@pytest.mark.parametrize(
    ("name", "basis", "criteria", "asked"),
    [
        (TOWN, "public-task", "[innovative]", True),
        ("name: Clisson Fleurs SARL", "public-task", "[innovative]", False),  # it may be given a task
        (TOWN, "contract", "[innovative]", False),
        ("name: Clisson Fleurs SARL", "contract", "[large-scale, sensitive]", True),
        ("name: Clisson Fleurs SARL", "contract", "[large-scale, monitoring]", True),
        ("name: Clisson Fleurs SARL", "contract", "[sensitive, monitoring]", False),
        ("name: Clisson Fleurs SARL", "contract", "[large-scale, vulnerable]", False),
    ],
)
def test_who_needs_an_officer(tmp_path: Path, name: str, basis: str, criteria: str, asked: bool) -> None:
    register = lay_over(officer_not_designated.BAD, tmp_path)
    for file, old, new in (
        ("controllers.yaml", "name: Boulangerie Aubépine SARL", name),
        ("activities/diets.yaml", "[large-scale, sensitive]", criteria),
        ("purposes.yaml", "legal_basis: contract", f"legal_basis: {{basis: {basis}, text: 'CGCT, art. L. 2212-5'}}"),
    ):
        text = (register / file).read_text(encoding="utf-8")
        assert old in text
        (register / file).write_text(text.replace(old, new), encoding="utf-8")

    reported = validate(register, schemas(), date.fromisoformat(DATE)).reported

    assert any(one.finding.rule == "officer-not-designated" for one in reported) == asked
