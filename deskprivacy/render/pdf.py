"""Set a document as PDF: the only room where typst and pikepdf are at home.

typst sets the page by `document.typ` and tags it (PDF/UA-1 and PDF/A-3a in one file); it gets the document as JSON, so
whatever comes from a register is a value and never code. One pass of pikepdf then makes the first cells of rows into
row headers, which this typst cannot say, leads the links within the document to their sections, and packs the file.

The same document gives the same bytes on each machine: only the fonts that travel with typst (or lie in `fonts/` beside
the template) are used, and the date is the caller's.
"""

import datetime
import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import typst

from deskprivacy.errors import CannotRender
from deskprivacy.render.document import Document
from deskprivacy.render.pdf_data import Data

_ATTEMPTS = 4
_REMEMBERED = 10  # compilations, of typst
_LARGE = 400_000  # characters of a document as JSON: some thirty pages
# What typst's own font may lack: all but the letters of Latin, Greek and Russian texts, and the signs between them.
_RARE = re.compile("[^\x00-\u024f\u0391-\u03a1\u03a3-\u047f\u2010-\u2027\u202f-\u2040\u20ac]")


def to_pdf(document: Document, templates: Path, date: datetime.date) -> bytes:
    """The file, by `document.typ` of the folder `templates`, dated `date`.

    Raises `CannotRender` where the template is missing or faulty, where typst warns of something, or where the result
    could not be read by all (no title, a heading left out).
    """
    data = Data(document)
    template = templates / "document.typ"
    if not template.is_file():
        raise CannotRender("{name} cannot be read: {reason}.", name=template, reason="ENOENT")
    try:
        return _finished(_set(template, data.document, date), data)
    except pikepdf.PdfError as error:
        raise _faulty(template, str(error)) from error


def _set(template: Path, document: dict[str, Any], date: datetime.date) -> bytes:
    """typst's own file. A sign that no font shows is named by its number, since PDF/A lets no sign go unseen.

    Where typst stops all the same, or names others each time, every sign that is rare in our languages is named so.
    """
    data = json.dumps(document, ensure_ascii=False)
    for _ in range(_ATTEMPTS):
        try:
            return _compile(template, data, date)
        except typst.TypstError as error:
            unseen = _unseen(error)
            if _BUG in error.diagnostic:
                break
            if not unseen:
                raise _faulty(template, _said(error)) from error
            data = data.translate({ord(sign): _named(sign) for sign in unseen})
        except _TypstPanicked:
            break
    try:
        return _compile(template, _RARE.sub(lambda sign: _named(sign[0]), data), date)
    except typst.TypstError as error:
        raise _faulty(template, _said(error)) from error


def _named(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"


class _TypstPanicked(CannotRender):
    """typst met a fault of its own; it happens over texts in scripts that its font does not have."""


def _compile(template: Path, data: str, date: datetime.date) -> bytes:
    noon = datetime.datetime.combine(date, datetime.time(12), datetime.UTC)
    fonts = _fonts(template)
    if len(data) > _LARGE:
        _forget()
    compiler = typst.Compiler(
        template,
        root=template.parent,
        font_paths=[fonts] if fonts.is_dir() else [],
        ignore_system_fonts=True,
        sys_inputs={"document": data},
    )
    try:
        written, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=["ua-1", "a-3a"], timestamp=int(noon.timestamp())
        )
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # no Exception, and its class has no name to import
            raise _TypstPanicked(
                "{name}: typst stopped over this document. It says: {what}", name=template, what=error
            ) from error
        raise
    if warnings:
        raise _faulty(template, _said(*warnings))
    if not isinstance(written, bytes):
        raise CannotRender("{name}: typst wrote no file.", name=template)
    return written


def _forget() -> None:
    """Lets typst drop what it remembers of documents before: megabytes a page, of no use to a large one that comes now.

    It keeps a result until ten compilations have gone by without it, and has no other word for «forget».
    """
    for _ in range(_REMEMBERED):
        typst.compile(b"", format="svg", ignore_system_fonts=True)


def _fonts(template: Path) -> Path:
    return template.parent / "fonts"


def _faulty(template: Path, what: str) -> CannotRender:
    return CannotRender("no PDF can be made by {name}. typst says: {what}", name=template, what=what)


def _said(*said: typst.TypstError | typst.TypstWarning) -> str:
    return "\n".join(one.diagnostic.strip() or one.message for one in said)


_BUG = "internal error"  # of typst, over a text that it cannot tag

_SIGN = re.compile(r'(?:the text|the codepoint) `"(.*?)"`(?: could not be displayed|$|,| )', re.MULTILINE)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def _unseen(error: typst.TypstError) -> set[str]:
    """The signs that typst could not show; none where it stopped for another reason too."""
    faults = [line for line in error.diagnostic.splitlines() if line.startswith("error: ")]
    named = [_SIGN.search(fault) for fault in faults]
    signs = "".join(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), name[1]) for name in named if name)
    return {sign for sign in signs if not sign.isascii()} if all(named) else set()


def _finished(written: bytes, data: Data) -> bytes:
    """The file with its row headers and its links within, packed."""
    with pikepdf.open(BytesIO(written)) as pdf:
        found = list(_elements(pdf.Root.StructTreeRoot, pikepdf.Name.Table))
        if len(found) != len(data.tables):
            raise CannotRender(
                "the template prints {printed} tables, the document has {there}.",
                printed=len(found),
                there=len(data.tables),
            )
        for table, row_headers in zip(found, data.tables, strict=True):
            if row_headers:
                _head_rows(table)
        _lead_within(pdf, data.titles)
        packed = BytesIO()
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()


def _lead_within(pdf: pikepdf.Pdf, titles: dict[str, str]) -> None:
    """Lead the links to `#id` to the section of this id, and let them say its title (PDF/UA-1 wants words for each).

    typst could lead them, but sets what stands around a link anew whenever it learns on which page the section is:
    a fifth of its time.
    """
    for page in pdf.pages:
        for note in page.obj.get("/Annots", ()):
            address = str(note.get("/A", pikepdf.Dictionary()).get("/URI", ""))
            if address.startswith("#") and address[1:] in titles:
                del note.A
                note.Dest = pikepdf.String(address[1:])
                note.Contents = pikepdf.String(titles[address[1:]])


def _head_rows(table: pikepdf.Object) -> None:
    """Make the first cell of each row a header of that row (ISO 32000-1, 14.8.5.7, table 349)."""
    for row in _rows(table):
        cell = next(iter(_kids(row)), None)
        if cell is None or cell.S != "/TD":
            continue
        cell.S = pikepdf.Name.TH
        attributes = cell.get("/A", pikepdf.Array())
        for attribute in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            if attribute.get("/O") == "/Table":
                attribute.Scope = pikepdf.Name.Row
                break
        else:
            scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
            cell.A = pikepdf.Array([*attributes, scope])


def _rows(table: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for part in _kids(table):
        if part.S == "/TR":
            yield part
        elif part.S == "/TBody":
            yield from _kids(part)


def _elements(start: pikepdf.Object, kind: pikepdf.Name) -> Iterator[pikepdf.Object]:
    """The structure elements of one kind, in the order in which they are read. No recursion: a document may be deep."""
    waiting = [start]
    while waiting:
        element = waiting.pop()
        if element.get("/S") == kind:
            yield element
        waiting.extend(reversed(list(_kids(element))))


def _kids(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements within one; marked content and references are none."""
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
