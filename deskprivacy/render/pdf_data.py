"""A document as `document.typ` reads it: JSON types only, each line already grouped by mark and by link.

The template then only loops. What typst cannot say itself is kept beside: which tables have row headers, and what the
sections are called to which links lead.
"""

import re
from typing import Any

from deskprivacy.render.document import Block, Description, Document, List, Paragraph, Runs, Section, Table, walk
from deskprivacy.render.lines import grouped, headed, printable

_LONGEST = 8_000  # characters of what is a property of the file: PDF/A allows 32 767 bytes
_ENDLESS = re.compile("[^ \n]{2000}")  # no word, and no address that is a link, is so long
_SHORT = 500  # characters: a row whose longest cell has fewer stays on one page


class Data:
    """The document as the template reads it: JSON types only.

    `tables`: whether the rows of each have heads. `titles`: of every section to which a link can lead, by its id.
    """

    def __init__(self, document: Document) -> None:
        document = headed(document)
        self.tables: list[bool] = []
        sections = (block for block in walk((*document.lead, *document.blocks)) if isinstance(block, Section))
        self.titles = {one.id: printable("".join(run.text for run in one.title)) or one.id for one in sections}
        self.document = {
            "kind": document.kind,
            **_language(document.language),
            "title": document.title,
            "title_language": _language(document.title_language),
            "author": document.author and document.author[:_LONGEST],
            "status": document.status,
            "banner": self._line(document.banner),
            "lead": self._flow(document.lead),
            "contents": [link.id for link in document.contents],
            "blocks": self._flow(document.blocks),
            "labels": {
                "contents": printable(document.labels.contents),
                "page": printable(document.labels.page),
                "watermark": printable(document.labels.watermark),
            },
        }

    def _flow(self, blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
        return [self._block(block) for block in blocks if not (isinstance(block, Table) and _is_empty(block))]

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Paragraph():
                return {"type": "paragraph", "content": self._line(block.content)}
            case List():
                items = [self._flow(item) for item in block.items]
                return {"type": "list", "ordered": block.ordered, "start": block.start, "items": items}
            case Table():
                return self._table(block)
            case Description():
                entries = [{"term": self._line(e.term), "blocks": self._flow(e.blocks)} for e in block.entries]
                return {"type": "description", "entries": entries}
            case Section():
                return {
                    "type": "section",
                    "id": block.id,
                    "name": block.name,
                    "title": self._line(block.title),
                    "level": block.level,
                    "boxed": block.boxed,
                    "blocks": self._flow(block.blocks),
                }

    def _table(self, table: Table) -> dict[str, Any]:
        self.tables.append(table.row_headers)
        rows = [[self._flow(cell) for cell in row] for row in table.rows]
        return {
            "type": "table",
            "caption": self._line(table.caption),
            "columns": [self._line(column) for column in table.columns],
            "headed": any(table.columns),
            "rows": [{"cells": row, "short": max(map(_length, row), default=0) < _SHORT} for row in rows],
            "row_headers": table.row_headers,
        }

    def _line(self, runs: Runs) -> list[dict[str, Any]]:
        return [
            {
                "mark": marked.mark,
                "links": [
                    {
                        "link": linked.link,
                        "address": linked.address,
                        "runs": [
                            {
                                "text": _breakable(printable(run.text)),
                                "strong": run.strong,
                                "emphasis": run.emphasis,
                                **_language(run.language),
                            }
                            for run in linked.runs
                        ],
                    }
                    for linked in marked.links
                ],
            }
            for marked in grouped(runs, self.titles)
        ]


def _breakable(text: str) -> str:
    """The text, a row of signs without a space allowed to break somewhere: typst cannot write one of 32 767 bytes."""
    return _ENDLESS.sub(lambda row: f"{row[0]}\u200b", text)


def _is_empty(table: Table) -> bool:
    return not table.rows and not any(table.columns)


def _language(tag: str | None) -> dict[str, str | None]:
    """What typst calls language and region, of a BCP 47 tag."""
    parts = re.fullmatch(r"([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-.*)?", (tag or "").lower())
    return {"language": parts[1] if parts else None, "region": parts[2] if parts else None}


def _length(cell: Any) -> int:
    """The characters of a cell, near enough: those of its texts."""
    if isinstance(cell, dict):
        return len(cell["text"]) if "text" in cell else sum(map(_length, cell.values()))
    return sum(map(_length, cell)) if isinstance(cell, list) else 0
