"""No text goes untranslated without saying so: in a document of another language it is marked with its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from program import DATE, ROOT, SAMPLES

from deskprivacy.model.public import public
from deskprivacy.model.texts import in_other_words
from deskprivacy.model.translation import translated
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.render.register import register_document
from deskprivacy.resources import schemas, templates
from deskprivacy.stories.validate import validate
from deskprivacy.words.speech import speech

pytestmark = pytest.mark.slow  # every document of the large samples is written
MARK = "Qzx"


def said(element: Element, language: str | None = None) -> Iterator[tuple[str | None, str]]:
    """Each piece of text of a page with the language in which it is to be read aloud."""
    own = element.get("lang", language)
    yield own, element.text or ""
    for child in element:
        yield from said(child, own)
        yield own, child.tail or ""


@pytest.mark.parametrize("folder", [SAMPLES / "complete", ROOT / "register"])
def test_every_text_of_a_notice_without_a_catalogue_is_read_in_its_own_language(folder: Path) -> None:
    outcome = validate(folder, schemas(), date.fromisoformat(DATE))
    assert outcome.register is not None
    marked = in_other_words(outcome.register, lambda _, text: MARK + text)
    other, left = translated(replace(marked, catalogues={}), "en")

    for notice in other.notices:
        page = to_html(notice_document(public(other), notice, outcome.gaps, speech("en"), left), templates())
        pieces = [one for one in said(html5lib.parse(page, namespaceHTMLElements=False)) if re.search(MARK, one[1])]
        assert len(pieces) > 50
        assert [text for language, text in pieces if language != "fr"] == []


@pytest.mark.parametrize("folder", [SAMPLES / "bakery", SAMPLES / "complete", ROOT / "register"])
def test_no_text_without_a_translation_ends_twice(folder: Path) -> None:
    register = validate(folder, schemas(), date.fromisoformat(DATE)).register
    assert register is not None
    other, left = translated(replace(register, catalogues={}), "en")
    views = [notice_document(public(other), one, (), speech("en"), left) for one in other.notices]

    for view in (*views, register_document(other, (), speech("en"), untranslated=left)):
        said = re.sub(r"<[^>]*>", "", to_html(view, templates()))
        assert re.findall(r"[^\n]*\.\s\[fr\]\.[^\n]*", said) == []
