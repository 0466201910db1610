"""Countries are a list: what is not in it is refused, and the code is proposed that was meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

from deskprivacy.law.country_codes import country_codes, otherwise_written
from deskprivacy.load.schemas.check import Schemas
from deskprivacy.load.schemas.countries import country_meant
from deskprivacy.words.speech import speech

pytestmark = pytest.mark.broad

FOLDER = Path(__file__).parents[2] / "schemas"
SCHEMA = json.loads((FOLDER / "vocabulary.schema.json").read_text("utf-8"))["$defs"]["country"]
LANGUAGES = ("fr", "en")


def told(written: object) -> list[tuple[object, ...]]:
    found = Schemas(FOLDER).check("controllers", "a", {"country": written})
    return [(one.rule, one.at.keys, one.values.get("suggestion")) for one in found if hasattr(one.at, "keys")]


def test_the_list_is_that_of_iso_with_kosovo_and_two_areas() -> None:
    codes = country_codes()

    assert len(set(codes)) == len(codes) == 249 + 1 + 2
    assert {"FR", "RE", "NO", "XK", "EU", "EEA"} <= set(codes)
    assert SCHEMA["enum"] == list(codes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_name_of_its_own(language: str) -> None:
    names = {speech(language).country(code) for code in country_codes()}

    assert len(names) == len(country_codes())
    assert not names & set(country_codes())


@pytest.mark.parametrize("code", country_codes())
def test_a_code_is_accepted(code: str) -> None:
    assert told(code) == []


@pytest.mark.parametrize(
    "code", ["FE", "ZZ", "SU", "AA", "QO", "XX", "XA", "UN", "EZ", "AC", "TA", "AN", "CS", "YU", "FX", "Q", "", "419"]
)
def test_another_is_refused(code: str) -> None:
    (found,) = told(code)

    assert found[:2] == ("bad-country", ("country",))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("UE", "EU"),
        ("EEE", "EEA"),
        ("UK", "GB"),
        ("EL", "GR"),
        ("France", "FR"),
        ("Tunisie", "TN"),
        ("United Kingdom", "GB"),
        ("royaume uni", "GB"),
        ("Union européenne", "EU"),
        ("États-Unis", "US"),
        ("ETATS-UNIS", "US"),
        ("USA", "US"),
        ("République tchèque", "CZ"),
        ("Cote d'Ivoire", "CI"),
        ("Tunise", "TN"),
        ("la France", "FR"),
        ("fr", "FR"),
        (" FR", "FR"),
        ("FRA", "FR"),
        ("eea", "EEA"),
        ("DD", "DE"),
        ("FX", "FR"),
        (250, "FR"),
    ],
)
def test_the_code_that_was_meant_is_proposed(written: object, meant: str) -> None:
    assert told(written) == [("bad-country", ("country",), meant)]
    assert told(meant) == []


@pytest.mark.parametrize(
    "written", ["FE", "ZZ", "SU", "YU", "CS", "Europe", "Autre", "Congo", "Corée", "Monde", "x" * 900]
)
def test_nothing_is_proposed_where_several_might_be_meant_or_none(written: str) -> None:
    assert told(written) == [("bad-country", ("country",), None)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_cldr_leads_to_its_code(language: str) -> None:
    names = Locale.parse(language).territories

    assert {names[code]: country_meant(names[code], SCHEMA) for code in country_codes() if code != "EEA"} == {
        names[code]: code for code in country_codes() if code != "EEA"
    }


def test_every_code_of_three_letters_leads_to_that_of_two() -> None:
    longer = {old: new for old, new in get_global("territory_aliases").items() if len(old) == 3 and old.isalpha()}
    alone = {old: new[0] for old, new in longer.items() if len(new) == 1 and new[0] in country_codes()}

    assert len(set(alone.values())) >= 249
    assert {old: country_meant(old, SCHEMA) for old in alone} == alone


def test_what_is_written_otherwise_means_a_code_and_is_none() -> None:
    assert set(otherwise_written().values()) <= set(country_codes())
    assert not set(otherwise_written()) & set(country_codes())


@pytest.mark.parametrize("name", otherwise_written())
def test_what_is_written_otherwise_is_understood(name: str) -> None:
    assert told(name) == [("bad-country", ("country",), otherwise_written()[name])]
