"""The reference tables: all that is known can be printed, in both languages, with its source and its dates."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from program import DATE, ROOT

from deskprivacy.check.rules import rules
from deskprivacy.finding import Severity
from deskprivacy.law.files import FOLDER, data
from deskprivacy.law.presets import presets
from deskprivacy.law.reader import LANGUAGES, countries, vocabulary
from deskprivacy.law.tables import Column, Table, lexicon_names, stale_on, table, table_names
from deskprivacy.law.tracker_exemptions import exemptions
from deskprivacy.report.tables import format_table
from deskprivacy.words.speech import speech

TODAY = date.fromisoformat(DATE)
CHECK = ROOT / "deskprivacy" / "check"
SILENT = {
    "structure",
    "vocabulary",
    "third_person",
    "tables",
    "reviews",
    "duties",
}  # ours, or shown by the rules themselves
every_table = pytest.mark.parametrize("name", table_names())


def columns(one: Table) -> Iterator[tuple[Column, tuple[object, ...]]]:
    """Each column with the values of its rows, but for those that take a row's own words."""
    for part in one.parts:
        for column in part.columns:
            if column.form != "own":
                yield column, tuple(row[column.key] for row in part.rows if column.key in row)


def test_every_file_of_the_law_is_a_table_or_shown_otherwise() -> None:
    shown = {raw["file"] for raw in data("tables").values()}

    assert shown == {path.stem for path in FOLDER.glob("*.yaml")} - SILENT | {"lexicons"}
    lexicons = {path.name for path in (FOLDER / "lexicons").iterdir() if path.suffix != ".json"}  # a wheel has both
    assert {f"{name}.yaml" for name in lexicon_names()} == lexicons


def test_every_list_of_a_file_is_a_part_of_its_table() -> None:
    head = {"source", "checked", "doubt"}
    hidden = {"countries": {"vague"}, "secrets": {"unless"}}  # what only makes the other lists work
    for name in table_names():
        file = data("tables")[name]["file"]
        if file != "lexicons":
            parts = {part["rows"] for part in data("tables")[name]["parts"]}
            assert parts == set(data(file)) - head - hidden.get(file, set()), name


@every_table
def test_every_column_is_filled_and_every_word_is_known(name: str) -> None:
    for column, values in columns(table(name)):
        assert values, column.key
        assert set(column.label) == set(LANGUAGES)
        if column.form == "term":
            assert {str(value) for value in values} <= set(vocabulary(column.of or "")), column.key
        if column.words and column.form == "text":
            assert set(column.words) == {str(value) for value in values}, column.key


@every_table
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_printed_whole(name: str, language: str) -> None:
    one, say = table(name), speech(language)

    printed = format_table(one, say)

    assert printed.startswith(name)
    assert say.date(one.checked) in printed
    assert say.date(one.review_by) in printed
    assert one.source is None or say.text(one.source) in printed
    for column, values in columns(one):
        for value in values if column.form == "text" and not column.words else ():
            assert str(value) in printed
    for part in one.parts:
        for row in part.rows:
            assert "doubt" not in row or say.text(row["doubt"]) in printed


@every_table
def test_a_table_names_rules_that_exist(name: str) -> None:
    assert set(table(name).rules) <= set(rules())


def test_a_rule_that_reads_a_table_is_named_there() -> None:
    files = {raw["file"]: set(raw["rules"]) for raw in data("tables").values()}
    modules = {"presumptions": files["usual_roles"] | files["vague_recipients"], **files}
    for path in CHECK.glob("*/*.py"):
        for module in _law_read_by(path):
            if module in modules and module != "lexicons" and not path.stem.startswith("_"):
                assert path.stem.replace("_", "-") in modules[module], (path.stem, module)


def test_what_is_doubtful_supports_no_error() -> None:
    doubtful = [one for one in map(table, table_names()) if one.doubt]

    assert doubtful
    for one in doubtful:
        for name in one.rules:
            assert rules()[name].severity < Severity.ERROR, (one.name, name)


def test_a_doubtful_row_supports_no_error() -> None:
    """A doubtful period is only to be read; a doubtful exemption or channel only warns."""
    channels = {name for name, row in data("direct_marketing")["channels"].items() if "doubt" in row}
    exempt = {name for name, row in data("tracker_exemptions")["exemptions"].items() if "doubt" in row}

    assert not {name for name, row in data("presets")["retention"].items() if "doubt" in row} & set(presets())
    assert channels == {"telephone"}
    assert rules()["telephone-marketing-without-consent"].severity < Severity.ERROR
    assert all(exemptions()[name].technology for name in exempt)  # on these, the rule of purposes warns


def test_every_table_has_a_day_of_review_that_is_not_too_far() -> None:
    assert set(data("reviews")["reviews"]) == set(table_names())
    for one in map(table, table_names()):
        days = (date.fromisoformat(one.review_by) - date.fromisoformat(one.checked)).days
        assert 0 < days <= (183 if one.name == "adequacy" else 366), one.name


def test_a_table_is_stale_from_the_day_after_its_review() -> None:
    review = date.fromisoformat(table("adequacy").review_by)

    assert "adequacy" not in dict(stale_on(review))
    assert "adequacy" in dict(stale_on(date.fromordinal(review.toordinal() + 1)))
    assert not dict(stale_on(TODAY))
    assert set(dict(stale_on(date(2100, 1, 1)))) == set(table_names())


def test_what_lies_outside_in_spite_of_appearances_lies_outside() -> None:
    assert {countries().position(code) for code in data("countries")["outside"]} == {"outside"}


def _law_read_by(path: Path) -> set[str]:
    """The modules of the law that a module imports."""
    imported = (
        node.module or "" for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)
    )
    return {module.rpartition(".")[2] for module in imported if module.startswith("deskprivacy.law.")}
