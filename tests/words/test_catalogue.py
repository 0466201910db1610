"""The fixed words: French is complete, and a third language needs a catalogue and no code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from program import DATE, ROOT, SAMPLES

from deskprivacy.model.public import public
from deskprivacy.render.document import Paragraph, Section, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words import catalogue
from deskprivacy.words.extraction import extracted
from deskprivacy.words.speech import speech

PACKAGE = ROOT / "deskprivacy"


def messages(language: str) -> Iterator[Message]:
    with (PACKAGE / "words" / "locale" / f"{language}.po").open("rb") as file:
        yield from (message for message in read_po(file, locale=language) if message.id)


def ids(found: Iterator[Message]) -> set[str]:
    return {message.id if isinstance(message.id, str) else message.id[0] for message in found}


def test_french_says_all_that_the_code_says_and_nothing_else() -> None:
    said = ids(message for message in extracted(PACKAGE, "fr") if message.id)

    assert ids(messages("fr")) == said


def test_nothing_is_missing_or_fuzzy_in_french() -> None:
    for message in messages("fr"):
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert not message.fuzzy, message.id
        assert all(strings), message.id


def test_a_translation_has_the_same_values() -> None:
    for message in messages("fr"):
        one = message.id if isinstance(message.id, str) else message.id[1]
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            assert set(re.findall(r"\{(\w+)\}", string)) <= set(re.findall(r"\{(\w+)\}", one)), message.id


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An invented third language: a catalogue beside the others, with a few words of the code and of the law."""
    fresh = extracted(PACKAGE, "de")
    words = {
        "Who are we?": "Wer sind wir?",
        "Legal basis": "Rechtsgrundlage",
        "In force from {date}": "gilt ab dem {date}",
        "in force from {date}": "gilt ab dem {date}",
        "your consent": "Ihre Einwilligung",
    }
    for english, local in words.items():
        if english in fresh:
            fresh[english].string = local
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "deskprivacy.mo").open("wb") as file:
        write_mo(file, fresh)
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    catalogue.catalogue.cache_clear()
    speech.cache_clear()
    yield
    catalogue.catalogue.cache_clear()
    speech.cache_clear()


@pytest.mark.usefixtures("german")
def test_a_third_language_needs_a_catalogue_and_no_code() -> None:
    outcome = validate(SAMPLES / "bakery", schemas(), date.fromisoformat(DATE))
    assert outcome.register is not None

    view = notice_document(public(outcome.register), "customers", outcome.gaps, speech("de"))

    said = " ".join(
        run.text
        for block in walk((*view.lead, *view.blocks))
        for run in (
            block.content if isinstance(block, Paragraph) else block.title if isinstance(block, Section) else ()
        )
    )
    assert view.language == "de"
    assert "Wer sind wir?" in said
    assert "Ihre Einwilligung" in said
    assert "gilt ab dem 1. Dezember 2026" in said
    assert "1 Jahr" in said
    assert "de" in catalogue.languages()


@pytest.mark.parametrize(
    ("language", "day", "listed"),
    [("en", "5 October 2026", "a, b and c"), ("pt-BR", "5 de outubro de 2026", "a, b e c")],
)
def test_days_and_lists_are_those_of_the_language_and_its_region(language: str, day: str, listed: str) -> None:
    """English is that of Europe, whose law this is."""
    assert speech(language).date("2026-10-05") == day
    assert speech(language).listed("abc") == listed
