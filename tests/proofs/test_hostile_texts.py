"""Whatever a text of the register says is a text in the documents: it runs nothing, loads nothing, breaks nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from proofs.registers import COMPLETE, TODAY, Files, bakery_with_every_file, files_of, judge, said, write
from proofs.texts import with_texts
from proofs.trees import trees_of, with_trees
from proofs.views import documents_of

from deskprivacy.render.html import to_html
from deskprivacy.render.pdf import to_pdf
from deskprivacy.resources import templates
from deskprivacy.stories.validate import Outcome

TEXTS = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>",
    "attribute": '" onmouseover="alert(1)" style=\'x\' a="',
    "end of the style": "</style><style>*{background:url(https://a.example/x)}</style></title></head>",
    "doctype and entities": "--> <![CDATA[ ]]> <!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]> &a; &#60;b&#62;",
    "links": "[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](//a.example) [e](file:///etc/passwd)",
    "links in disguise": "[a](https://banque.fr@a.example) [b](https://аррӏе.com) [c](&#106;avascript:x)",
    "links that end elsewhere": '[a](https://a.example/"onclick=x) [b](https://a.example/\\"><script>) <https://a.example>',
    "links within": "[a](#_main) [b](#nowhere) [c](#) [d](##) <a name=_main id=_main>",
    "pictures": "![a](https://a.example/x.png) ![b](javascript:x) ![](x.svg)",
    "references": "[a][b] [b]\n\n[b]: javascript:alert(1)\n[c]: https://a.example",
    "blocks": "# Titre\n\n```html\n<script>\n```\n\n> a\n\n    code\n\n1. b\n   - c\n\n|d|e|\n|-|-|\n|<b>|f|\n\n***",
    "Jinja": "{{ 7*7 }} {% include '/etc/passwd' %} {# a #} {{ ''.__class__.__mro__ }} {% raw %}",
    "format": "{message} {law} {0.__class__} {n!r} %(a)s %s ${a} {{}} {",
    "typst": '#read("document.css") #import "@preview/a:1.0.0": * $x^2$ <_main> @a #panic() \\ #{ } ] [ ` // c /* d ~',
    "a long word": "anticonstitutionnellement" * 39,
    "a long text": "mot " * 200,
    "quotes": "\\ \" ' ` ´ ’ « » “ ” \\\\",
    "hidden signs": "\u202eabc\u2066 d\u200b\u00ade\u2060 \u200f",
    "hardly anything to see": "\u00ad\u200b·\u2060",
    "directions that nothing ends": "Identité et\u2067 coordonnées \u202a x, \u202e y \u2069\u2069 \u202b z",
    "from right to left": "שלום עולם (ירושלים) \u2067אבג\u2069, 12 mot עברית",
    "signs of many scripts": "👩🏽‍🚀 名前 عربى אבג क्षि ก็็็ \U000e0041 \ue000 a\u0301\u0302 ﷽ ✂",
    "marks of YAML": "- a: [b, {c: d}] # e\n*f &g !h |\n",
}
MARKUP = {"script", "img", "svg", "iframe", "object", "embed", "link", "base", "form", "input", "b", "template"}
SMALL = bakery_with_every_file()
LARGE = files_of(COMPLETE)


def written_with(files: Files, texts: Iterator[str], folder: Path) -> Outcome:
    """A register with these texts in place of its own, judged; it must load."""
    trees = with_texts(trees_of(files), texts)
    outcome = judge(write(with_trees(files, trees), folder / "register"))
    assert outcome.register is not None, outcome.reported[:3]
    return outcome


def check_page(page: str) -> None:
    """A page that is well formed, holds nothing but text, and allows nothing but its own stylesheet."""
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert not MARKUP & {str(element.tag) for element in root.iter()}
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on"), name
            assert name not in ("src", "srcset", "style", "action", "background", "ping"), name
            assert name != "href" or re.match(r"#|https?://[^/@\\]+(?:[/?#]|$)|mailto:|tel:", value), value
    check_policy(root)


def check_policy(root: Element) -> None:
    (style,) = root.iter("style")
    digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
    (policy,) = (one.get("content") for one in root.iter("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert {part.strip() for part in policy.split(";")} == {
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    }
    assert "url(" not in (style.text or "").lower()
    assert "@import" not in (style.text or "").lower()


@pytest.mark.parametrize("name", TEXTS)
def test_one_text_everywhere(name: str, tmp_path: Path) -> None:
    outcome = written_with(SMALL, cycle([TEXTS[name]]), tmp_path)

    for document in documents_of(outcome).values():
        check_page(to_html(document, templates()))
        assert to_pdf(document, templates(), TODAY).startswith(b"%PDF")


@pytest.mark.parametrize("start", range(0, len(TEXTS), 7))
def test_each_field_of_the_model_with_another_text(start: int, tmp_path: Path) -> None:
    outcome = written_with(LARGE, islice(cycle(TEXTS.values()), start, None), tmp_path)

    for document in documents_of(outcome).values():
        check_page(to_html(document, templates()))


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_finding_speaks_to_the_terminal(name: str, language: str, tmp_path: Path) -> None:
    """What is printed are signs that a screen shows; nothing steers a terminal, turns its words, or ends its line."""
    written = said(written_with(SMALL, cycle([TEXTS[name]]), tmp_path), language)

    for line in "\n".join((written["text"], written["concise"])).split("\n"):
        assert all(sign.isprintable() or sign in "\u00a0\u202f" for sign in line), ascii(line)


CODE = {"typst": "#panic()", "Jinja": "{{7*7}}", "format": "{message}"}


@pytest.mark.system
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("name", CODE)
def test_code_is_printed_as_it_was_written(name: str, tmp_path: Path) -> None:
    outcome = written_with(SMALL, cycle([TEXTS[name]]), tmp_path)

    for document in documents_of(outcome).values():
        (tmp_path / "out.pdf").write_bytes(to_pdf(document, templates(), TODAY))
        shown = subprocess.run(["pdftotext", tmp_path / "out.pdf", "-"], capture_output=True, check=True).stdout
        for text in (shown.decode(), to_html(document, templates())):
            assert CODE[name] in "".join(text.split())
