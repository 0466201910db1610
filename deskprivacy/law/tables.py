"""The reference tables, for people to read: their rows, source and review (`tables.yaml`, `reviews.yaml`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, cast

from deskprivacy.finding import Texts
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import FOLDER, data
from deskprivacy.law.reader import vocabulary

Form = Literal["text", "list", "country", "date", "period", "law", "texts", "own", "term", "terms", "grades"]
Row = Mapping[str, Any]

LEXICONS = "lexicons"  # a folder, of which each file is a row


@frozen
class Column(Frozen):
    """A column of a table; `tables.yaml` explains the fields."""

    key: str
    label: Texts
    form: Form
    of: str | None
    words: Mapping[str, Texts]
    below: bool


@frozen
class Part(Frozen):
    """A list of a table. Each row has its name in `id`; one that is a single word has it in `value`."""

    title: Texts | None
    inline: bool
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@frozen
class Table(Frozen):
    """A reference table: where it comes from, until when it may be trusted and why, and its lists.

    `doubt` says what of the table as a whole could not be read in an official text; a row has its own. `source` is None
    where each row names one.
    """

    name: str
    title: Texts
    rules: tuple[str, ...]
    source: Texts | None
    checked: str
    doubt: Texts | None
    review_by: str
    review_why: Texts
    parts: tuple[Part, ...]


@cache
def table_names() -> tuple[str, ...]:
    """The names of the tables, in the order in which they are listed."""
    return tuple(data("tables"))


@cache
def table(name: str) -> Table:
    """The table of this name. Raises KeyError where there is none."""
    raw = data("tables")[name]
    content = _lexicons() if raw["file"] == LEXICONS else data(raw["file"])
    review = data("reviews")["reviews"][name]
    return Table(
        name=name,
        title=raw["title"],
        rules=tuple(raw["rules"]),
        source=content.get("source"),
        checked=content["checked"],
        doubt=content.get("doubt"),
        review_by=review["by"],
        review_why=review["why"],
        parts=tuple(_part(part, content[part["rows"]]) for part in raw["parts"]),
    )


@cache
def table_of_words(words: tuple[object, ...]) -> str | None:
    """The table that says what the words of a closed list mean; None where there is none."""
    for name, raw in data("tables").items():
        if any(tuple(vocabulary(terms)) == words for terms in raw.get("lists", ())):
            return str(name)
    return None


def stale_on(day: date) -> Iterator[tuple[str, str]]:
    """The tables that were to be compared with their sources before a day, each with its own day."""
    for name, review in data("reviews")["reviews"].items():
        if date.fromisoformat(review["by"]) < day:
            yield name, review["by"]


@cache
def lexicon_names() -> tuple[str, ...]:
    """The lexicons, by name."""
    return tuple(sorted(path.stem for path in (FOLDER / LEXICONS).glob("*.yaml")))


def _part(raw: Mapping[str, Any], rows: Any) -> Part:
    return Part(
        title=raw.get("title"),
        inline=raw.get("inline") == "true",
        columns=tuple(_column(one) for one in raw["columns"]),
        rows=(rows,) if raw.get("one") == "true" else tuple(_rows(rows)),
    )


def _column(raw: Mapping[str, Any]) -> Column:
    return Column(
        key=raw["key"],
        label={"en": raw["en"], "fr": raw["fr"]},
        form=cast("Form", raw.get("as", "text")),
        of=raw.get("of"),
        words=raw.get("words", {}),
        below=raw.get("below") == "true",
    )


def _rows(raw: Any) -> Iterator[Row]:
    """The rows of a list, of a mapping by id, or of a single word."""
    if isinstance(raw, str):
        yield {"value": raw}
    elif isinstance(raw, list):
        yield from ({"value": one} if isinstance(one, str) else one for one in raw)
    else:
        for ident, row in raw.items():
            yield {"id": ident} | ({"value": row} if isinstance(row, str) else row)


def _lexicons() -> Mapping[str, Any]:
    """The lexicons as the rows of one table, checked when the oldest of them was."""
    rows = {name: _lexicon(data(f"{LEXICONS}/{name}")) for name in lexicon_names()}
    return {"checked": min(row["checked"] for row in rows.values()), LEXICONS: rows}


def _lexicon(raw: Mapping[str, Any]) -> dict[str, Any]:
    ways = {f"ways_{language}": str(_ways(raw, language)) for language in ("en", "fr")}
    return {"source": raw["source"], "checked": raw["checked"], **ways}


def _ways(raw: Any, language: str) -> int:
    """How many ways of saying it a lexicon knows in a language: its patterns, or its words where these are plain."""
    if not isinstance(raw, Mapping):
        return 0
    return sum(
        _counted(below) if key == language else _ways(below, language) for key, below in raw.items() if key != "name"
    )


def _counted(below: Any) -> int:
    if isinstance(below, Mapping):
        return sum(_counted(one) for one in below.values())
    if isinstance(below, list):
        return len(below)
    return 1 if "\\" in below else len(below.split())
