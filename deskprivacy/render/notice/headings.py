"""Facts under the names of things: a thing of which only the name is known is named, and heads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deskprivacy.render.document import Block, Description, Entry, List, Paragraph, Run, Runs, Section, Table


def sections(found: Iterable[Section]) -> Iterator[Block]:
    """Sections, each under the name of a thing; before them, for nothing may part them, those that are only a name."""
    known = tuple(found)
    yield from _names(one.title for one in known if not one.blocks)
    yield from (one for one in known if one.blocks)


def terms(found: Iterable[Entry]) -> Iterator[Block]:
    """A list of terms with what is said of each, if there is any; before it, those that are only a name."""
    known = tuple(found)
    yield from _names(one.term for one in known if not one.blocks)
    if said := tuple(one for one in known if one.blocks):
        yield Description(entries=said)


def table(
    caption: Runs, columns: Sequence[Runs], rows: Sequence[tuple[tuple[Block, ...], ...]], unsaid: Run
) -> Iterator[Block]:
    """A table, if it has rows, without the columns of which no row says anything; `unsaid` stands in a blank cell."""
    filled = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    if filled:
        blank = (Paragraph(content=(unsaid,)),)
        shown = tuple(tuple(row[n] or blank for n in filled) for row in rows)
        yield Table(caption=caption, columns=tuple(columns[n] for n in filled), rows=shown)


def _names(names: Iterable[Runs]) -> Iterator[Block]:
    if items := tuple((Paragraph(content=name),) for name in names):
        yield List(items=items)
