"""The third person: no word of the law's lists says «you» where the person is spoken of."""

from __future__ import annotations

import re

import pytest

from deskprivacy.law.files import data
from deskprivacy.law.reader import LANGUAGES, closed_lists, third_person, vocabulary
from deskprivacy.words.speech import speech

TO_YOU = {
    "en": re.compile(r"\b(you|your|yours)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(vous|vos|votre|vôtres?)\b", re.IGNORECASE),
}
ALL = [(terms, term) for terms in closed_lists() for term in vocabulary(terms)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_says_you_has_another_for_the_register(language: str) -> None:
    said = {
        (terms, term): speech(language).of_the_person().term(terms, term)
        for terms, term in ALL
        if TO_YOU[language].search(speech(language).of_the_person().term(terms, term))
    }

    assert said == {}


@pytest.mark.parametrize("terms", sorted(data("third_person")))
def test_what_is_said_otherwise_is_a_word(terms: str) -> None:
    assert third_person(terms).keys() <= vocabulary(terms).keys()


def test_the_notice_still_says_you() -> None:
    assert speech("fr").term("retention_event", "last-contact") == "votre dernier contact"
    assert speech("fr").of_the_person().term("retention_event", "last-contact") == "le dernier contact"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("period", ["session", "until-cleared"])
def test_a_lifetime_says_no_you_either(language: str, period: str) -> None:
    assert not TO_YOU[language].search(speech(language).of_the_person().period(period))
