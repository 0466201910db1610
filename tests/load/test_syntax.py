"""What is wrong with a YAML text, told as a person would: one rule for each mistake, at the place to mend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskprivacy.finding import Finding, Place, Severity
from deskprivacy.law.rules import structure
from deskprivacy.load.bounds import MAX_BYTES, MAX_FINDINGS
from deskprivacy.load.text import events
from deskprivacy.load.text.mistake import excerpt
from deskprivacy.load.text.mistakes import first_mistake
from deskprivacy.load.text.notes import WARNINGS
from deskprivacy.load.text.tree import Tree, read

SOURCES = [
    pytest.param(events.LIBYAML, id="libyaml", marks=pytest.mark.skipif(events.LIBYAML is None, reason="no libyaml")),
    pytest.param(events.PYTHON, id="python"),
]

# Each text holds the mistakes between ⟦ and ⟧, and the rules that tell them in the order of the text.
MISTAKES = [
    ("colon-in-text", "name: Commandes\nobjet: ⟦paie : suite⟧\n"),
    ("colon-in-text", "objet : ⟦paie : suite⟧\n"),
    ("colon-in-text", "a: ⟦Objet : paie⟧"),
    ("colon-in-text", "a:\n  - b: ⟦Objet\u00a0: paie⟧\n    c: x\n"),
    ("colon-in-text", "a: ⟦Nous traitons\n  vos données pour ceci : cela⟧\nb: 1\n"),
    ("colon-in-text", "a: ⟦b: c⟧\n"),
    ("special-first-character", "a: ⟦*important* et urgent⟧\n"),
    ("special-first-character", "a: ⟦**Important** : x⟧\n"),
    ("special-first-character", "a: ⟦*Important*⟧\n"),
    ("special-first-character", "contact: ⟦@desk⟧\n"),
    ("special-first-character", "a:\n  - ⟦`code`⟧\n"),
    ("special-first-character", "a: ⟦%50 de remise⟧\n"),
    ("special-first-character", "a: ⟦& compagnie⟧\n"),
    ("special-first-character", "a: ⟦! Attention⟧\n"),
    ("special-first-character", "a: ⟦- les noms⟧\n"),
    ("special-first-character", "a: ⟦> 18 ans⟧\n"),
    ("special-first-character", "a: ⟦|x⟧\n"),
    ("special-first-character", "a: ⟦>#⟧\n  b\n"),
    ("special-first-character", "a: |\n  texte\n  # b: c: d\n  encore: un: peu\nc: ⟦*x* y⟧\n"),
    ("special-first-character", "a: ⟦[Sous réserve] de vérification⟧\n"),
    ("special-first-character", "reference: ⟦#12⟧\n"),
    ("special-first-character", "a:\n  - ⟦#12⟧\n  - b\n"),
    ("special-first-character", "a: [⟦@desk]⟧\n"),
    ("text-after-quote", 'a: ⟦"Le site" est fermé⟧\n'),
    ("apostrophe-in-quotes", "a: ⟦'l'article 6'⟧\n"),
    ("apostrophe-in-quotes", "a: [⟦'l'article 6'⟧, d]\n"),
    ("text-after-quote", 'a: [⟦"b" c⟧, d]\n'),
    ("unclosed-quote", 'a: ⟦"⟧Le site\nb: 1\nc: "x"\n'),
    ("unclosed-apostrophe", "x: 1\na: ⟦'⟧Le site\nb: 1\n"),
    ("unclosed-apostrophe", "a: ⟦'⟧aujourd\nb: l'hier\n"),
    ("unclosed-bracket", "purposes: ⟦[⟧a, b\nname: x\nz: l'eau\n"),
    ("unclosed-bracket", "o: {a: 1, b: ⟦[⟧x, y}\nname: x\n"),
    ("unclosed-bracket", "a: ⟦{⟧b: c, d: e"),
    ("unclosed-bracket", "a: ⟦[⟧texte sans fin\nb: [c]\n"),
    ("odd-backslash", 'a: "C:⟦\\P⟧rogrammes"\n'),
    ("odd-backslash", 'a: "é⟦\\e⟧[31m"\n'),
    ("odd-backslash", 'a: "⟦\\ud83d⟧\\ude00"\n'),
    ("odd-backslash", 'a: "⟦\\UFFFFFFFF⟧"\n'),
    ("odd-backslash", 'a: "⟦\\q⟧"\n'),
    ("odd-backslash", 'a: "\\n\\x41 ⟦\\q⟧"\n'),
    ("unquoted-text-in-brackets", "q: {question: ⟦Qui ?⟧, autre: x}\n"),
    ("unquoted-text-in-brackets", "q: {question: Oui, ⟦non⟧, autre: x}\n"),
    ("unquoted-text-in-brackets", "q: {a: ⟦Objet : paie⟧, b: y}\n"),
    ("unquoted-text-in-brackets", "q: [⟦Objet : paie⟧, x]\n"),
    ("unquoted-text-in-brackets", "q: [⟦Objet : paie : suite⟧, x]\n"),
    ("unquoted-text-in-brackets", "a: {b: ⟦😀😀 ?⟧}\n"),
    ("missing-comma", "q: {a: x\n    ⟦b⟧: y}\n"),
    ("missing-space", "title: x\n⟦name:⟧Orders\nb: 2\n"),
    ("missing-space", "⟦title:⟧x\n"),
    ("missing-space", "a: {⟦b:⟧c}\n"),
    ("missing-space", "a:\n  - b\n  ⟦-⟧c\n"),
    ("missing-space", "a:\n  ⟦-⟧b\n  -c\n"),
    ("missing-space", "a:\n  ⟦name:⟧Commandes\n  why: x\n"),
    ("missing-space", "a:\n  b: 1\nc:\n  # voir\n  ⟦name:⟧Commandes\n  et: suite\n"),
    ("missing-space", "a:\n  ⟦name:⟧Commandes\n    why: x\n"),
    ("missing-space", "a:\n  - ⟦name:⟧Commandes\n    why: x\n"),
    ("missing-space", "a:\n  - - ⟦name:⟧Commandes\n      why: x\n"),
    ("missing-space", "a:\n  ⟦-⟧name: x\n    why: y\n"),
    ("missing-space", "a:\n  - name: x\n  ⟦-⟧name: y\n"),
    ("missing-space", "a:\n  - name: x\n  ⟦-⟧name: y\n    why: z\n"),
    ("missing-space", "⟦a:⟧b\nc:d\ne: f\n"),
    ("no-break-space", "a:\n  ⟦name:\u00a0⟧Commandes\n  why: x\n"),
    ("no-break-space", "⟦title:\u00a0⟧x\n"),
    ("no-break-space", "a: {⟦b:\u202f⟧c}\n"),
    ("no-break-space", "a:\n  - ⟦name:\u202f⟧Commandes\n    why: x\n"),
    ("no-break-space", "a:\n  ⟦-\u00a0⟧name: x\n    why: y\n"),
    ("no-break-space", "a:\n  - name: x\n  ⟦-\u00a0⟧name: y\n"),
    ("no-break-space", "a:\n  ⟦-\u00a0⟧b\n"),
    ("no-break-space", "a:\n  ⟦-\u00a0⟧b\n  -\u00a0c\n"),
    ("no-break-space", "a:\n  - b\n  ⟦-\u202f⟧c\n"),
    ("no-break-space", "a: [b, ⟦-\u2007⟧c]\n"),
    ("bad-indentation", "a:\n  un texte\n  ⟦why:⟧ x\n"),
    ("bad-indentation", "a:\n  https://exemple.fr\n  ⟦why:⟧ x\n"),
    ("merge-conflict", "⟦<<<<<<< HEAD⟧\nc: d\n=======\nc: e\n>>>>>>> x\n"),
    ("merge-conflict", "a:\n  - x\n⟦<<<<<<< HEAD⟧\n  - d\n=======\n  - e\n>>>>>>> x\n"),
    ("merge-conflict", "a: |\n  x\n⟦<<<<<<< HEAD⟧\n  d\n=======\n  e\n>>>>>>> x\nb: c\n"),
    ("merge-conflict", "a: b: c\nd: e\n⟦>>>>>>> branche⟧\n"),
    ("no-break-space", "⟦name\u00a0⟧: Orders\n"),
    ("no-break-space", "title: x\n⟦name:\u00a0⟧Orders\nb: 2\n"),
    ("no-break-space", "a:\n⟦\u00a0\u00a0b⟧: 1\n"),
    ("no-break-space", "a:\n  b:\n⟦\u00a0 \u00a0 c⟧: 1\n  d: 2\n"),
    ("no-break-space", "a:\n  b:\n  ⟦\u00a0\u00a0c⟧: 1\n  d: 2\n"),
    ("no-break-space", "a:\n  b:\n  ⟦\u202f -⟧ c\n"),
    ("bad-indentation", "retention: customer\n  ⟦rule:⟧ x\n"),
    ("bad-indentation", "data:\n  a:\n    b: 1\n   ⟦c: ⟧2\n"),
    ("bad-indentation", "data:\n    a: 1\n  ⟦b: ⟧2\n"),
    ("bad-indentation", "sources:\n  - a\n  ⟦b: ⟧1\n"),
    ("bad-indentation", "a: 1\n⟦-⟧ b\n"),
    ("bad-indentation", "d: |\n    a\n  ⟦b⟧\n"),
    ("line-without-key", "description: Nous traitons\n⟦vos données⟧\nname: x\n"),
    ("line-without-key", "d: |\n⟦texte en dessous⟧\nc: 1\n"),
    ("line-without-key", "a: x\n⟦https://exemple.fr⟧\n"),
    ("text-after-hash line-without-key", "ref: dossier ⟦#3 suite⟧\n  ⟦et fin⟧\nb: 1"),
    ("key-not-text", "a:\n  ⟦[b]: c⟧\n"),
    ("key-not-text", "a: 1\n⟦:⟧ b\n"),
    ("key-not-text", '⟦""⟧: b\n'),
    ("doubled-key", "a: 1\nb: 2\n⟦a⟧: 3\n"),
    ("doubled-key doubled-key", "x:\n  - a: 1\n    ⟦a⟧: 2\n    ⟦a⟧: 3\n"),
    ("merge-key", "a:\n  ⟦<<⟧: *x\n"),
    ("anchor-or-alias anchor-or-alias", "a: ⟦&x⟧ {b: 1}\nc: ⟦*x⟧\n"),
    ("yaml-tag yaml-tag", "a: ⟦!!python/object:os.system⟧ x\nb: ⟦!Important⟧\n"),
    ("second-document", "a: 1\n⟦---⟧\nb: 2\n"),
    ("second-document", "a: 1\n⟦...⟧\nb: 2\n"),
    ("yaml-directive", "⟦%TAG !a! !⟧\n---\na: 1\n"),
    ("tab-indentation", "a:\n⟦\t⟧b: 1\n\tc: 2\n"),
    ("tab-indentation", "a:\n  ⟦\t⟧b: 1\n"),
    ("empty-value empty-value empty-value", "⟦a⟧:\n⟦b⟧: ~\n⟦c⟧: null\n"),
    ("empty-item empty-item", "d:\n  ⟦-⟧\n  - a\n  ⟦-⟧ # rien\n"),
    ("empty-item", "d: [a, ⟦,⟧ b]\n"),
    ("empty-value", "e: {⟦f⟧: , g: 1}\n"),
    ("empty-value", "e: {⟦f⟧:}\n"),
    ("hidden-character", "a: été⟦\u2028⟧suite\n"),
    ("hidden-character", "a: ⟦\ufdd0⟧\n"),
    ("hidden-character", "a: été ⟦\U0010ffff⟧\n"),
    ("hidden-character", "a: x\nb: ⟦\U0003fffe⟧\n"),
    ("hidden-character", 'a: "⟦\\U0010FFFF⟧"\n'),
    ("hidden-character", 'a: "⟦\\ufdd0⟧"\n'),
    ("hidden-character", 'a: "é⟦\\u2028⟧"\n'),
    ("hidden-character", "a: x\n  ⟦\x00⟧b\n"),
    ("hidden-character", "a: x⟦\ufeff⟧\n"),
    ("not-a-mapping", "⟦- a⟧\n- b\n"),
    ("not-a-mapping", "⟦Bonjour⟧\n"),
    ("missing-colon", "⟦till-provider⟧\n"),
    ("missing-colon", "⟦till-provider⟧\n  name: A\n"),
    ("missing-colon", "⟦till-provider⟧  # la caisse\n  name: A\n"),
    ("missing-colon", "post:\n  name: A\n⟦till-provider⟧\n  name: B\n"),
    ("missing-colon", "post:\n  name: A\n  ⟦trade_name⟧\n"),
    ("too-deep", f"a: {'[' * 63}⟦[⟧{'[' * 9}]\n"),
    ("broken-yaml", f"a: 1\n⟦{'clé' * 400}: 2⟧\n"),
]


@contextmanager
def reading_with(source: Any) -> Iterator[None]:
    before, events.LOADER = events.LOADER, source
    try:
        yield
    finally:
        events.LOADER = before


def read_with(source: Any, content: bytes) -> tuple[Tree | None, tuple[Finding, ...]]:
    with reading_with(source):
        return read("register.yaml", content, lambda keys: keys == ("data", "contact-details"))


def marked(text: str) -> tuple[str, list[Place]]:
    """The text without its marks, and the places that were marked."""
    plain = ""
    spans: list[list[tuple[int, int]]] = []
    for piece in re.split("([⟦⟧])", text):
        here = plain.split("\n")
        if piece == "⟦":
            spans.append([(len(here), len(here[-1]) + 1)])
        elif piece == "⟧":
            spans[-1].append((len(here), len(here[-1]) + 1))
        else:
            plain += piece
    return plain, [Place("register.yaml", *start, *end) for start, end in spans]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("new_line", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("rules", "text"), MISTAKES, ids=[repr(text) for _, text in MISTAKES])
def test_a_mistake_is_told_by_its_own_rule_where_it_is_mended(
    source: Any, new_line: str, rules: str, text: str
) -> None:
    plain, places = marked(text)
    content = plain.replace("\n", new_line).encode()

    for before in (b"", b"\xef\xbb\xbf"):
        tree, findings = read_with(source, before + content)

        assert [(finding.rule, finding.at) for finding in findings] == list(zip(rules.split(), places, strict=True))
        assert tree is None


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("ref: dossier ⟦#3⟧\nb: 1 # un vrai commentaire\n", {"ref": "dossier", "b": 1}),
        ("a: un texte\n  sur deux lignes ⟦#4⟧\nb: 1", {"a": "un texte sur deux lignes", "b": 1}),
        ("data:\n  contact-details: ⟦#todo⟧\n", {"data": {"contact-details": None}}),
        ("a: [b ⟦#c⟧\n  , d]\n", {"a": ["b", "d"]}),
    ],
)
def test_a_text_that_is_lost_after_a_hash_is_a_warning(source: Any, text: str, data: object) -> None:
    plain, places = marked(text)

    tree, findings = read_with(source, plain.encode())

    assert tree is not None
    assert tree.data == data
    assert [(finding.rule, finding.at) for finding in findings] == [("text-after-hash", place) for place in places]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    "text",
    [
        "a: b # un commentaire\n# et un autre\n  # en retrait\nc: d#e\nf: 'g #h'\ni: j ## k\n",
        "a: Une phrase\n  qui continue, l'eau « vive »\n\n  et s'arrête ici.\nb: https://exemple.fr/a:b#c\n",
        "a: |\n  Objet : paie\n  #3\n   - plus loin\n  {b: c}\nd: >-\n  @x\n\n  'y\n",
        "a:\n- b: 1\n  c: 2\n- d\ne:\n  -   - f\n      - g\n",
        "a: \"deux\n  lignes : \\\"ici\\\", \\u00e9\"\nb: 'l''eau : #'\n",
        "a: {b: c, 'd': [e, f-g, \"h\"], i: 12:30,\n  j: https://x.fr}\n",
        "---\na: 1\n...\n# fin\n",
        "? a\n: b\n",
        "a:\tb\t\nc: d\te\n\t\n",
        "a: -10 %\nb: 5 - 3\nc: R&D\nd: a*b!\ne: oui ?\n",
        "  a: 1\n  b: 2\n",
        "data:\n  contact-details:\n",
    ],
)
def test_what_is_no_mistake_is_not_told(source: Any, text: str) -> None:
    tree, findings = read_with(source, text.encode())

    assert tree is not None
    assert findings == ()


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    ("content", "place", "encoding"),
    [
        ("# été\nnom: donnée\n".encode("cp1252"), Place("register.yaml", 1, 3, 1, 4), "Windows-1252 (ANSI)"),
        (b"# \xc3\xa9t\xc3\xa9 \xe9", Place("register.yaml", 1, 7, 1, 8), "Windows-1252 (ANSI)"),
        ("nom: donnée\n".encode("utf-16"), Place("register.yaml"), "UTF-16"),
        ("nom: donnée\n".encode("utf-16-le"), Place("register.yaml"), "UTF-16"),
        ("nom: donnée\n".encode("utf-16-be"), Place("register.yaml"), "UTF-16"),
    ],
)
def test_a_file_in_another_encoding_is_told_with_what_it_looks_like(
    source: Any, content: bytes, place: Place, encoding: str
) -> None:
    tree, (finding,) = read_with(source, content)

    assert tree is None
    assert (finding.rule, finding.at, finding.values) == ("not-utf-8", place, {"encoding": encoding})


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("text", ["", "\n\n", "# rien\n", "---\n", "~\n", "\ufeff", "--- # rien\n...\n"])
def test_a_file_that_declares_nothing_is_told(source: Any, text: str) -> None:
    tree, findings = read_with(source, text.encode())

    assert tree is None
    assert [finding.rule for finding in findings] == ["empty-file"]


def test_a_doubled_key_shows_both_places() -> None:
    _, (finding,) = read_with(events.LOADER, b"a: 1\nb:\n  caf\xc3\xa9: 1\n  caf\xc3\xa9: 2\n")

    assert finding.values == {"key": "café", "line": 3}
    assert [(related.part, related.at) for related in finding.related] == [
        ("first", Place("register.yaml", 3, 3, 3, 7))
    ]


def test_all_that_is_wrong_before_the_mistake_that_ends_the_reading_is_told_with_it() -> None:
    _, findings = read_with(events.LOADER, b"a:\nb: 1\nb: 2\nc: d : e\nf:\n")

    assert [finding.rule for finding in findings] == ["empty-value", "doubled-key", "colon-in-text"]


def test_what_is_read_within_an_unclosed_bracket_is_not_told() -> None:
    _, findings = read_with(events.LOADER, b"a: [b, c\nd: {e: , f}\ng: 1\ng: 2\n")

    assert [finding.rule for finding in findings] == ["unclosed-bracket"]


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize(
    ("rule", "content"),
    [
        ("file-too-large", b"a: 1\n" + b"#" * MAX_BYTES),
        ("not-a-mapping", b"[" * 50_000),
        ("too-deep", b"a: " + b"[" * 50_000),
        ("too-deep", b"? " * 50_000),
        ("too-deep", b"a:\n  " + b"- " * 70 + b"b"),
        ("yaml-directive", b"".join(b"%%TAG !%d! !\n" % n for n in range(50_000)) + b"---\na: 1\n"),
        ("unclosed-apostrophe", b"a: '" + b"''" * 50_000),
        ("unclosed-quote", b'a: "' + b'\\"' * 50_000),
        ("unclosed-bracket", b"a: [" + b"b, " * 20_000),
        ("missing-colon", b"a: b\n" + b" \n" * 50_000 + b"c"),
    ],
)
def test_a_hostile_text_ends_quickly_in_a_finding(source: Any, rule: str, content: bytes) -> None:
    tree, findings = read_with(source, content)

    assert tree is None
    assert rule in {finding.rule for finding in findings}


@pytest.mark.slow
@pytest.mark.skipif(events.LIBYAML is None, reason="half a minute without libyaml")
def test_more_values_than_are_read_are_told() -> None:
    tree, findings = read_with(events.LIBYAML, b"a: [" + b"b," * 500_000 + b"]")

    assert tree is None
    assert [finding.rule for finding in findings] == ["too-many-values"]


def test_a_text_full_of_mistakes_does_not_drown_the_reader() -> None:
    _, findings = read_with(events.LOADER, b"".join(b"a%d:\n" % n for n in range(5_000)))

    assert len(findings) <= 2 * MAX_FINDINGS


def test_warnings_without_end_hide_no_error() -> None:
    tree, findings = read_with(events.LOADER, b"".join(b"a%d: b #c\n" % n for n in range(5_000)) + b"d:\n")

    assert tree is None
    assert [finding.rule for finding in findings] == ["text-after-hash"] * MAX_FINDINGS + ["empty-value"]


def test_every_rule_told_here_has_its_words_and_its_severity() -> None:
    told = [finding for _, text in MISTAKES for finding in read_with(events.LOADER, marked(text)[0].encode())[1]]

    assert {rule for rules, _ in MISTAKES for rule in rules.split()} == {finding.rule for finding in told}
    for finding in told:
        row = structure()[finding.rule]
        assert row.severity is (Severity.WARNING if finding.rule in WARNINGS else Severity.ERROR)
        for words in (*row.message.values(), *row.help.values()):
            assert set(re.findall(r"\{([a-z_]+)\}", words)) <= set(finding.values), finding.rule


# --- whatever stands in a file -------------------------------------------------------------------

PIECES = ["a", "b: ", "key:", " ", "  ", "\n", "\n  ", "\n    ", "\nc: ", "\n  d: ", "- ", "-", "[", "]", "{", "}"]
PIECES += [", ", ",", ": ", ":", "'", '"', "#", " #", " # ", "|\n", "> ", "%", "@", "`", "&x", "*x", "é", "😀", "..."]
PIECES += ["---", "\r\n", "\r", "texte", "œ “x”", "\\n", "\\P", "<<", "~", "?", "1.5", "\u00a0", "\t", "\n\t", "null"]
PIECES += ["l'eau", "'s'"]
SOUP = st.lists(st.sampled_from([*PIECES, "!", "? ", "?", "\0", "\u2028", "\ufeff"]), max_size=20).map("".join)
SAMPLE = """name: Commandes et paiement
description: >-
  Nous traitons vos données pour l’envoi
  de vos commandes.
