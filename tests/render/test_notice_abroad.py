"""A notice tells where recipients are outside the EEA, whatever is declared, asked or accepted of their transfers."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from program import DATE, SAMPLES
from proofs.trees import in_block_style

from deskprivacy.model.public import public
from deskprivacy.render.document import Description, Document, List, Paragraph, Section, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words.speech import speech

MAILER = {"name": "Mailer", "role": "processor", "country": "US"}
JASMIN = {"name": "Assistance Jasmin", "role": "processor", "country": "FR", "access_from": ["TN"]}
HOST = {"name": "Host", "role": "processor", "country": "FR", "transfer": []}
BAKER = {"name": "Baker", "role": "processor", "country": "IE", "transfer": []}
WAIVED = {
    name: {"rule": "transfer-missing", "about": f"recipients/{name}", "reason": "R", "by": "B", "until": "2027-10-01"}
    for name in ("mailer", "jasmin")
}


def notice(
    folder: Path, *, language: str = "fr", status: str = "draft", beside: Any = None, **recipients: Any
) -> Document:
    """The bakery's notice with these recipients, and with more files beside its own."""
    shutil.copytree(SAMPLES / "bakery", folder, dirs_exist_ok=True)
    (folder / "recipients.yaml").write_text(in_block_style(recipients), encoding="utf-8")
    for name, data in (beside or {}).items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(in_block_style(data))
    sheet = folder / "activities" / "orders.yaml"
    before, _, after = sheet.read_text(encoding="utf-8").partition("recipients:\n")
    lines = "".join(f"  {one}: {{purposes: [newsletter], data: [contact-details]}}\n" for one in recipients)
    sheet.write_text(f"{before}recipients:\n{lines}trackers:{after.partition('trackers:')[2]}", encoding="utf-8")
    paper = folder / "notices" / "customers.yaml"
    paper.write_text(paper.read_text(encoding="utf-8").replace("status: draft", f"status: {status}"), encoding="utf-8")
    outcome = validate(folder, schemas(), date.fromisoformat(DATE))
    assert outcome.register is not None
    return notice_document(public(outcome.register), "customers", outcome.gaps, speech(language))


def under(document: Document, ident: str) -> list[str]:
    """What a section says, a line for each paragraph, with plain spaces; a term stands before what is said of it."""
    (found,) = (one for one in walk((*document.lead, *document.blocks)) if isinstance(one, Section) and one.id == ident)
    return [line.replace("\u00a0", " ").replace("\u202f", " ") for block in found.blocks for line in lines(block)]


def lines(block: object) -> list[str]:
    if isinstance(block, Description):
        return [
            f"{entry.term[0].text} | {line}"
            for entry in block.entries
            for inner in entry.blocks
            for line in lines(inner)
        ]
    if isinstance(block, List):
        return [line for item in block.items for inner in item for line in lines(inner)]
    assert isinstance(block, Paragraph)
    return ["".join(run.text for run in block.content)]


@pytest.mark.parametrize(
    "beside",
    [
        {"waivers.yaml": WAIVED},
        {"register.yaml": {"severities": {"transfer-missing": {"severity": "warning", "reason": "R"}}}},
    ],
)
def test_a_published_notice_tells_of_those_abroad_whose_transfer_nobody_asks_for(tmp_path: Path, beside: Any) -> None:
    shown = notice(tmp_path, status="published", beside=beside, mailer=MAILER, jasmin=JASMIN, host=HOST, baker=BAKER)

    assert under(shown, "transfers") == [
        "Mailer | Pays : États-Unis",
        "Assistance Jasmin | Données consultées depuis : Tunisie",
        "Aucun transfert hors de l’Espace économique européen pour Host et Baker.",
    ]
    told = "Des destinataires se trouvent ou travaillent hors de l’Espace économique européen : États-Unis et Tunisie."
    assert any(line.endswith(told) for line in under(shown, "essentials"))


def test_it_is_told_in_english_too(tmp_path: Path) -> None:
    shown = notice(
        tmp_path, language="en", mailer=MAILER | {"members": {"m": {"name": "M", "country": "IN"}}}, host=HOST
    )

    assert under(shown, "transfers")[0] == "Mailer | Country: United States"
    assert "No transfer outside the European Economic Area for Host." in under(shown, "transfers")
    assert any("Recipients are or work outside" in line for line in under(shown, "essentials"))


def test_a_draft_tells_the_place_beside_the_gap(tmp_path: Path) -> None:
    place, gap = under(notice(tmp_path, mailer=MAILER), "transfers")

    assert place == "Mailer | Pays : États-Unis"
    assert gap.startswith("Mailer | À compléter")


def test_what_a_transfer_names_is_told_once(tmp_path: Path) -> None:
    to_the_us = {"countries": ["US"], "mechanism": "scc", "copy": "Write to us."}
    shown = notice(tmp_path, mailer=MAILER | {"access_from": ["IN"], "transfer": [to_the_us]})

    assert [line for line in under(shown, "transfers") if "Pays" in line] == []
    assert under(shown, "transfers")[0] == "Mailer | Données consultées depuis : Inde"
    assert under(shown, "transfers")[1].startswith("Mailer | États-Unis : ")
    said = " ".join(under(shown, "essentials"))
    assert "quittent l’Espace économique européen : États-Unis" in said
    assert "hors de l’Espace économique européen : Inde." in said
