"""Whose data, which must be given and for what, and a period that is missing: as a club's officer read it."""

from __future__ import annotations

import pytest
from render.club import changed, club, lines, section, within

FRENCH, ENGLISH = "fr", "en"
languages = pytest.mark.parametrize("language", [FRENCH, ENGLISH])


@languages
def test_all_persons_are_listed_whose_data_are_used(language: str) -> None:
    said = within(section(club(language).notice, "data-subjects").blocks)

    assert said[:2] == ["Abonnés à la lettre d’information", "Personnes qui passent sur le ponton"]
    assert len(said) == 4


def test_persons_about_whom_the_data_of_others_tell_are_listed() -> None:
    parents = {
        "data_subjects.yaml": ("", "parents:\n  name: Parents\n"),
        "data_categories.yaml": ("      name: Nom\n", "      name: Nom\n      concerns: [parents]\n"),
    }

    assert "Parents" in within(section(changed(parents).notice, "data-subjects").blocks)


MEMBERSHIP = "Gérer votre adhésion : inscription, cotisation, vie du club"
LICENCES = "Prendre votre licence auprès de la Fédération française de voile"
LETTER = "Vous envoyer notre lettre d’information"


@pytest.mark.parametrize(
    ("language", "colon", "to", "semicolon"), [(FRENCH, " :", "pour :", " ;"), (ENGLISH, ":", "for:", ";")]
)
def test_a_datum_that_is_demanded_here_and_optional_there_says_for_what(
    language: str, colon: str, to: str, semicolon: str
) -> None:
    said = within(section(club(language).notice, "required").blocks)

    assert f"Coordonnées{colon} Adresse, Adresse e-mail ({to} {MEMBERSHIP}{semicolon} {LICENCES})" in said
    assert f"Coordonnées{colon} Adresse e-mail ({to} {LETTER})" in said
    assert f"Coordonnées{colon} Téléphone" in said  # never demanded


NO_PERIOD = {"retention_rules.yaml": ("  active: 1 month\n  from: recording\n", "")}


@pytest.mark.parametrize(
    ("language", "missing", "then"),
    [(FRENCH, "À compléter : ", " ; puis supprimées"), (ENGLISH, "To be completed: ", "; then deleted")],
)
def test_a_period_that_is_missing_stands_where_it_would_be_said(language: str, missing: str, then: str) -> None:
    found = changed(NO_PERIOD, language)

    for document in (found.notice, found.register):
        said = [line for line in lines(document) if then.strip(" ;") in line and missing[:11] in line]
        assert said
        assert all(line.endswith(then) for line in said)
