"""A YAML text becomes plain data, and every key and value keeps its place."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deskprivacy.address import Key
from deskprivacy.finding import Place
from deskprivacy.load.text import events
from deskprivacy.load.text.tree import Tree, read

SOURCES = [
    pytest.param(events.LIBYAML, id="libyaml", marks=pytest.mark.skipif(events.LIBYAML is None, reason="no libyaml")),
    pytest.param(events.PYTHON, id="python"),
]
TEXT = """\
# Le registre
name: Commandes « é »
data:
  contact-details:
  payment-data:
    - items: [card-number, "à payer"]
      when: |
        Sur deux
        lignes.

    - {items: [], retention: 1.10}
sources:
- web-sites
-   - imbriqué
"""


def tree_of(text: str) -> Tree:
    tree, findings = read("f.yaml", text.encode(), lambda _: True)
    assert findings == ()
    assert tree is not None
    return tree


@pytest.fixture(params=SOURCES)
def source(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOADER", request.param)


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("Off", "Off"),
        ("Null", "Null"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("'true'", "true"),
        ("2026-03-01", "2026-03-01"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x1f", "0x1f"),
        ("+33123456789", "+33123456789"),
        ("01000", "01000"),
        ("00012345678901", "00012345678901"),
        ("12345678901234", 12345678901234),
        ("123456789012345678901", "123456789012345678901"),
        ("9" * 10_000, "9" * 10_000),
        ("0", 0),
        ("-0", 0),
        ("-12", -12),
        ("1.10", 1.1),
        (".5", ".5"),
        ("1.", "1."),
        ("1e3", 1000.0),
        ("1e999", "1e999"),
        ("-1e999", "-1e999"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ('"12"', "12"),
        ("=", "="),
        ("|-\n  12", "12"),
        (">-\n  null", "null"),
        ('"\\u00e9\\t\\n"', "é\t\n"),
    ],
)
def test_scalars_follow_the_grammar_of_json(scalar: str, value: object) -> None:
    found = tree_of(f"a: {scalar}\nb: [c]\n").data["a"]

    assert found == value
    assert type(found) is type(value)


@pytest.mark.usefixtures("source")
def test_keys_are_texts() -> None:
    assert tree_of("26: a\ntrue: b\nnull: c\n1.5: d\n'é': e\n").data == {
        "26": "a",
        "true": "b",
        "null": "c",
        "1.5": "d",
        "é": "e",
    }


@pytest.mark.usefixtures("source")
def test_an_empty_value_is_read_where_the_caller_allows_it() -> None:
    asked: list[tuple[Key, ...]] = []

    def allowed(keys: tuple[Key, ...]) -> bool:
        asked.append(keys)
        return len(keys) == 2 and keys[0] == "data"

    tree, findings = read("f.yaml", b"data:\n  a:\n  b: ~\n  c: null\n  d: [{e: 1}]\n", allowed)

    assert findings == ()
    assert tree is not None
    assert tree.data == {"data": {"a": None, "b": None, "c": None, "d": [{"e": 1}]}}
    assert asked == [("data", "a"), ("data", "b"), ("data", "c")]


@pytest.mark.usefixtures("source")
def test_an_empty_value_elsewhere_is_asked_for_by_its_keys() -> None:
    asked: list[tuple[Key, ...]] = []

    def allowed(keys: tuple[Key, ...]) -> bool:
        asked.append(keys)
        return False

    read("f.yaml", b"a:\n- b: 1\n- c: [d, {e: }]\n", allowed)

    assert set(asked) == {("a", 1, "c", 1, "e")}


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("new_line", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("keys", "on", "line", "column", "end_line", "end_column"),
    [
        ((), "value", 2, 1, 2, 5),
        (("name",), "key", 2, 1, 2, 5),
        (("name",), "value", 2, 7, 2, 22),
        (("data",), "value", 3, 1, 3, 5),
        (("data", "contact-details"), "value", 4, 3, 4, 18),
        (("data", "contact-details"), "key", 4, 3, 4, 18),
        (("data", "payment-data"), "value", 5, 3, 5, 15),
        (("data", "payment-data", 0), "value", 6, 7, 6, 12),
        (("data", "payment-data", 0), "key", 6, 7, 6, 12),
        (("data", "payment-data", 0, "items"), "value", 6, 7, 6, 12),
        (("data", "payment-data", 0, "items", 1), "value", 6, 28, 6, 37),
        (("data", "payment-data", 0, "when"), "key", 7, 7, 7, 11),
        (("data", "payment-data", 1), "value", 11, 7, 11, 8),
        (("data", "payment-data", 1, "items"), "value", 11, 8, 11, 13),
        (("data", "payment-data", 1, "retention"), "value", 11, 30, 11, 34),
        (("sources", 0), "value", 13, 3, 13, 12),
        (("sources", 0), "key", 13, 3, 13, 12),
        (("sources", 1), "value", 14, 7, 14, 15),
        (("sources", 1, 0), "value", 14, 7, 14, 15),
        (("missing",), "value", 2, 1, 2, 5),
        (("data", "missing", "further"), "key", 3, 1, 3, 5),
        (("data", "payment-data", 0, "missing"), "key", 6, 7, 6, 12),
        (("data", "payment-data", 9), "value", 5, 3, 5, 15),
        (("data", "payment-data", "items"), "value", 5, 3, 5, 15),
        (("name", "missing"), "value", 2, 1, 2, 5),
    ],
)
def test_every_path_has_its_place(
    new_line: str, keys: tuple[Key, ...], on: Any, line: int, column: int, end_line: int, end_column: int
) -> None:
    tree = tree_of(TEXT.replace("\n", new_line))

    assert tree.place(keys, on) == Place("f.yaml", line, column, end_line, end_column)


@pytest.mark.usefixtures("source")
def test_a_block_of_text_ends_with_its_last_word() -> None:
    tree = tree_of(TEXT)

    assert tree.place(("data", "payment-data", 0, "when")) == Place("f.yaml", 7, 13, 9, 16)


@pytest.mark.usefixtures("source")
def test_columns_count_characters_and_a_byte_order_mark_is_none() -> None:
    text = "\ufeffé😀: [à, {œuvre: 😀😀x}]\n"

    assert tree_of(text).place(("é😀", 1, "œuvre")) == Place("f.yaml", 1, 17, 1, 20)


@pytest.mark.usefixtures("source")
def test_an_empty_member_of_a_list_stands_at_its_dash() -> None:
    tree = tree_of("a:\n  - b\n  -\n  - ~\n")

    assert tree.place(("a", 1)) == Place("f.yaml", 3, 3, 3, 4)
    assert tree.place(("a", 2)) == Place("f.yaml", 4, 5, 4, 6)


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("text", ["{}", "# rien\n{} # rien", "--- {}\n..."])
def test_a_file_that_declares_none_has_a_place_too(text: str) -> None:
    tree = tree_of(text)

    assert tree.data == {}
    assert tree.source(()) == "{"
    assert tree.source(("a", "b")) == "{"


@pytest.mark.usefixtures("source")
def test_what_is_written_can_be_quoted() -> None:
    tree = tree_of(TEXT)

    assert tree.source(("data", "payment-data", 1, "retention")) == "1.10"
    assert tree.source(("data", "payment-data", 0, "when")) == "|\n        Sur deux\n        lignes."


@pytest.mark.usefixtures("source")
def test_a_tab_within_a_line_is_a_space() -> None:
    tree = tree_of("a:\tb\tc # d\t\n\t\ne: 'f\tg'\n")

    assert tree.data == {"a": "b c", "e": "f g"}
    assert tree.place(("a",)) == Place("f.yaml", 1, 4, 1, 7)


def test_keys_are_one_string_in_all_files() -> None:
    first, second = (tree_of(f"retention-of-{'x' * 3}: {n}\n") for n in (1, 2))

    assert next(iter(first.data)) is next(iter(second.data))


def test_nothing_keeps_a_tree_alive() -> None:
    class Watched(Tree):
        __slots__ = ("__weakref__",)

    tree = tree_of(TEXT)
    watched = Watched(tree.file, tree.data, TEXT.encode())
    watched.place(("name",))
    gone = weakref.ref(watched)
    gc.collect()
    gc.disable()
    try:
        del watched
        assert gone() is None
        tree_of(TEXT)
        assert gc.collect() == 0
    finally:
        gc.enable()


# --- whatever data a file holds ------------------------------------------------------------------

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufeff")
TEXTS = (
    st.text(LETTERS, max_size=12)
    | st.text(st.sampled_from("abcé \n:#-'\"?,[]{}*&!|>%@`~\\"), max_size=25)
    | st.sampled_from(
        ["NO", "null", "~", "01000", "2026-03-01", "1.10", "Objet : paie", "l'eau", "- x", "-x", "1e3", "12"]
    )
)
KEYS = st.text(st.sampled_from("abcdeé-_ :26#'\"?"), min_size=1, max_size=8).map(str.strip).filter(bool)
NUMBERS = st.integers(1 - 10**14, 10**14) | st.floats(-1e6, 1e6).map(lambda number: round(number, 2))
DATA = st.recursive(
    TEXTS | st.none() | st.booleans() | NUMBERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)
PLAIN = re.compile(r"(?!(?:null|true|false)\Z)[a-zé](?:[a-zé ]*[a-zé])?")


class Dumper(yaml.SafeDumper):
    """Writes without anchors, and puts in quotes whatever is not plainly text."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style=None if PLAIN.fullmatch(text) else "'" if len(text) % 2 else '"'
    ),
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """Data, and how they may be written: in blocks or brackets, wide or narrow."""
    data = draw(st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
    text = yaml.dump(
        data,
        Dumper=Dumper,
        allow_unicode=draw(st.booleans()),
        sort_keys=False,
        default_flow_style=draw(st.sampled_from([True, False, None])),
        indent=draw(st.integers(2, 5)),
        width=10_000,  # PyYAML breaks lines within its own escapes
    )
    return data, text


def paths(node: object, path: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], object]]:
    """Every path of the data with its value."""
    members: Any = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in members:
        yield (*path, key), value
        yield from paths(value, (*path, key))


