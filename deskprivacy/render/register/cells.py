"""Cells: the small shapes of which the sheets and annexes are made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deskprivacy.address import Address
from deskprivacy.render.document import Block, List, Paragraph, Run, Runs, Table
from deskprivacy.render.page import Page

Cell = tuple[Block, ...]


def said(*lines: Runs) -> Cell:
    """A paragraph for each line that says something."""
    return tuple(Paragraph(content=line) for line in lines if line)


def listed(cells: Iterable[Cell]) -> Cell:
    """The cells that say something as a list; one alone as it is."""
    found = tuple(cell for cell in cells if cell)
    return (List(items=found),) if len(found) > 1 else next(iter(found), ())


def under(heading: Run, cells: Iterable[Cell]) -> Cell:
    """A list under its heading; nothing where no cell says anything."""
    found = tuple(cell for cell in cells if cell)
    return (Paragraph(content=(replace(heading, strong=True),)), List(items=found)) if found else ()


def labelled(page: Page, label: Run, content: Runs) -> Runs:
    """`Label: content`; nothing where the content is nothing."""
    return page.phrase("{what}: {detail}", what=(replace(label, strong=True),), detail=content) if content else ()


def text(page: Page, words: str | None) -> Runs:
    """A name, or fixed words, as running text; nothing where there is none."""
    return (page.run(words),) if words else ()


def line(page: Page, label: Run, where: Address, words: str | None) -> Runs:
    """`Label: words`, marked as the fact stands or is missing; nothing where no law asks for it either."""
    return labelled(page, label, page.fact(where, text(page, words)))


def headed(page: Page, head: Runs, cell: Cell) -> Cell:
    """What stands under a name: its first line after a colon, the rest below; lines with labels all below."""
    if not cell:
        return ()
    strong = tuple(replace(run, strong=True) for run in head)
    first, *rest = cell
    if not isinstance(first, Paragraph):
        return (Paragraph(content=page.phrase("{what}:", what=strong)), *cell)
    if first.content[0].strong:
        return (Paragraph(content=strong), *cell)
    return (Paragraph(content=page.phrase("{what}: {detail}", what=strong, detail=first.content)), *rest)


def grouped(page: Page, pairs: Iterable[tuple[Runs, Cell]]) -> Cell:
    """Names with what is said of each; those of which the same is said stand together."""
    names: dict[Cell, dict[Runs, None]] = {}
    for name, cell in pairs:
        if cell:
            names.setdefault(cell, {})[name] = None
    return listed(headed(page, page.joined(tuple(group), "; "), cell) for cell, group in names.items())


def undeclared(page: Page) -> Runs:
    """That the register does not say, where no law, no rule and no question asks for it: else `Page.gap` says so."""
    return (page.words("not declared (not required here)"),)


def form(page: Page, rows: Sequence[tuple[Runs, Cell]]) -> Table:
    """A table of two columns, whose first heads the row; the heading above it is its caption."""
    return Table(
        caption=(),
        columns=((), ()),
        rows=tuple((said(label), cell or said(undeclared(page))) for label, cell in rows),
    )


def table(
    page: Page, caption: str, columns: Sequence[str], rows: Iterable[tuple[Cell, ...]], *, heads: bool = True
) -> Table:
    """A table under column headers; texts are already in the document's language, an empty caption is left out."""
    return Table(
        caption=(page.run(caption),) if caption else (),
        columns=tuple((page.run(column),) for column in columns),
        rows=tuple(rows),
        row_headers=heads,
    )


def table_of_what_is_declared(
    page: Page, caption: str, columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]
) -> Cell:
    """A table without the columns in which no row says anything; these are named below it. An empty cell says so."""
    full = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    shown = table(
        page,
        caption,
        [columns[n] for n in full],
        (tuple(row[n] or said(undeclared(page)) for n in full) for row in rows),
    )
    silent = page.joined([(page.run(columns[n]),) for n in range(len(columns)) if n not in full], "; ")
    note = page.phrase("Not declared anywhere (not required here): {columns}.", columns=silent) if silent else ()
    return (shown, *said(note))
