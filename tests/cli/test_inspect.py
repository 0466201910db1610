"""`deskprivacy inspect`: the first thing a stranger tries, on whatever text is at hand."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from program import ROOT, Run

from deskprivacy.finding import Severity
from deskprivacy.stories.inspect import inspect

CLEAR = """# Vos données à la boulangerie

Le responsable du traitement est la SARL Aubépine. Nous utilisons votre numéro pour vous appeler quand le pain est prêt.

## Vos droits

Vous pouvez vous opposer. Vous pouvez introduire une réclamation auprès de la CNIL.
"""
FAULTY = "Nous gardons votre nom.\n\nVoir notre politique [INSÉRER LE LIEN].\n"
COMMON = "nous vous le la les des de et pour the of and we you " * 6000


@pytest.fixture
def clear(tmp_path: Path) -> Path:
    (tmp_path / "clear.md").write_text(CLEAR, encoding="utf-8")
    return tmp_path / "clear.md"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    (tmp_path / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    return tmp_path / "faulty.txt"


@pytest.mark.parametrize("format_", ["text", "json"])
def test_the_exit_codes(deskprivacy: Run, clear: Path, faulty: Path, format_: str) -> None:
    assert deskprivacy("inspect", clear, "--format", format_).returncode == 0
    assert deskprivacy("inspect", faulty, "--format", format_).returncode == 1
    assert deskprivacy("inspect", clear.parent / "nowhere", "--format", format_).returncode == 3
    assert deskprivacy("inspect", clear.parent, "--format", format_).returncode == 3
    assert deskprivacy("inspect", "--format", format_).returncode == 2


def test_the_json_has_its_schema_and_the_place_of_each_quote(deskprivacy: Run, faulty: Path) -> None:
    import jsonschema

    found = json.loads(deskprivacy("inspect", faulty, "--format", "json", "--lang", "en").stdout)

    jsonschema.validate(found, json.loads((ROOT / "schemas/output/inspect.schema.json").read_text(encoding="utf-8")))
    (finding,) = found["findings"]
    assert (finding["rule"], finding["line"], finding["column"]) == ("placeholder-left", 3, 22)
    assert finding["quote"] == "[INSÉRER LE LIEN]"
    assert finding["message"] == "“[INSÉRER LE LIEN]” was never filled in"
    assert found["language"] == "fr"
    assert (found["sentences"], found["average_words"]) == (2, 5.0)
    assert {one["state"] for one in found["elements"] if one["line"] is None} == {"absent"}


def test_what_a_clear_text_mentions(deskprivacy: Run, clear: Path) -> None:
    found = json.loads(deskprivacy("inspect", clear, "--format", "json").stdout)

    assert found["findings"] == []
    states = {one["element"]: (one["state"], one["line"]) for one in found["elements"]}
    assert states["controller-identity"] == ("present", 3)
    assert states["purposes"] == ("present", 3)
    assert states["right-to-object"] == ("present", 7)
    assert states["complaint"] == ("present", 7)
    assert states["retention"] == ("absent", None)
    assert states["transfers"] == ("absent", None)


def test_standard_input() -> None:
    command = [sys.executable, "-P", "-m", "deskprivacy", "inspect", "-", "--format", "json"]
    done = subprocess.run(command, input=FAULTY.encode(), capture_output=True, check=False, cwd=ROOT)

    assert done.returncode == 1
    assert json.loads(done.stdout)["findings"][0]["line"] == 3


@pytest.mark.parametrize(("how", "said"), [("< /dev/null", "<stdin> is empty"), ("<&-", "standard input is closed")])
@pytest.mark.skipif(sys.platform == "win32", reason="a shell's streams")
def test_standard_input_without_a_text(how: str, said: str) -> None:
    command = f"{sys.executable} -P -m deskprivacy inspect - {how}"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, cwd=ROOT)

    assert (done.returncode, done.stdout) == (3, "")
    assert said in done.stderr


def test_messages_come_in_the_text_s_language_or_the_one_asked_for(deskprivacy: Run, faulty: Path) -> None:
    assert "n’a pas été complété" in deskprivacy("inspect", faulty).stdout
    assert "was never filled in" in deskprivacy("inspect", faulty, "--lang", "en").stdout


PAGE = """<!doctype html>
<html><head><title>Notice</title><style>p { content: "[à compléter]" }</style>
<body><script>var x = "[LIEN]";</script>
<h2>Vos données</h2>
<p>Nous gardons <b>votre&nbsp;nom</b>
   et nous pouvons le <i>partager</i>.</p>