def written(text: str, place: Place) -> str:
    """The text between the two ends of a place."""
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    return text[starts[place.line - 1] + place.column - 1 : starts[place.end_line - 1] + place.end_column - 1]


def as_text(scalar: object) -> str:
    return {None: "null", True: "true", False: "false"}[scalar] if isinstance(scalar, bool | None) else str(scalar)


@given(documents(), st.sampled_from([one for one in (events.LIBYAML, events.PYTHON) if one]))
def test_data_that_are_written_are_read_back_and_every_path_leads_to_them(
    document: tuple[dict[str, Any], str], loader: Any
) -> None:
    data, text = document
    before, events.LOADER = events.LOADER, loader
    try:
        tree = tree_of(text)

        assert tree.data == data
        for path, value in paths(data):
            key = written(text, tree.place(path, "key"))
            if isinstance(path[-1], str):
                assert yaml.load(key, yaml.BaseLoader) == path[-1]
            if isinstance(value, dict | list) or (value is None and isinstance(path[-1], str)):
                assert tree.place(path) == tree.place(path, "key")
            else:
                found = yaml.load(written(text, tree.place(path)), yaml.BaseLoader)
                assert found == as_text(value)
                assert tree.place((*path, "missing")) == tree.place(path, "key")
    finally:
        events.LOADER = before
