"""The signs of texts: in every field, internal or not, and in translations; what has its use is left alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import repeat
from pathlib import Path

import pytest
from program import DATE, SAMPLES
from proofs.registers import COMPLETE, files_of, judge, write
from proofs.texts import free_texts, with_texts
from proofs.trees import trees_of, with_trees

from deskprivacy.finding import Reported, Severity
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate
from deskprivacy.words.markup import html_pieces, lost_links

RULES = {"hidden-character", "direction-sign", "sign-without-glyph", "html-in-text", "lost-link"}
ODD = {
    "hidden-character": "Lecteurs\u200b fidèles",
    "direction-sign": "Lecteurs \u202e fidèles",
    "sign-without-glyph": "Lecteurs 邮 fidèles",
    "html-in-text": "Lecteurs fid&egrave;les",
}


def odd(reported: tuple[Reported, ...]) -> Iterator[Reported]:
    return (one for one in reported if one.finding.rule in RULES)


@pytest.mark.parametrize("rule", ODD)
def test_every_free_text_is_looked_at(rule: str, tmp_path: Path) -> None:
    files = files_of(COMPLETE)
    trees = trees_of(files)
    written = with_texts(trees, repeat(ODD[rule]))
    outcome = judge(write(with_trees(files, written), tmp_path / "register"))
    assert outcome.register is not None
    texts = sum(1 for name, data in trees.items() for _ in free_texts(name, data))

    found = [one for one in odd(outcome.reported) if one.finding.rule == rule]

    assert len(found) >= texts > 300
    assert {one.finding.rule for one in odd(outcome.reported)} == {rule}


def of_notice(status: str, text: str, tmp_path: Path) -> list[tuple[str, Severity]]:
    """What is told of the bakery when its main purpose has this name."""
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    notice = register / "notices" / "customers.yaml"
    notice.write_text(re.sub("status: .*", f"status: {status}", notice.read_text("utf-8")), "utf-8")
    purposes = register / "purposes.yaml"
    written = purposes.read_text("utf-8").replace("name: Préparer votre commande", f'name: "{text}"')
    purposes.write_text(written, "utf-8")
    found = validate(register, schemas(), date.fromisoformat(DATE)).reported
    return [(one.finding.rule, one.severity) for one in odd(found)]


@pytest.mark.parametrize(
    ("rule", "published"),
    [
        ("hidden-character", Severity.WARNING),
        ("direction-sign", Severity.ERROR),
        ("sign-without-glyph", Severity.WARNING),
        ("html-in-text", Severity.ERROR),
    ],
)
def test_it_is_graver_where_the_public_reads_it(rule: str, published: Severity, tmp_path: Path) -> None:
    assert of_notice("draft", ODD[rule], tmp_path / "a") == [(rule, Severity.WARNING)]
    assert of_notice("published", ODD[rule], tmp_path / "b") == [(rule, published)]


def test_a_translation_is_looked_at_in_its_file(tmp_path: Path) -> None:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    (register / "translations").mkdir()
    entry = 'msgctxt "purposes/order-preparation.name"\nmsgid "Préparer votre commande"\nmsgstr "Pr&eacute;pare"\n'
    (register / "translations" / "en.po").write_text(entry, "utf-8")

    (found,) = odd(validate(register, schemas(), date.fromisoformat(DATE)).reported)

    assert (found.finding.rule, found.place.file, found.place.line) == ("html-in-text", "translations/en.po", 3)


def test_what_html_stands_for_is_suggested(tmp_path: Path) -> None:
    register = Path(shutil.copytree(SAMPLES / "mistakes" / "signs", tmp_path / "register"))

    said = {
        one.place.line: one.finding.values.get("suggestion")
        for one in odd(validate(register, schemas(), date.fromisoformat(DATE)).reported)
        if one.finding.rule == "html-in-text"
    }

    assert list(said.values()) == ["https://www.aubepine.example/?a=1&b=2", "Le téléphone"]


@pytest.mark.parametrize(
    "text",
    [
        "Marks & Spencer",
        "AT&T; R&D;",
        "enfants de < 3 ans et > 1 an",
        "a<b>2",
        "https://a.fr/?a=1&copy=2&b=3",
        "<dpo@example.org> et <https://a.fr/>",
        "<nom du client>",
        "la balise `<img>` et `&eacute;`",
        "a <3 b",
    ],
)
def test_what_looks_like_html_and_is_none_is_left_alone(text: str) -> None:
    expected = ["<b>"] if text == "a<b>2" else []  # nobody could tell
    assert html_pieces(text, is_markdown=True) == expected


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "a<br/>b", '<a href="x">', "<P>", "<!-- x -->", "&#233;", "&#xE9;", "&NBSP;"]
)
def test_html_is_found(text: str) -> None:
    assert bool(html_pieces(text, is_markdown=True)) == (text != "&NBSP;")


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("[a](javascript:alert)", ["javascript:alert"]),
        ("[a](/cookies)", ["/cookies"]),
        ("[a](mailto:a@b.fr?bcc=c@d.fr)", ["mailto:a@b.fr?bcc=c@d.fr"]),
        ("<javascript:alert>", ["javascript:alert"]),
        ("[a](https://a.fr) [b](#x) [c](mailto:a@b.fr?subject=x) <https://a.fr> [d]() (e)", []),
        ("`[a](/cookies)`", []),
    ],
)
def test_links_that_no_document_carries(text: str, lost: list[str]) -> None:
    assert list(lost_links(text)) == lost