<ul><li>Voir la notice [INSÉRER
LE LIEN].</ul>
<h2>Transferts</h2>
</body></html>
"""


def test_many_findings_of_a_rule_are_counted_or_shown_each(deskprivacy: Run, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("Nous pouvons donner votre nom.\n\n" * 20, encoding="utf-8")

    text = deskprivacy("inspect", tmp_path / "notice.txt").stdout
    each = deskprivacy("inspect", tmp_path / "notice.txt", "--all").stdout

    assert (text.count("  --> "), each.count("  --> ")) == (8, 20)
    assert "(20)" in text
    assert "… et 12 autres : voir `inspect --all`" in text
    assert "Ceci n’est pas un avis juridique." in text


def test_html_keeps_its_lines_and_loses_its_tags() -> None:
    found = inspect(io.BytesIO(PAGE.encode()), "page.html")

    assert [(one.rule.rule, one.line, one.column, one.quote) for one in found.observations] == [
        ("hedged-statement", 6, 7, "nous pouvons"),
        ("placeholder-left", 7, 24, "[INSÉRER LE LIEN]"),
        ("heading-without-content", 9, 5, "Transferts"),
    ]


def test_a_heading_over_a_picture_or_a_frame_has_its_content() -> None:
    page = (
        "<h2>Our cookies</h2><iframe src='https://example.org'></iframe><h2><img src='a.png'>Your rights</h2>"
        "<p>You have the right to object to the use of your data.</p><h2>Changes</h2>"
    )
    markdown = "## Our data\n\n```\nname\n```\n\n## Your rights\n\n<img src='a.png'>\n\n## Changes to the notice\n"

    assert _without_content(page, "page.html") == ["Changes"]
    assert _without_content(markdown, "page.md") == ["Changes to the notice"]


def test_the_foot_of_a_page_is_no_part_of_the_notice() -> None:
    page = "<header><h2>Our shop</h2></header><h1>Your data</h1><p>You have the right to object.</p>"
    page += "<footer><h4>Newsletter</h4><h4>Follow us</h4></footer><h2>Changes</h2>"
    copied = "We use your name to prepare the order of the day.\n\nLegal information\nPrivacy policy\nContact\n"

    assert _without_content(page, "page.html") == ["Changes"]
    (found,) = {(one.severity, one.confidence) for one in inspect(io.BytesIO(copied.encode()), "a.txt").observations}
    assert found == (Severity.WARNING, "medium")


def _without_content(text: str, name: str) -> list[str]:
    found = inspect(io.BytesIO(text.encode()), name).observations
    return [one.quote for one in found if one.rule.rule == "heading-without-content"]


def test_the_language_is_that_of_the_words_not_of_the_tags() -> None:
    page = "<div class='a b c'><script>var x = function () { return window.document }</script>" * 40
    page += "<p>The right to object to the use of your data is yours.</p>"

    assert inspect(io.BytesIO(page.encode()), "page.html").language == "en"


def test_a_link_that_a_script_follows_is_no_placeholder() -> None:
    page = "<p>You can <a href='' class='cmp' onclick='open()'>set the cookies</a> and <a href=''>see them</a>.</p>"

    assert [one.quote for one in inspect(io.BytesIO(page.encode()), "page.html").observations] == ["see them"]


def test_the_form_is_guessed_where_the_name_does_not_tell() -> None:
    assert [one.line for one in inspect(io.BytesIO(PAGE.encode()), "-").observations] == [6, 7, 9]
    assert inspect(io.BytesIO(CLEAR.encode()), "-").observations == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n\xc2\xa0\n", "is empty"),
        (b"%PDF-1.7\n\x00\x01\x02", "is a PDF, not text: save what it says as plain text"),
        (b"<html><body></body></html>", "holds no words"),
        (b"... 12 !!! 1", "holds no words"),
        (b"\x89PNG\r\n\x1a\n\xff", "is not text"),
        (b"D\xe9j\xe0 vu", "is not text in UTF-8"),
        (b"Wir verarbeiten Ihre Daten und geben sie nicht weiter.", "neither French nor English"),
    ],
)
def test_what_is_no_notice_is_refused(deskprivacy: Run, tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "file").write_bytes(content)

    done = deskprivacy("inspect", tmp_path / "file")

    assert (done.returncode, done.stdout) == (3, "")
    assert said in done.stderr


def test_fifty_megabytes_are_refused_at_once(deskprivacy: Run, tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    began = time.monotonic()

    done = deskprivacy("inspect", tmp_path / "large.txt")

    assert done.returncode == 3
    assert "larger than 16 MiB" in done.stderr
    assert time.monotonic() - began < 5


HOSTILE = {
    "words.txt": "nous pouvons si vous le voulez, notamment ",
    "opened.txt": "[a a a ",
    "access.txt": "contactez dpo durée droit jamais ",
    "numbers.txt": "paragraphes 1, 2, 3 ",
    "lines.txt": "\nDonnées",
    "stars.md": "* _",
    "links.md": "[a](",
    "tags.html": "<a a=",
    "comments.html": "<!--",
    "declared.html": "<![",
    "deep.html": "<div>x",
    "entities.html": "&a",
    "script.html": "<script></s",
    "blank": "\n",
    "digits.txt": "1",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear_in_a_hostile_text(name: str) -> None:
    def taken(size: int) -> float:
        text = COMMON + HOSTILE[name] * (size // len(HOSTILE[name]))
        began = time.process_time()
        inspect(io.BytesIO(text.encode()), name)
        return time.process_time() - began

    small, large = taken(125_000), taken(1_000_000)

    assert large < 12 * small + 1  # quadratic would be far beyond


OLD = """Notice de la boulangerie

