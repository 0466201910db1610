"""A page is valid, loads nothing, runs nothing, and can be read by all; whatever a register holds stays text."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples.documents import NOTICE, cell, section
from samples.register_document import REGISTER

from deskprivacy.errors import CannotRender
from deskprivacy.render.document import Document, Link, List, Paragraph, Run, Table
from deskprivacy.render.html import to_html
from deskprivacy.render.markdown import blocks

TEMPLATES = Path(__file__).parents[2] / "templates"
HOSTILE = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    "<!-- ]]> -->",
    "&lt;b&gt; &amp;",
]

both = pytest.mark.parametrize("document", [NOTICE, REGISTER], ids=["notice", "register"])


def parsed(page: str) -> Element:
    """The page as a browser reads it; a single parse error fails the test."""
    root = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(page)
    assert isinstance(root, Element)
    return root


def page(document: Document) -> Element:
    return parsed(to_html(document, TEMPLATES))


def saying(*content: Run) -> Document:
    return replace(NOTICE, banner=content, blocks=(section("un", "Un", content),), contents=())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\u202etxt.exe", "txt.exe"),
        ("a\u2067b", "ab"),
        ("a\u2069b\u202c", "ab"),
        ("a \u2067שלום\u2069 b", "a \u2067שלום\u2069 b"),
        ("שלום", "שלום"),
    ],
)
def test_no_text_turns_what_stands_beside_it(text: str, shown: str) -> None:
    document = replace(saying(Run(text=text), Run(text=" après", link="https://a.fr/")), title=f"T {text}", author=text)
    root = page(document)

    assert [words(one) for one in elements(root, "bdi")] == ([shown] * 2 if "ש" in shown else [])
    assert f"<p>{shown}" in to_html(document, TEMPLATES) or "<bdi>" in to_html(document, TEMPLATES)
    assert words(next(elements(root, "h1"))) == f"T {shown}"
    assert next(one.get("content") for one in elements(root, "meta") if one.get("name") == "author") == shown


def words(element: Element | None) -> str:
    return "" if element is None else "".join(element.itertext())


def elements(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if element.tag == name)


@both
def test_the_page_is_valid_and_has_one_language(document: Document) -> None:
    root = page(document)

    assert root.get("lang") == "fr"
    assert words(root.find("head/title")) == document.title


@both
def test_the_page_loads_and_runs_nothing(document: Document) -> None:
    root = page(document)

    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & {str(e.tag) for e in root.iter()}
    assert not [e for e in root.iter() for name in e.attrib if name in {"style", "src"} or name.startswith("on")]


@both
def test_the_policy_allows_this_stylesheet_and_nothing_else(document: Document) -> None:
    root = page(document)
    digest = b64encode(sha256(words(root.find("head/style")).encode()).digest()).decode()
    (policy,) = (e.get("content") for e in elements(root, "meta") if e.get("http-equiv") == "Content-Security-Policy")

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


@both
def test_each_id_is_unique_and_each_anchor_leads_somewhere(document: Document) -> None:
    root = page(document)
    ids = [e.get("id") for e in root.iter() if e.get("id")]

    assert len(ids) == len(set(ids))
    assert {e.get("href", "")[1:] for e in elements(root, "a") if e.get("href", "").startswith("#")} <= set(ids)


@both
def test_headings_are_in_order_under_one_title(document: Document) -> None:
    body = page(document).find("body")
    assert body is not None
    levels = [int(e.tag[1]) for e in body.iter() if re.fullmatch("h[1-6]", str(e.tag))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@both
def test_tables_say_what_their_cells_are_about(document: Document) -> None:
    for table in elements(page(document), "table"):
        assert words(table.find("caption"))
        assert all(e.get("scope") == "col" for e in table.findall("thead/tr/th"))
        assert all(e.get("scope") == "row" for e in table.findall("tbody/tr/th"))
        columns = [words(e) for e in table.findall("thead/tr/th")]
        for row in table.findall("tbody/tr") if columns else ():
            assert [e.get("data-label", column) for e, column in zip(row, columns, strict=True)] == columns


def test_a_form_has_no_empty_header_row() -> None:
    (sheet, *_) = (e for e in elements(page(REGISTER), "table") if e.get("class") == "columns-2")

    assert sheet.find("thead") is None
    assert words(sheet.find("tbody/tr/th")) == "Responsable du traitement"


def test_what_is_not_settled_is_marked_with_words_in_it() -> None:
    found = {e.get("class"): words(e) for e in elements(page(NOTICE), "mark")}

    assert set(found) == {"gap", "proposed", "disputed", "finding"}
    assert "À compléter" in found["gap"]


def test_neighbours_share_one_mark_and_one_link() -> None:
    root = page(
        saying(
            Run(text="un ", mark="gap"),
            Run(text="deux ", mark="gap", link="https://a.fr"),
            Run(text="trois", mark="gap", link="https://a.fr", strong=True),
            Run(text="\nquatre", language="en"),
        )
    )
    paragraph = root.find("body/main/section/p")

    assert paragraph is not None
    assert [e.tag for e in paragraph.iter()] == ["p", "mark", "a", "strong", "span", "br"]
    assert [e.get("lang") for e in elements(paragraph, "span")] == ["en"]


@pytest.mark.parametrize(
    ("text", "link", "address"),
    [
        ("le site", "https://a.fr/x", "https://a.fr/x"),
        ("a.fr/x", "https://a.fr/x/", None),
        ("écrire", "mailto:a@b.fr", "a@b.fr"),
        ("a@b.fr", "mailto:a@b.fr", None),
        ("plus bas", "#un", None),
    ],
)
def test_paper_says_where_a_link_leads_unless_its_words_do(text: str, link: str, address: str | None) -> None:
    found = page(saying(Run(text=text, link=link))).find("body/main//a")

    assert found is not None
    assert found.get("href") == link
    assert found.get("data-address") == address


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "//a.fr", "#nulle-part", "file:///etc/passwd", ""]
)
def test_a_link_that_leads_nowhere_is_text(link: str) -> None:
    root = page(saying(Run(text="ici", link=link)))

    assert words(root.find("body/main/section/p")) == "ici"
    assert root.find("body/main//a") is None


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_register_says_is_text_wherever_it_stands(text: str) -> None:
    run = (Run(text=text),)
    table = Table(caption=run, columns=(run, run), rows=((cell(run), cell(run)),))
    document = replace(
        NOTICE,
        title=text,
        author=text,
        banner=run,
        lead=(Paragraph(content=run),),
        contents=(Link(id="un", title=run),),
        blocks=(section("un", "Un", table, run),),
        labels=replace(NOTICE.labels, contents=text, skip=text, watermark=text),
    )
    root = page(document)

    assert words(root.find("head/title")) == text
    assert words(root.find("body/main/section/p")) == text
    assert words(root.find("body/main/section/table/caption")) == text
    assert not {"script", "img", "svg", "b"} & {str(e.tag) for e in root.iter()}


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_breaks_the_page(text: str, link: str) -> None:
    document = saying(Run(text=text, link=link, mark="gap", language="en"))
    document = replace(document, title=text, blocks=(*document.blocks, *blocks(text, "fr")))

    page(document)


def test_an_ordered_list_keeps_its_first_number() -> None:
    document = replace(NOTICE, blocks=(List(items=(cell("a"),), ordered=True, start=4),), contents=())

    assert [e.get("start") for e in elements(page(document), "ol")] == ["4"]


def test_a_published_notice_has_no_banner_no_watermark_and_may_be_found() -> None:
    published = replace(
        NOTICE, status="published", banner=(), labels=replace(NOTICE.labels, watermark=""), blocks=NOTICE.blocks[:1]
    )
    draft, final = to_html(NOTICE, TEMPLATES), to_html(published, TEMPLATES)

    for sign in ('content="noindex"', 'class="banner"', 'data-watermark="'):
        assert sign in draft
        assert sign not in final


@both
def test_the_same_document_gives_the_same_page(document: Document) -> None:
    assert to_html(document, TEMPLATES) == to_html(document, TEMPLATES)


@pytest.mark.parametrize(
    ("template", "style", "fault"),
    [
        (None, "", "document.html"),
        ("{{ document.nothing }}", "", "nothing"),
        ("{% if %}", "", "document.html"),
        ("", None, "document.css"),
        ("", "</STYLE>", "document.css"),
    ],
)
def test_a_faulty_template_is_named(tmp_path: Path, template: str | None, style: str | None, fault: str) -> None:
    if template is not None:
        (tmp_path / "document.html").write_text(template, encoding="utf-8")
    if style is not None:
        (tmp_path / "document.css").write_text(style, encoding="utf-8")

    with pytest.raises(CannotRender, match=re.escape(fault)):
        to_html(NOTICE, tmp_path)
