"""A recipient is said to get what the activity processes of a category, not all that the category may hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from program import DATE, SAMPLES
from proofs.registers import files_of, write

from deskprivacy.model.public import public
from deskprivacy.render.document import Paragraph, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.render.resolved import resolved
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import Outcome, validate
from deskprivacy.words.speech import speech

CATEGORIES = """
reaching:
  name: Coordonnées utiles
  cnil_family: civil-status-identity
  items:
    street: {name: Rue}
    mail: {name: Courrier électronique}
    phone: {name: Téléphone}
"""
SHEET = """
name: Lettre
purposes: [newsletter]
data_subjects: [customers]
sources: [order-form]
retention: one-year
required: optional
data:
  reaching:
    items: [PROCESSED]
recipients:
  till-provider:
    data: [GIVEN]
trackers: []
measures: [locked-till]
automated_decisions: []
owner: {service: Boutique}
"""


def judged(folder: Path, processed: str, given: str, role: str = "processor") -> Outcome:
    files = files_of(SAMPLES / "bakery")
    files["data_categories.yaml"] += CATEGORIES.encode()
    files["recipients.yaml"] = files["recipients.yaml"].replace(b"role: processor", f"role: {role}".encode())
    files["activities/letter.yaml"] = SHEET.replace("PROCESSED", processed).replace("GIVEN", given).encode()
    return validate(write(files, folder / "register"), schemas(), date.fromisoformat(DATE))


def notice(outcome: Outcome) -> str:
    assert outcome.register is not None
    document = notice_document(public(outcome.register), "customers", (), speech("fr"))
    paragraphs = (one for one in walk((*document.lead, *document.blocks)) if isinstance(one, Paragraph))
    return "\n".join("".join(run.text for run in one.content) for one in paragraphs)


@pytest.mark.parametrize(
    ("processed", "given", "said"),
    [
        ("mail", "reaching", "Courrier électronique, pour"),
        ("phone, street", "reaching", "Rue, Téléphone, pour"),
        ("mail, phone, street", "reaching", "Coordonnées utiles, pour"),
        ("mail, phone", "reaching/mail", "Courrier électronique, pour"),
    ],
)
def test_the_notice_names_what_is_processed(processed: str, given: str, said: str, tmp_path: Path) -> None:
    outcome = judged(tmp_path, processed, given)

    assert not [one for one in outcome.reported if one.finding.rule == "disclosed-data-not-processed"]
    assert said in notice(outcome)
    assert ("Coordonnées utiles, pour" in notice(outcome)) == said.startswith("Coordonnées")


def test_so_does_the_register(tmp_path: Path) -> None:
    outcome = judged(tmp_path, "mail", "reaching")
    assert outcome.register is not None

    sheet = resolved(outcome.register)["uses"]["letter"]

    assert [one["id"] for one in sheet["recipients"][0]["data"]] == ["reaching/mail"]


def test_what_anyone_may_get_is_no_more_than_what_is_processed(tmp_path: Path) -> None:
    said = notice(judged(tmp_path, "mail", "reaching", role="public"))

    (public_to_all,) = (line for line in said.splitlines() if line.startswith("Toute personne peut"))
    assert "Courrier électronique" in public_to_all
    assert "Coordonnées utiles" not in public_to_all


def test_an_item_that_is_not_processed_is_a_finding(tmp_path: Path) -> None:
    found = judged(tmp_path, "mail", "reaching/phone").reported

    assert [one.finding.values["data"] for one in found if one.finding.rule == "disclosed-data-not-processed"] == [
        "reaching/phone"
    ]
