"""What a build writes: an edition for each language that is asked for, and JSON that people can read."""

from __future__ import annotations

from pathlib import Path

import pytest
from proofs.registers import TODAY, bakery_with_every_file, write

from deskprivacy.resources import schemas, templates
from deskprivacy.stories.build import Places, build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("editions")
    files = bakery_with_every_file()
    # A catalogue that nothing asks for: a finding about a file, which no address names.
    files["translations/fr.po"] = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    register = write(files, place / "register")
    build(Places(register=register, schemas=schemas(), templates=templates(), output=place / "output"), TODAY)
    return place / "output"


def test_a_notice_is_written_in_each_of_its_languages_and_the_register_in_its_own(built: Path) -> None:
    written = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}

    assert written == {
        *("draft/customers.fr.html", "draft/customers.en.html"),
        *("internal/register.fr.html", "internal/coverage.fr.html"),
    }


@pytest.mark.parametrize("name", ["register.json", "findings.json"])
def test_json_is_written_in_letters(built: Path, name: str) -> None:
    text = (built / "internal" / name).read_text("utf-8")

    assert "é" in text
    assert "\\u00" not in text


def test_a_finding_about_a_file_has_no_address_and_says_none(built: Path) -> None:
    document = (built / "internal" / "register.fr.html").read_text("utf-8")

    assert "fr.po" in document
    assert "None" not in document
