"""A page as a browser shows it: no fault that axe finds, no sideways scrolling on a phone, nothing loaded."""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from samples.documents import NOTICE, cell, section
from samples.register_document import REGISTER

from deskprivacy.render.document import Document, Paragraph, Run, Table
from deskprivacy.render.html import to_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

pytestmark = pytest.mark.system

TEMPLATES = Path(__file__).parents[2] / "templates"
LONG = "x" * 120
RUN = (Run(text=LONG, link=f"https://a.fr/{LONG}"), Run(text=LONG))
WIDE = Table(caption=RUN, columns=(RUN,) * 7, rows=((cell(RUN),) * 7,))
STRAINED = replace(NOTICE, title=LONG, blocks=(section("un", "Un", Paragraph(content=RUN), WIDE),), contents=())
DOCUMENTS = {"notice": NOTICE, "register": REGISTER, "strained": STRAINED}


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]


@pytest.fixture
def file(document: Document, tmp_path: Path) -> Path:
    written = tmp_path / "page.html"
    written.write_text(to_html(document, TEMPLATES), encoding="utf-8")
    return written


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(browser: "Browser", file: Path, scheme: Literal["light", "dark"], width: int) -> None:
    # The policy of the page would stop axe too; that it stops everything is another test's matter.
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(file.as_uri())
    results = axe.Axe().run(page, options={"rules": {"color-contrast-enhanced": {"enabled": True}}})
    context.close()

    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize(("width", "size"), [(320, 100), (640, 200), (800, 100), (1000, 100), (1280, 100), (1280, 200)])
def test_no_page_scrolls_sideways(browser: "Browser", file: Path, width: int, size: int) -> None:
    """WCAG 2.2, 1.4.10 (320 CSS pixels) and 1.4.4 (text at 200 %: the same as half the width)."""
    context = browser.new_context(viewport={"width": width * 100 // size, "height": 900})
    page = context.new_page()
    page.goto(file.as_uri())
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()

    assert overflow == 0


def test_the_page_asks_for_nothing_and_breaks_no_rule_of_its_own(browser: "Browser", file: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    accent = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent')")
    context.close()

    assert asked == [file.as_uri()]
    assert said == []
    assert accent.strip()


def test_a_table_stays_a_table_where_it_is_shown_as_cards(browser: "Browser", tmp_path: Path) -> None:
    """What the browser tells a screen reader, not what the elements are called."""
    file = tmp_path / "page.html"
    file.write_text(to_html(NOTICE, TEMPLATES), encoding="utf-8")
    told = []
    for width in (1280, 320):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(file.as_uri())
        nodes = context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        roles = Counter(node["role"]["value"] for node in nodes if not node.get("ignored"))
        told.append([roles[role] for role in ("table", "row", "columnheader", "rowheader", "cell")])
        context.close()

    assert told == [[2, 8, 10, 6, 24]] * 2


def test_the_skip_link_comes_first_and_shows_itself(browser: "Browser", tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(to_html(NOTICE, TEMPLATES), encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    page.keyboard.press("Tab")
    place = page.evaluate(
        "(() => { const r = document.activeElement.getBoundingClientRect(); return [r.left, r.top]; })()"
    )
    words = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    reached = page.evaluate("document.activeElement.id")
    context.close()

    assert words == NOTICE.labels.skip
    assert min(place) >= 0
    assert reached == "_main"


def test_a_card_says_nothing_of_an_empty_cell(browser: "Browser", tmp_path: Path) -> None:
    """A label without a word below it asks what is missing, and nothing is."""
    columns = ((Run(text="Traceur"),), (Run(text="Qui y a accès"),), (Run(text="Durée"),))
    table = Table(caption=(Run(text="Traceurs"),), columns=columns, rows=((cell((Run(text="x"),)), (), cell(RUN)),))
    written = tmp_path / "page.html"
    written.write_text(to_html(replace(NOTICE, blocks=(table,), contents=()), TEMPLATES), encoding="utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 900})
    page = context.new_page()
    page.goto(written.as_uri())

    heights = page.evaluate("[...document.querySelectorAll('td')].map(one => one.getBoundingClientRect().height)")

    assert heights[0] == 0
    assert heights[1] > 0
    context.close()
