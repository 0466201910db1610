"""The reader: every file sound, dated and read only when needed; the reference data as the law has it."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files

import pytest
import yaml

from deskprivacy.law.files import data
from deskprivacy.law.reader import (
    LANGUAGES,
    authorities,
    bases,
    countries,
    letters,
    rights,
    sheet,
    structure,
    vocabulary,
    word,
)

FILES = sorted(one.name for one in files("deskprivacy.law").iterdir() if one.name.endswith(".yaml"))


@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_twice(name: str) -> None:
    tree = yaml.compose(files("deskprivacy.law").joinpath(name).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)

    def walk(node: yaml.Node | None) -> None:
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert len(keys) == len(set(keys)), keys
            for _, value in node.value:
                walk(value)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                walk(value)

    walk(tree)


def test_nothing_is_read_before_it_is_asked_for() -> None:
    program = (
        "import sys, deskprivacy.law.reader, deskprivacy.law.files as files\n"
        "assert 'yaml' not in sys.modules, 'yaml is imported'\n"
        "assert files.data.cache_info().currsize == 0, 'a file is read'\n"
        "deskprivacy.law.reader.word('right', 'access', 'fr')\n"
        "assert files.data.cache_info().currsize == 1, 'more than one file is read'\n"
    )

    subprocess.run([sys.executable, "-P", "-c", program], check=True)


def test_a_file_is_parsed_once() -> None:
    assert data("rights") is data("rights")


# --- words ---------------------------------------------------------------------------------------


def test_a_word_has_its_language() -> None:
    assert word("severity", "error", "fr") == "erreur"
    assert word("severity", "error", "en") == "error"


def test_a_word_that_a_language_lacks_is_english() -> None:
    assert word("severity", "error", "de") == "error"


@pytest.mark.parametrize(("terms", "term"), [("nowhere", "error"), ("severity", "nothing")])
def test_an_unknown_word_is_a_fault_of_ours(terms: str, term: str) -> None:
    with pytest.raises(KeyError):
        word(terms, term, "fr")


def test_authorities_are_a_closed_list_too() -> None:
    assert set(vocabulary("authority")) == set(authorities())
    assert word("authority", "cnil", "fr").endswith("(CNIL)")


@pytest.mark.parametrize("terms", sorted(data("vocabulary")))
def test_every_word_is_there_in_every_language(terms: str) -> None:
    for words in vocabulary(terms).values():
        assert set(LANGUAGES) <= set(words)
        assert all(words.values())


# --- rules of structure --------------------------------------------------------------------------


def test_rules_of_structure_have_words() -> None:
    for name, text in structure().items():
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)
        assert all(set(texts) >= set(LANGUAGES) for texts in (text.title, text.message, text.help))


# --- reference data ------------------------------------------------------------------------------


def test_the_union_has_27_members_and_the_eea_three_more() -> None:
    assert len(data("countries")["eu"]) == 27
    assert len(countries().eea) == 30
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries().eea)


@pytest.mark.parametrize(
    ("code", "position"),
    [
        ("FR", "inside"),
        ("NO", "inside"),  # Norway, not «no»
        ("RE", "inside"),
        ("AX", "inside"),
        ("EEA", "inside"),
        ("EU", "inside"),
        ("NC", "undecided"),
        ("GB", "outside"),
        ("CH", "outside"),
        ("GL", "outside"),
        ("US", "outside"),
    ],
)
def test_a_country_has_a_position(code: str, position: str) -> None:
    assert countries().position(code) == position


def test_territories_belong_to_members() -> None:
    assert set(countries().territories.values()) | set(countries().undecided.values()) <= countries().eea


def test_the_six_bases_are_those_that_a_purpose_may_name() -> None:
    assert set(bases()) == set(vocabulary("legal_basis"))
    assert {basis.article for basis in bases().values()} == {f"GDPR 6(1)({letter})" for letter in "abcdef"}


# GDPR 17(3)(b), 20(1), 21(1) and 7(3), read against each basis.
GIVEN_BY = {
    "erasure": {"consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests"},
    "portability": {"consent", "contract"},
    "objection": {"public-task", "legitimate-interests"},
    "withdrawal": {"consent"},
}


@pytest.mark.parametrize("right", [right.id for right in rights().values() if right.given == "by-basis"])
def test_a_right_is_given_by_the_bases_that_the_law_says(right: str) -> None:
    given = {basis.id for basis in bases().values() if right in basis.rights}

    assert given == GIVEN_BY.get(right, set(bases()))


def test_erasure_is_limited_alike_where_the_law_obliges_and_where_a_public_task_does() -> None:
    """GDPR 17(3)(b) is one exception for both."""
    assert bases()["legal-obligation"].rights["erasure"] == "limited"
    assert bases()["public-task"].rights["erasure"] == "limited"
    assert rights()["erasure"].limit


def test_no_basis_gives_what_everybody_has() -> None:
    """GDPR 15, 16, 18 and 77 name no basis."""
    always = {right.id for right in rights().values() if right.given == "always"}

    assert always >= {"access", "rectification", "restriction", "complaint"}
    assert not always & {right for basis in bases().values() for right in basis.rights}


def test_every_right_that_a_basis_gives_is_told() -> None:
    given = {right for basis in bases().values() for right in basis.rights}

    assert given == {right.id for right in rights().values() if right.given == "by-basis"}
    assert set(vocabulary("right")) <= set(rights())


@pytest.mark.parametrize("right", rights().values(), ids=lambda right: right.id)
def test_a_right_speaks_to_the_person(right: object) -> None:
    right = rights()[right.id]  # type: ignore[attr-defined]

    assert set(right.sentence) == set(LANGUAGES)
    assert "ou may" in right.sentence["en"]
    assert "ous pouvez" in right.sentence["fr"]
    assert all(sentence.endswith(".") for sentence in right.sentence.values())
    for texts in (right.condition, right.limit):
        assert texts is None or not any(text.endswith(".") for text in texts.values())


def test_the_complaint_does_not_send_the_person_to_the_controller_first() -> None:
    cnil = authorities()["cnil"]

    assert cnil.complaint.startswith("https://www.cnil.fr/")
    assert set(cnil.to) == set(cnil.name) == set(LANGUAGES)
    assert "après nous avoir" not in cnil.to["fr"]


def test_every_country_of_the_area_has_its_authority() -> None:
    assert {one.country for one in authorities().values()} == countries().eea
    for one in authorities().values():
        assert one.complaint.startswith("https://"), one.id
        assert re.match(r"(the|a|an) ", one.to["en"]), one.id
        assert re.match(r"(à la|à l’|au|aux) ?", one.to["fr"]), one.id


def test_two_authorities_are_told_apart_by_their_words() -> None:
    for language in LANGUAGES:
        assert len({one.name[language] for one in authorities().values()}) == len(authorities())
        assert len({one.to[language] for one in authorities().values()}) == len(authorities())


def test_an_address_that_was_not_read_is_not_told() -> None:
    for ident, row in data("authorities")["authorities"].items():
        assert (authorities()[ident].address is None) == ("doubt" in row)


def test_the_sheet_keeps_the_order_of_the_cnil() -> None:
    own = [row.key for row in sheet().values() if row.page == "activity" and not row.added]

    assert own == [
        "activity",
        "dates",
        "joint-controllers",
        "software",
        "purposes",
        "data-subjects",
        "data",
        "special-data",
        "retention",
        "recipients",
        "transfers",
        "security",
    ]


def test_what_is_added_to_the_sheet() -> None:
    assert {row.key for row in sheet().values() if row.page == "activity" and row.added} == {
        "legal-basis",
        "sources",
        "transfer-documents",
        "rights",
        "trackers",
        "automated-decisions",
        "dpia",
    }


def test_every_letter_is_described_in_both_languages() -> None:
    assert all(set(letter.element) == set(LANGUAGES) for letter in letters().values())