purposes: [order-fulfilment, disputes]
required: {mandatory: contract, otherwise: Nous ne pouvons pas livrer}
data:
  contact-details:
  payment-data:
    - items: [card-number]
      when: "Durée : « légale »"
    - {items: [payment-proof], retention: proof-13m}
sources:
- web-sites
- mobile-apps
status: active
"""


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A sound register with one or two slips of the hand."""
    text = SAMPLE
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", *PIECES])) + text[at + draw(st.integers(0, 3)) :]
    return text


def assert_sound(content: bytes, tree: Tree | None, findings: tuple[Finding, ...]) -> None:
    lines = re.split("\r\n|\r|\n", content.removeprefix(b"\xef\xbb\xbf").decode(errors="replace"))
    assert (tree is None) == any(finding.rule not in WARNINGS for finding in findings)
    for finding in findings:
        place = finding.at
        assert isinstance(place, Place)
        assert finding.rule in structure()
        assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.end_column <= len(lines[place.end_line - 1]) + 1


@given(st.binary(max_size=60) | SOUP.map(str.encode) | damaged().map(str.encode))
def test_any_bytes_are_read_or_told_why_not(content: bytes) -> None:
    for source in filter(None, (events.LIBYAML, events.PYTHON)):
        assert_sound(content, *read_with(source, content))


@pytest.mark.skipif(events.LIBYAML is None, reason="there is one source only")
@given(damaged())
def test_both_sources_tell_the_same_of_a_damaged_register(text: str) -> None:
    (tree, findings), (other, same) = (read_with(one, text.encode()) for one in (events.LIBYAML, events.PYTHON))

    assert findings == same
    assert (tree and tree.data) == (other and other.data)


@given(damaged())
def test_a_register_that_is_read_holds_no_mistake(text: str) -> None:
    tree, _ = read_with(events.LOADER, text.encode())

    if tree is not None:
        assert first_mistake(text.replace("\t", " ")) is None


@pytest.mark.parametrize(("length", "shown"), [(60, 60), (5000, None)])
def test_an_excerpt_is_one_line_that_ends_in_dots_where_it_is_cut(length: int, shown: int | None) -> None:
    text = excerpt("a\n" * (length // 2))

    assert ("…" in text, "\n" in text) == (shown is None, False)
    assert len(text) in (59, 60)