En visitant notre site, vous déclarez accepter cette notice. Veuillez la relire régulièrement : une page change.

Nous gardons votre nom (voir les points 4 et 5 ci-dessous).

Nos moyens de protection sont décrits ci-dessous. Ils ne valent pas pour ce que vous publiez.

Utilisation de vos données
Partage de vos données.
Durée et transferts des données.
"""


def test_an_old_notice_whose_headings_were_gathered_at_its_end() -> None:
    """Titles are no content: what is announced below is not there, though lines follow."""
    found = inspect(io.BytesIO(OLD.encode()), "old.txt").observations

    assert [(one.rule.rule, one.line) for one in found] == [
        ("acceptance-by-use", 3),
        ("check-regularly", 3),
        ("dangling-reference", 5),
        ("dangling-reference", 7),
        ("heading-without-content", 9),
        ("heading-without-content", 10),
        ("heading-without-content", 11),
    ]


def test_an_address_at_the_end_is_no_heading() -> None:
    text = "Vous pouvez nous écrire.\n\nBoulangerie Aubépine\nService des données\n3 rue des Lilas\n44000 Nantes\n"

    assert inspect(io.BytesIO(text.encode()), "letter.txt").observations == ()


def test_the_front_matter_of_a_page_is_no_heading() -> None:
    text = "---\ntitle: Vos données\n---\n\n## Vos droits\n\nVous pouvez nous écrire.\n"

    assert inspect(io.BytesIO(text.encode()), "page.md").observations == ()
