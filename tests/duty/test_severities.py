"""An error is a broken duty: what is asked «where possible», or of what may not exist, warns, and once a register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from program import DATE
from samples.examples import lay_over

from deskprivacy.finding import Reported, Severity
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

ERROR, WARNING = Severity.ERROR, Severity.WARNING

TRACKER = """
# trackers.yaml
one:
  name: Traceur
  technology: cookie
  purposes: [{purposes}]
  consent: {consent}
  {more}
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
purposes: [{purposes}]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {{}}
trackers: [one]
measures: [locked-till]
automated_decisions: []
"""

CONTROLLER = """
# controllers.yaml
aubepine:
  name: Boulangerie Aubépine SARL
  country: FR
  {reached}
  {officer}
  rights:
    contact:
      email: donnees@aubepine.example
    identity: on-doubt
  authority: cnil
"""
OFFICER = "dpo: {designated: false, reason: Rien de régulier ni de sensible}"
REACHED = (
    "contact: {email: bonjour@aubepine.example, phone: '+33 2 00 00 00 00'}\n  address: 3 rue des Lilas, 44000 Nantes"
)

COUSINS = """
# controllers.yaml
cousins:
  name: Boulangerie des Cousins SARL
  address: 4 rue des Lilas, 44000 Nantes
  country: FR
  contact:
    email: cousins@aubepine.example
  {officer}
  rights:
    contact:
      email: donnees@aubepine.example
    identity: on-doubt
  authority: cnil
"""

SHEET = """
# activities/{name}.yaml
name: Fiche {name}
controllers: {controllers}
purposes: {purposes}
data_subjects: [customers]
required: optional
data:
  contact-details:
    {line}
recipients: {{}}
trackers: []
measures: [locked-till]
{decisions}
"""


def sheet(name: str = "orders", **changes: str) -> str:
    values = {
        "controllers": "[aubepine]",
        "purposes": "[order-preparation]",
        "line": "retention: one-year",
        "decisions": "automated_decisions: []",
    }
    return SHEET.format(name=name, **(values | changes))


def tracker(consent: str, purposes: str = "order-preparation", more: str = "") -> str:
    return TRACKER.format(consent=consent, purposes=purposes, more=more)


CART = "{required: false, exemption: cart-and-billing}"
AUDIENCE = "{required: false, exemption: audience-measurement}"
JOINT = COUSINS.format(officer=OFFICER) + sheet(controllers="[aubepine, cousins]")
TWO = "[order-preparation, newsletter]"

CASES = {
    "exempt-without-lifetime": (tracker(CART), {"exempt-tracker-lifetime-missing": WARNING}),
    "its-twin-with-consent": (
        tracker("required", "visit-count", "choice: Le lien « Mes choix »"),
        {"tracker-lifetime-missing": ERROR},
    ),
    "exempt-audience-without-refusal": (
        tracker(AUDIENCE, "visit-count", "lifetime: session"),
        {"exempt-tracker-refusal-missing": WARNING},
    ),
    "its-twin-that-waits": (
        tracker("required", "visit-count", "lifetime: session"),
        {"tracker-refusal-missing": ERROR},
    ),
    "cart-without-refusal": (tracker(CART, more="lifetime: session"), {}),
    "e-mail-without-address": (
        CONTROLLER.format(reached="contact: {email: bonjour@aubepine.example}", officer=OFFICER),
        {"controller-address-missing": WARNING},
    ),
    "address-without-e-mail": (
        CONTROLLER.format(reached="address: 3 rue des Lilas, 44000 Nantes", officer=OFFICER),
        {"controller-contact-missing": WARNING},
    ),
    "no-way-to-reach-it": (
        CONTROLLER.format(reached="trade_name: Aubépine", officer=OFFICER),
        {"controller-reach-missing": ERROR},
    ),
    "silence-on-an-officer": (CONTROLLER.format(reached=REACHED, officer=""), {"dpo-missing": WARNING}),
    "joint-controllers": (JOINT, {"arrangement-missing": WARNING}),
    "their-arrangement-without-essence": (
        JOINT.replace("decisions: []", "decisions: []\narrangement: {document: Accord}"),
        {"arrangement-essence-missing": ERROR},
    ),
    "two-purposes-on-one-line": (sheet(purposes=TWO), {"data-purpose-missing": WARNING}),
    "silence-on-decisions": (sheet(decisions=""), {"automated-decision-undeclared": WARNING}),
}


def reported(example: str, folder: Path, *, told: bool = True) -> tuple[Reported, ...]:
    """What is found, but for what the examples leave out on purpose: the customers' notice covers all that runs."""
    register = lay_over(example, folder)
    if not told:
        (register / "notices" / "customers.yaml").unlink()
    found = validate(register, schemas(), date.fromisoformat(DATE)).reported
    beside = {"unused-entity", "arrangement-contact-missing"}
    return tuple(one for one in found if one.finding.rule not in beside)


@pytest.mark.parametrize("name", CASES)
def test_an_error_is_a_broken_duty(tmp_path: Path, name: str) -> None:
    example, expected = CASES[name]

    assert {one.finding.rule: one.severity for one in reported(example, tmp_path)} == expected


@pytest.mark.parametrize(("told", "severity"), [(True, ERROR), (False, WARNING)])
def test_a_period_that_only_the_record_asks_for_where_possible_warns(
    tmp_path: Path, told: bool, severity: Severity
) -> None:
    (one,) = reported(sheet(line="purposes: [order-preparation]"), tmp_path, told=told)

    assert (one.finding.rule, one.severity) == ("data-retention-missing", severity)


def test_what_exists_where_applicable_is_asked_once_a_register(tmp_path: Path) -> None:
    example = sheet("orders", decisions="") + sheet("menus", decisions="") + sheet("fairs", decisions="")

    (one,) = reported(example, tmp_path)

    assert one.finding.rule == "automated-decision-undeclared"
    assert one.finding.values["name"] == "Fiche fairs, Fiche menus, Fiche orders"


def test_officers_of_two_controllers_are_asked_for_once(tmp_path: Path) -> None:
    example = CONTROLLER.format(reached=REACHED, officer="") + sheet("orders") + sheet("menus", controllers="[cousins]")
    cousins = COUSINS.format(officer="").partition(".yaml\n")[2]

    (one,) = reported(example.replace("# activities/orders", cousins + "# activities/orders", 1), tmp_path)

    assert one.finding.rule == "dpo-missing"
    assert "Cousins" in str(one.finding.values["name"])


def test_sheets_under_different_open_questions_are_told_apart(tmp_path: Path) -> None:
    question = "# open_questions.yaml\nmenus:\n  question: Une machine décide-t-elle des menus ?\n  status: unknown\n"
    question += "  about: [activities/menus.automated_decisions]\n  ask: gérante\n  due: 2027-01-15\n"

    found = reported(sheet("orders", decisions="") + sheet("menus", decisions="") + question, tmp_path)

    assert {(one.question, one.finding.values["name"]) for one in found} == {
        ("menus", "Fiche menus"),
        (None, "Fiche orders"),
    }
