"""A reference table in words: what it is, where it comes from, until when it may be trusted, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from deskprivacy.law.tables import Column, Form, Part, Row, Table
from deskprivacy.report import as_sentence
from deskprivacy.words.citation import cite, cite_all
from deskprivacy.words.speech import Speech

_NONE = "—"
_GAP = "  "


def format_table(table: Table, say: Speech) -> str:
    """The table as text: columns one beside the other, what is long below its row."""
    name = say("{table} (reference table)", table=table.name)
    head = [name, as_sentence(say.text(table.title)), "\n".join(_head(table, say))]
    return "\n\n".join([*head, *(_part(one, say) for one in table.parts)]) + "\n"


def _head(table: Table, say: Speech) -> Iterator[str]:
    if table.source:
        yield say("Source: {source}", source=say.text(table.source))
    yield say("Checked on {day}.", day=say.date(table.checked))
    yield say(
        "To be checked again by {day}: {reason}.", day=say.date(table.review_by), reason=say.text(table.review_why)
    )
    if table.doubt:
        yield say("Not verified: {doubt}.", doubt=say.text(table.doubt))
    if table.rules:
        yield say("Rules that judge by it: {rules}", rules=", ".join(table.rules))


def _part(part: Part, say: Speech) -> str:
    title = [as_sentence(say.text(part.title)) + "\n"] if part.title else []
    if part.inline:
        return "\n".join([*title, ", ".join(_cell(part.columns[0], row, say) for row in part.rows)])
    shown = [column for column in part.columns if any(_cell(column, row, say) for row in part.rows)]
    beside = [column for column in shown if not column.below]
    cells = [[say.text(column.label).upper() for column in beside]]
    cells += [[_cell(column, row, say) or _NONE for column in beside] for row in part.rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [_GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    below = [column for column in shown if column.below]
    rows = zip(lines[1:], part.rows, strict=True)
    return "\n".join([*title, lines[0], *("\n".join([line, *_below(below, row, say)]) for line, row in rows)])


def _below(columns: list[Column], row: Row, say: Speech) -> Iterator[str]:
    for column in columns:
        if text := _cell(column, row, say):
            yield _GAP + say("{label}: {text}", label=say.text(column.label), text=text)
    if "doubt" in row:
        yield _GAP + say("not verified: {doubt}", doubt=say.text(row["doubt"]))


def _cell(column: Column, row: Row, say: Speech) -> str:
    """What stands in a column of a row; empty where the row has no such key."""
    if column.form == "own":
        return say.text(row)
    value = row.get(column.key)
    if value is None:
        return ""
    if column.words and column.form == "text":
        return say.text(column.words[value]) if value in column.words else value
    return _SAID[column.form](column, value, say)


def _grades(column: Column, grades: Mapping[str, str], say: Speech) -> str:
    return ", ".join(_grade(column, term, grade, say) for term, grade in grades.items())


def _grade(column: Column, term: str, grade: str, say: Speech) -> str:
    word = say.term(column.of or "", term)
    return f"{word} ({say.text(column.words[grade])})" if grade in column.words else word


def _law(_column: Column, value: Any, say: Speech) -> str:
    return cite(value, say) if isinstance(value, str) else cite_all(tuple(value), say)


_SAID: Mapping[Form, Callable[[Column, Any, Speech], str]] = {
    "text": lambda _column, value, _say: str(value),
    "list": lambda _column, value, _say: ", ".join(value),
    "country": lambda _column, value, say: say.country(value),
    "date": lambda _column, value, say: say.date(value),
    "period": lambda _column, value, say: say.period(value),
    "law": _law,
    "texts": lambda _column, value, say: say.text(value),
    "term": lambda column, value, say: say.term(column.of or "", value),
    "terms": lambda column, value, say: ", ".join(say.term(column.of or "", one) for one in value),
    "grades": _grades,
}
