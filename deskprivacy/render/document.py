"""The view: what a document says, block by block, as plain data.

Everything is sorted, resolved and worded before it stands here; the templates only loop over it. One shape serves
the notice and the register, in HTML and in PDF. `schemas/output/document.schema.json` publishes it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from deskprivacy.words.links import leads_out

Mark = Literal["gap", "proposed", "disputed", "finding"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of text in one style. `text` is typeset for its language, its newlines are line breaks.

    `link` is a URL or `#anchor`; one that does not lead anywhere (see `leads`) is printed as text.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    language: str | None = None  # where it differs from the document's
    mark: Mark | None = None  # a gap of the law, a fact that is not decided, or a finding about one


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of running text."""

    content: Runs
    type: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """A list; each item is a sequence of blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1  # the first number of an ordered list
    type: Literal["list"] = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a caption and column headers; the first cell of a row heads the row where `row_headers` is true.

    Where all column headers are empty, no header row is printed: a form of two columns needs none.
    """

    caption: Runs
    columns: tuple[Runs, ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    row_headers: bool = True
    type: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One term of a description list, and what is said of it."""

    term: Runs
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A description list: short facts under their names."""

    entries: tuple[Entry, ...]
    type: Literal["description"] = "description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the document under its heading. `id` is a stable anchor; `name` tells templates which block it is."""

    id: str
    name: str
    title: Runs
    level: int  # 2 for the parts of the document; the title of the document is 1
    blocks: tuple[Block, ...]
    boxed: bool = False  # set apart from the running text: the essentials, the right to object
    type: Literal["section"] = "section"


Block = Paragraph | List | Table | Description | Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One line of the table of contents."""

    id: str
    title: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The fixed words that a template prints around the blocks, in the document's language."""

    contents: str
    skip: str
    page: str
    watermark: str = ""  # one word behind each page; empty where there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document, ready for a template."""

    kind: Literal["notice", "register"]
    id: str
    language: str  # BCP 47
    title: str
    author: str | None  # the controllers' names, as far as they are declared
    status: Literal["draft", "published", "internal"]
    banner: Runs  # said on every page: that it is a draft, that it is internal; empty where published
    lead: tuple[Block, ...]  # between the title and the contents: version, dates
    contents: tuple[Link, ...]
    blocks: tuple[Block, ...]
    labels: Labels
    title_language: str | None = None  # where the title is not translated
    version: int = field(default=1)  # of this shape

    def as_data(self) -> dict[str, Any]:
        """The document as JSON types only, every key present."""
        return asdict(self)


def leads(link: str, anchors: Collection[str]) -> bool:
    """Whether a document may carry this link: out of itself (`words/links.py`), or to one of its own anchors."""
    return link[1:] in anchors if link.startswith("#") else leads_out(link)


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """These blocks and all that they hold, in the order in which they are read."""
    for block in blocks:
        yield block
        for inner in _inside(block):
            yield from walk(inner)


def runs(blocks: Iterable[Block]) -> Iterator[Run]:
    """All running text of these blocks, wherever it stands in them."""
    for block in walk(blocks):
        match block:
            case Paragraph():
                yield from block.content
            case Section():
                yield from block.title
            case Description():
                yield from (run for entry in block.entries for run in entry.term)
            case Table():
                yield from (run for words in (block.caption, *block.columns) for run in words)


def anchors(document: Document) -> frozenset[str]:
    """Every id to which a link of the document can lead."""
    return frozenset(block.id for block in walk((*document.lead, *document.blocks)) if isinstance(block, Section))


def _inside(block: Block) -> Iterable[tuple[Block, ...]]:
    match block:
        case Section():
            return (block.blocks,)
        case List():
            return block.items
        case Table():
            return (cell for row in block.rows for cell in row)
        case Description():
            return (entry.blocks for entry in block.entries)
        case Paragraph():
            return ()
