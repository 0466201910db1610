"""What a notice says of the parts of people and of bodies: of joint controllers, of persons beside a machine."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import pytest
from program import SAMPLES
from proofs.views import runs_of
from render.test_notice_abroad import notice, under
from render.test_rights import register_of

from deskprivacy.address import Address
from deskprivacy.model.activities import AutomatedDecision
from deskprivacy.model.public import public
from deskprivacy.render.document import Block, Description, Section, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.render.notice.notes import Note
from deskprivacy.render.register import register_document
from deskprivacy.words.speech import speech


def text_of(blocks: Iterable[Block]) -> str:
    return "".join(run.text for run in runs_of(tuple(blocks)))


@pytest.mark.parametrize(
    ("language", "joint", "own"),
    [
        (
            "fr",
            "Décide avec nous de ce à quoi servent les données, et de la façon de les traiter : Ensemble.",
            "Utilise aussi des données pour son propre compte : Seul.",
        ),
        (
            "en",
            "This one decides together with us what data are used for, and how: Ensemble.",
            "This one also uses data for itself: Seul.",
        ),
    ],
)
def test_a_joint_controller_uses_no_data_for_itself(tmp_path: Path, language: str, joint: str, own: str) -> None:
    together = {"name": "Ensemble", "role": "joint-controller", "country": "FR"}
    alone = {"name": "Seul", "role": "controller", "country": "FR"}
    said = [
        line.partition(" | ")[2]
        for line in under(notice(tmp_path, language=language, t=together, a=alone), "essentials")
    ]

    assert joint in said
    assert own in said


@pytest.mark.parametrize(
    ("language", "words"), [("fr", ("Intervention humaine", "aucune")), ("en", ("Human involvement", "none"))]
)
def test_that_no_person_decides_is_said_as_that(language: str, words: tuple[str, str]) -> None:
    register = register_of(SAMPLES / "bakery")
    decision = AutomatedDecision(name="Tri", kind="solely-automated", human="none")
    sheet = dataclasses.replace(register.activities["orders"], automated_decisions=(decision,))
    register = dataclasses.replace(register, activities={"orders": sheet})
    say = speech(language)

    shown = notice_document(public(register), "customers", (), say)
    (decisions,) = (one for one in walk(shown.blocks) if isinstance(one, Section) and one.id == "decisions")
    entries = [entry for one in walk((decisions,)) if isinstance(one, Description) for entry in one.entries]
    assert words in [(entry.term[0].text, text_of(entry.blocks)) for entry in entries]
    inside = text_of(register_document(register, (), say).blocks).replace("\u00a0", " ").replace(" :", ":")
    assert f"{words[0]}: {words[1]}" in inside


def test_what_a_draft_finds_of_the_notice_itself_stands_at_its_head() -> None:
    register = register_of(SAMPLES / "bakery")
    about = Note(
        rule="processor-sheet-in-notice",
        where=Address("notices", "customers", ("covers", 1)),
        title={"en": "a sheet of processing for others", "fr": "une fiche de sous-traitant"},
        law=("GDPR 30(2)",),
    )

    shown = notice_document(public(register), "customers", (), speech("fr"), notes=[about])

    assert "une fiche de sous-traitant" in text_of(shown.lead).lower()
    assert "une fiche de sous-traitant" not in text_of(shown.blocks).lower()
