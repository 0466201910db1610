"""Signs that nobody sees, that turn words, or that no font has: which are of use, and what documents make of them."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from program import ROOT

from deskprivacy.words.links import leads_out
from deskprivacy.words.signs import INVISIBLE, SPACES, astray, hidden, is_seen, named, rare, steady, without_glyph

EVERY = [chr(number) for number in range(0x110000) if not 0xD800 <= number <= 0xDFFF]
DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_what_unicode_calls_invisible_is_no_text() -> None:
    for sign in EVERY:
        if unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
            drawn = unicodedata.name(sign, "").startswith(("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND"))
            assert drawn or not is_seen(sign), named(sign)


def test_a_text_of_the_schemas_is_one_that_is_seen() -> None:
    schema = json.loads((ROOT / "schemas" / "common.schema.json").read_text("utf-8"))
    for form in ("text", "prose"):
        pattern = re.compile(schema["$defs"][form]["pattern"])
        for sign in re.findall(f"[{SPACES}{INVISIBLE}]", "".join(EVERY)):
            assert not pattern.search(sign), named(sign)
        for sign in "a·é中א₂☺":
            assert pattern.search(sign)


@pytest.mark.parametrize(
    "text",
    [
        "Marks & Spencer",
        "l’élève, « 3 ans »\u202f; 12\u00a0% — n\u00b0\u00a04…",
        "می\u200cخواهم",  # Persian
        "क्\u200dष",  # Hindi
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f\u200d\U0001f525 1\ufe0f\u20e3 ©\ufe0f",
        "\U0001f937\U0001f3fd\u200d\u2640\ufe0f \U0001f3f4\U000e0067\U000e0062\U000e007f",
        "Daten\u00adschutz",
        "ราคา\u200bถูก",  # Thai
        "שלום \u2066deskprivacy\u2069 עולם\u200f!",
        "\u2067שלום\u2069, \u202bעולם\u202c",
        "\u845b\U000e0100",  # the shape of a Han character
    ],
)
def test_signs_of_use_are_left_alone(text: str) -> None:
    assert list(hidden(text)) == []
    assert astray(text) == []
    assert steady(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Lecteurs\u200b",
        "a\u200cb",
        "é\u200d",
        "e\u0301\u200dx",
        "access\u00ad-control",
        "\u00adx",
        "a\u200eb",
        "a\u200fb",
        "a \u2066b\u2069",
        "a\u2060b",
        "a\ufe0fb",
        "\ufe0fa",
        "a\U000e0041b",
        "a\u3164",
        "a\u2800b",
        "f\u2061(x)",
        "a\ufeffb",
    ],
    ids=ascii,
)
def test_signs_of_no_use_are_found(text: str) -> None:
    assert list(hidden(text)), ascii(text)
    assert rare(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\u2067b", [1]),
        ("a\u2069b", [1]),
        ("a\u202cb", [1]),
        ("\u202ea\u202c", [0, 2]),
        ("\u2067\u202a\u2069", [1]),
        ("\u202a\u2067\u202c\u2069", [0, 2]),
        ("\u2066\u2067\u2069\u2069\u2069", [4]),
    ],
    ids=ascii,
)
def test_signs_of_direction_go_astray(text: str, found: list[int]) -> None:
    assert astray(text) == found
    assert rare(text)


@given(st.text(st.sampled_from(DIRECTIONS + "aא \n"), max_size=40))
def test_a_steady_text_is_all_there_and_turns_nothing(text: str) -> None:
    made = steady(text)

    assert astray(made) == []
    assert steady(made) == made
    assert [sign for sign in made if sign not in DIRECTIONS] == [sign for sign in text if sign not in DIRECTIONS]


def test_a_sign_has_its_name() -> None:
    assert named("\u200b") == "U+200B ZERO WIDTH SPACE"
    assert named("\U0010ffff") == "U+10FFFF"


def test_what_is_not_rare_needs_no_look() -> None:
    usual = "".join(sign for sign in EVERY if not rare(sign))

    assert without_glyph(usual) == ()
    assert not list(hidden(usual))
    assert not astray(usual)


@pytest.mark.parametrize(
    ("link", "carried"),
    [
        ("mailto:a@b.fr", True),
        ("mailto:a@b.fr?subject=Mes%20donn%C3%A9es", True),
        ("mailto:a@b.fr?subject=Demande&body=Bonjour", True),
        ("mailto:a@b.fr?bcc=c@d.fr", False),
        ("mailto:a@b.fr?subject=x&cc=c@d.fr", False),
        ("mailto:a@b.fr?subject=x%0D%0Abcc:c@d.fr", False),
        ("mailto:a@b.fr?subject=x&body=y%0abcc:c@d.fr", False),
        ("mailto:a%0d%0abcc:x@b.fr", False),
        ("mailto:a@b.fr,c@d.fr?x", False),
        ("MAILTO:a@b.fr?BCC=c@d.fr", False),
        ("https://a.fr/x?y=z#t", True),
        ("https://banque.fr@a.fr", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("tel:+33", True),
    ],
)
def test_a_link_leads_only_where_it_says(link: str, carried: bool) -> None:
    assert leads_out(link) == carried
