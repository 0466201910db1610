"""What a finding of structure tells to write: the colon, the keys, the margin, the sign that nobody sees."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from program import DATE, SAMPLES

from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words.findings import say_finding
from deskprivacy.words.speech import speech

TILL = "till-provider:\n  name: Caisse\n"


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))


def said(register: Path, file: str, language: str) -> list[tuple[str, str, str]]:
    """Rule, message and help of each finding about a file."""
    reported = validate(register, schemas(), date.fromisoformat(DATE)).reported
    messages = [(one.finding.rule, say_finding(one, speech(language))) for one in reported if one.place.file == file]
    return [(rule, message.message, message.help) for rule, message in messages]


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "`{}` est seul sur sa ligne"), ("en", "`{}` stands alone on its line")]
)
def test_a_key_without_its_colon_is_told_as_such(bakery: Path, language: str, words: str) -> None:
    (bakery / "sources.yaml").write_text(TILL.replace(":", "", 1), "utf-8")

    ((rule, message, remedy),) = said(bakery, "sources.yaml", language)
    assert rule == "missing-colon"
    assert words.format("till-provider") in message
    assert "`till-provider:`" in remedy


@pytest.mark.parametrize(("language", "words"), [("fr", "le nom du fichier"), ("en", "the name of the file")])
@pytest.mark.parametrize("more", ["", "post:\n  name: Courrier\n"])
def test_a_file_of_a_folder_that_begins_with_its_id_is_one_finding(
    bakery: Path, language: str, words: str, more: str
) -> None:
    (bakery / "sources.yaml").unlink()
    (bakery / "sources").mkdir()
    (bakery / "sources" / "till-provider.yaml").write_text(TILL + more, "utf-8")

    ((rule, message, remedy),) = said(bakery, "sources/till-provider.yaml", language)
    assert rule == "id-inside-file"
    assert words in message
    assert "`till-provider:`" in remedy


@pytest.mark.parametrize(
    ("line", "rule", "none"),
    [
        ("country: null", "empty-value", None),
        ("contract: ~", "empty-value", None),
        ("members:", "empty-list-value", "{}"),
        ("sub_processors: null", "empty-list-value", "[]"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_empty_value_is_no_empty_list_where_none_may_stand(
    bakery: Path, language: str, line: str, rule: str, none: str | None
) -> None:
    (bakery / "recipients.yaml").write_text(f"post:\n  name: La poste\n  role: recipient\n  {line}\n", "utf-8")

    ((told, _, remedy),) = said(bakery, "recipients.yaml", language)
    assert told == rule
    assert (f"`{none}`" in remedy) if none else ("[]" not in remedy)


@pytest.mark.parametrize(
    ("line", "meant"), [("ro\u200ble: processor", "role"), ("role: proces\u200bsor", "processor")], ids=ascii
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_sign_that_nobody_sees_in_a_key_or_a_word_is_named(
    bakery: Path, language: str, line: str, meant: str
) -> None:
    (bakery / "recipients.yaml").write_text(f"post:\n  name: La poste\n  {line}\n", "utf-8")

    ((rule, message, remedy),) = said(bakery, "recipients.yaml", language)
    assert rule == "hidden-character"
    assert "U+200B" in message
    assert f"`{meant}`" in remedy


@pytest.mark.parametrize("language", ["fr", "en"])
def test_where_keys_are_wanted_they_are_named(bakery: Path, language: str) -> None:
    with (bakery / "register.yaml").open("a", encoding="utf-8") as file:
        file.write("severities:\n  placeholder-left: warning\n")

    ((_, _, remedy),) = said(bakery, "register.yaml", language)
    assert "`severity`, `reason`" in remedy
