"""What a notice says of a purpose and of a recipient: no sentence joins what the register does not join."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from program import DATE, ROOT, SAMPLES

from deskprivacy.model.public import public
from deskprivacy.render.document import Block, Description, List, Paragraph, Section, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words.speech import speech

EUROPE = re.compile(r"(?i)(?:outside|leaves?|stay in|within) Europe\b|(?:hors|quittent|restent en) ?(?:d’|l’)?Europe\b")


def section(folder: Path, notice: str, ident: str) -> Section:
    """A section of a notice, in French."""
    outcome = validate(folder, schemas(), date.fromisoformat(DATE))
    assert outcome.register is not None
    view = notice_document(public(outcome.register), notice, outcome.gaps, speech("fr"))
    (found,) = (one for one in walk((*view.lead, *view.blocks)) if isinstance(one, Section) and one.id == ident)
    return found


def said(folder: Path, notice: str, ident: str) -> list[str]:
    """The paragraphs of a section, with plain spaces."""
    blocks = section(folder, notice, ident).blocks
    return [line for block in blocks if isinstance(block, Paragraph) for line in lines(block)]


def entry(folder: Path, notice: str, ident: str, term: str) -> list[str]:
    """The lines of one entry of a section, in French, with plain spaces."""
    found = section(folder, notice, ident)
    (shown,) = (
        one
        for block in found.blocks
        if isinstance(block, Description)
        for one in block.entries
        if one.term[0].text == term
    )
    return [line for block in shown.blocks for line in lines(block)]


def lines(block: Block) -> list[str]:
    if isinstance(block, List):
        return [line for item in block.items for inner in item for line in lines(inner)]
    assert isinstance(block, Paragraph)
    text = "".join(run.text for run in block.content)
    return [text.replace("\u00a0", " ").replace("\u202f", " ")]


def test_a_period_that_holds_for_some_of_the_data_names_them() -> None:
    """DESKMANAGER says until when it keeps the card; of the address and the order it says nothing."""
    assert entry(ROOT / "register", "consumers", "purpose-order-fulfilment", "Combien de temps") == [
        "Données de votre carte de paiement : jusqu’à la fin du paiement, puis supprimées"
    ]


def test_a_category_of_which_parts_are_kept_differently_names_the_parts() -> None:
    kept = entry(SAMPLES / "complete", "coop", "purpose-order-fulfilment", "Combien de temps")

    assert [line.partition(" : 1 an ")[0] for line in kept if " : 1 an " in line] == [
        "Commandes et locations (Poids, taille et pointure, quand vous louez des skis ou un baudrier)"
    ]


def test_a_period_that_holds_for_all_of_the_data_stands_alone() -> None:
    kept = entry(SAMPLES / "bakery", "customers", "purpose-order-preparation", "Combien de temps")

    assert len(kept) == 1
    assert " : " not in kept[0]


def test_how_to_refuse_a_recipient_follows_the_right_to_refuse() -> None:
    (given,) = entry(SAMPLES / "complete", "coop", "recipient-refuge-company", "Données reçues, et pourquoi")

    assert "; sauf si vous vous y opposez : Décochez « Remises dans les refuges »" in given


def test_explicit_consent_is_told_and_how_to_withdraw_it() -> None:
    health = [line for line in said(SAMPLES / "complete", "together", "data-health") if "permet" in line]
    assert health == [
        (
            "Ce qui permet d’utiliser ces données (Fiche sanitaire) : consentement explicite "
            "(pour : Veiller à la santé des jeunes ; Secourir un jeune en danger)."
        ),
        (
            "Ce qui permet d’utiliser ces données (Repas à adapter) : consentement explicite "
            "(pour : Veiller à la santé des jeunes)."
        ),
    ]

    way, how = entry(SAMPLES / "complete", "together", "choices", "Veiller à la santé des jeunes")
    assert way == (
        "Pour retirer votre consentement explicite à l’usage de ces données : Fiche sanitaire et Repas à adapter."
    )
    assert how.startswith("Écrivez au responsable du séjour ; nous vous rendons la fiche sanitaire")


@pytest.mark.parametrize(
    ("recipient", "line"),
    [
        ("website-readers:\n  name: Lecteurs de notre site\n  role: public\n", ""),
        ("website-readers:\n  name: Personnes qui demandent un document\n", "    role: public\n"),
    ],
)
def test_what_anybody_may_get_is_said_whether_published_or_on_request(
    tmp_path: Path, recipient: str, line: str
) -> None:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    with (register / "recipients.yaml").open("a", encoding="utf-8") as file:
        file.write(recipient)
    orders = register / "activities" / "orders.yaml"
    text = orders.read_text(encoding="utf-8")
    assert "recipients:\n" in text
    given = f"recipients:\n  website-readers:\n    data: [contact-details/name]\n{line}"
    orders.write_text(text.replace("recipients:\n", given), encoding="utf-8")

    surprises = entry(register, "customers", "essentials", "Ce qui peut vous surprendre")

    name = recipient.partition("name: ")[2].partition("\n")[0]
    assert surprises == [f"Toute personne peut obtenir ces données ({name}) : Nom."]


def test_no_document_takes_europe_for_the_european_economic_area() -> None:
    """Switzerland and the United Kingdom lie in Europe: data that go there do not leave it."""
    catalogue = (ROOT / "deskprivacy" / "words" / "locale" / "fr.po").read_text(encoding="utf-8")
    said = [one for path in (ROOT / "deskprivacy").rglob("*.py") for one in EUROPE.findall(path.read_text("utf-8"))]

    assert EUROPE.findall(catalogue) == []
    assert said == []
