"""The gate: a published notice goes out with no error on what it tells, and then without any mark of a draft."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from program import DATE, SAMPLES, Run

from deskprivacy.resources import schemas, templates
from deskprivacy.stories import build as story

SECOND = """name: Sondage
purposes: [survey]
data_subjects: [customers]
data:
  contact-details:
    retention: one-year
    required: optional
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
status: STATUS
"""
SURVEY = """survey:
  name: Vous demander votre avis
  kind: research
  legal_basis: consent
"""
BY_CONSENT = """    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, ou vous nous appelez.
    proof: Formulaire conservé
"""


@pytest.fixture(autouse=True)
def without_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held back does not hang on how a page is set, which takes most of a build."""
    monkeypatch.setattr(story, "to_pdf", lambda document, templates, today: b"")


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    edit(register / "notices" / "customers.yaml", "status: draft", "status: published")
    return register


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def add_survey(register: Path, status: str) -> None:
    """A second activity, whose purpose lacks the way to withdraw consent: an error."""
    (register / "activities" / "survey.yaml").write_text(SECOND.replace("STATUS", status), encoding="utf-8")
    with (register / "purposes.yaml").open("a", encoding="utf-8") as file:
        file.write(SURVEY)


def is_built(register: Path) -> bool:
    """Builds a register, and says whether it was written."""
    places = story.Places(register=register, schemas=schemas(), templates=templates(), output=register.parent / "out")
    return story.build(places, date.fromisoformat(DATE)).files is not None


def public(register: Path) -> list[str]:
    return sorted(path.name for path in (register.parent / "out" / "public").iterdir())


def test_a_published_notice_goes_to_public_without_a_mark_of_draft(bakery: Path) -> None:
    assert is_built(bakery)

    html = (bakery.parent / "out" / "public" / "customers.fr.html").read_text(encoding="utf-8")
    assert public(bakery) == ["customers.fr.html", "customers.fr.pdf"]
    assert list((bakery.parent / "out" / "draft").iterdir()) == []
    assert "Projet" not in html
    assert "noindex" not in html
    assert "1er décembre 2026" in html.replace("\u00a0", " ")


def test_an_error_on_what_it_tells_holds_it_back_and_the_last_output_stays(bakery: Path) -> None:
    assert is_built(bakery)
    before = (bakery.parent / "out" / "manifest.json").read_bytes()
    edit(bakery / "controllers.yaml", "  name: Boulangerie Aubépine SARL\n", "")

    assert not is_built(bakery)
    assert (bakery.parent / "out" / "manifest.json").read_bytes() == before


def test_a_rule_that_speaks_of_what_it_tells_holds_it_back_too(deskprivacy: Run, bakery: Path) -> None:
    """E-mails to anybody without consent: an error of judgement, not of absence."""
    interest = "    basis: legitimate-interests\n    interest: vendre davantage\n    channels: [email]\n"
    edit(bakery / "purposes.yaml", BY_CONSENT, interest)

    done = deskprivacy("build", bakery, "--output", bakery.parent / "out", "--date", DATE)

    assert done.returncode == 1
    assert "electronic-marketing-without-consent" in done.stderr
    assert not (bakery.parent / "out").exists()


def test_an_error_elsewhere_does_not(bakery: Path) -> None:
    add_survey(bakery, "active")
    assert not is_built(bakery)

    edit(bakery / "notices" / "customers.yaml", "covers: all", "covers: [orders]")

    assert is_built(bakery)
    assert "avis" not in (bakery.parent / "out" / "public" / "customers.fr.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("status", ["planned", "ended"])
def test_planned_and_ended_activities_are_not_told(bakery: Path, status: str) -> None:
    add_survey(bakery, status)

    assert is_built(bakery)
    assert "Vous demander votre avis" not in (bakery.parent / "out" / "public" / "customers.fr.html").read_text(
        encoding="utf-8"
    )


def test_a_proposed_fact_holds_a_published_notice_back(bakery: Path) -> None:
    (bakery / "open_questions.yaml").write_text(
        "basis:\n  question: Est-ce bien le contrat ?\n  about: [purposes/order-preparation.legal_basis]\n"
        "  status: proposed\n",
        encoding="utf-8",
    )

    assert not is_built(bakery)


def test_a_proposed_event_of_the_register_does_so_where_a_period_names_it(bakery: Path) -> None:
    edit(
        bakery / "register.yaml", "language: fr\n", "language: fr\nevents:\n  season:\n    name: la fin de la saison\n"
    )
    (bakery / "open_questions.yaml").write_text(
        "season:\n  question: Est-ce bien la saison ?\n  about: [register.events.season.name]\n  status: proposed\n",
        encoding="utf-8",
    )
    assert is_built(bakery)  # no period is counted from it

    edit(bakery / "retention_rules.yaml", "from: last-purchase", "from: season")

    assert not is_built(bakery)


def test_the_same_notice_as_a_draft_is_built_all_the_same(bakery: Path) -> None:
    edit(bakery / "controllers.yaml", "  name: Boulangerie Aubépine SARL\n", "")
    edit(bakery / "notices" / "customers.yaml", "status: published", "status: draft")

    assert is_built(bakery)
    assert public(bakery) == []


@pytest.mark.parametrize(
    "unsaid",
    [
        'msgctxt "register.events.stay-end.name"',  # an event of the register, at which a period begins
        'msgctxt "data_subjects/contributors.name"',  # people whom this notice only names: they take other photographs
    ],
)
def test_an_untranslated_text_that_is_said_in_passing_holds_it_back(tmp_path: Path, unsaid: str) -> None:
    register = Path(shutil.copytree(SAMPLES / "complete", tmp_path / "register"))
    for other in ("coop", "together"):
        edit(register / "notices" / f"{other}.yaml", "status: published", "status: draft")
    edit(register / "translations" / "en.po", unsaid, f"#, fuzzy\n{unsaid}")

    assert not is_built(register)


def test_an_officer_shared_with_another_controller_is_told_too(tmp_path: Path) -> None:
    """The association prints the contact of the officer of the cooperative, of which it tells nothing else."""
    register = Path(shutil.copytree(SAMPLES / "complete", tmp_path / "register"))
    for other in ("coop", "together"):
        edit(register / "notices" / f"{other}.yaml", "status: published", "status: draft")
    (register / "open_questions.yaml").write_text(
        "officer:\n  question: Est-ce la bonne adresse ?\n  about: [controllers/le-gue.dpo.contact]\n"
        "  status: proposed\n",
        encoding="utf-8",
    )

    assert not is_built(register)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("controllers.yaml", "address: 3 rue des Lilas, 44000 Nantes", "address: à confirmer"),
        ("controllers.yaml", "name: Boulangerie Aubépine SARL", "name: xxx"),
        ("controllers.yaml", "email: bonjour@aubepine.example", "email: todo@aubepine.example"),
        ("recipients.yaml", "name: Prestataire de notre caisse", "name: À compléter"),
        ("notices/customers.yaml", 'version: "1"', "version: TODO"),
    ],
)
def test_a_placeholder_in_any_value_that_it_prints_holds_it_back(bakery: Path, file: str, old: str, new: str) -> None:
    edit(bakery / file, old, new)

    assert not is_built(bakery)
    assert not (bakery.parent / "out").exists()
