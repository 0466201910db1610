"""A register's Markdown becomes blocks and runs; whatever it holds, nothing is lost and nothing crashes."""

import time
from collections import Counter
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskprivacy.render.document import Block, List, Paragraph, Run, Runs, Table, walk
from deskprivacy.render.markdown import blocks, runs


def paragraph(text: str, **style: bool | str | None) -> Paragraph:
    return Paragraph(content=(Run(text=text, **style),))  # type: ignore[arg-type]


def shown(read: tuple[Block, ...] | Runs) -> str:
    """Every character that a reader meets, addresses included."""
    lines: list[Run] = [item for item in read if isinstance(item, Run)]
    for block in walk(item for item in read if not isinstance(item, Run)):
        if isinstance(block, Paragraph):
            lines.extend(block.content)
        elif isinstance(block, Table):
            lines.extend(run for column in block.columns for run in column)
    return " ".join(run.text + " " + (run.link or "") + " " + unquote(run.link or "") for run in lines)


def test_paragraphs_are_separated_by_blank_lines_and_typeset() -> None:
    assert blocks("Qui ?\nNous.\n\nFin", "fr") == (paragraph("Qui\u202f? Nous."), paragraph("Fin"))


def test_a_text_without_markup_is_one_run() -> None:
    assert blocks("Vos droits : lesquels ?", "fr") == (paragraph("Vos droits\u00a0: lesquels\u202f?"),)
    assert runs("Vos droits", "fr") == (Run(text="Vos droits"),)


@pytest.mark.parametrize("text", ["", " \n\n ", "\u00a0"])
def test_a_blank_text_gives_nothing(text: str) -> None:
    assert blocks(text, "fr") == ()
    assert runs(text, "fr") == ()


def test_emphasis_and_links_are_runs_set_in_the_light_of_each_other() -> None:
    assert runs("**Gras**: *voir [la page](https://a.fr/é)* !", "fr") == (
        Run(text="Gras", strong=True),
        Run(text="\u00a0: "),
        Run(text="voir ", emphasis=True),
        Run(text="la page", emphasis=True, link="https://a.fr/%C3%A9"),
        Run(text="\u202f!"),
    )


def test_runs_take_the_mark_and_the_language_of_a_style() -> None:
    style = Run(text="", mark="proposed", language="en")

    assert runs("a **b**", "en", style) == (
        Run(text="a ", mark="proposed", language="en"),
        Run(text="b", strong=True, mark="proposed", language="en"),
    )
    assert blocks("a", "en", style) == (paragraph("a", mark="proposed", language="en"),)


def test_lists_nest_and_keep_their_numbers() -> None:
    (read,) = blocks("3. trois\n   - a\n   - b\n4. quatre", "fr")

    inner = List(items=((paragraph("a"),), (paragraph("b"),)))
    assert read == List(items=((paragraph("trois"), inner), (paragraph("quatre"),)), ordered=True, start=3)


def test_a_table_has_column_headers_only() -> None:
    (read,) = blocks("| Quoi | Durée |\n|---|:-:|\n| Compte | 3 ans |\n| Seul |", "fr")

    assert read == Table(
        caption=(),
        columns=((Run(text="Quoi"),), (Run(text="Durée"),)),
        rows=(((paragraph("Compte"),), (paragraph("3\u00a0ans"),)), ((paragraph("Seul"),), ())),
        row_headers=False,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Titre ?", (paragraph("Titre\u202f?", strong=True),)),
        ("> cité", (paragraph("cité"),)),
        ("Rue X\\\n75001 Paris", (paragraph("Rue X\n75001 Paris"),)),
        ("```yaml\na: l'un\n\nb: 2\n```", (paragraph("yaml\na: l'un\n\nb: 2"),)),
        ("    a: l'un", (paragraph("a: l'un"),)),
        ("`l'un ?`", (paragraph("l'un ?"),)),
        ("<https://a.fr?>", (paragraph("https://a.fr?", link="https://a.fr?"),)),
        ("![logo](https://a.fr/b.png)", (paragraph("logo", link="https://a.fr/b.png"),)),
        ("![](https://a.fr/b.png)", (paragraph("https://a.fr/b.png", link="https://a.fr/b.png"),)),
    ],
)
def test_what_has_no_block_of_its_own_becomes_text(text: str, expected: tuple[Block, ...]) -> None:
    assert blocks(text, "fr") == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b onclick=x>gras</b> <!-- mot -->",
        "[clic](javascript:alert(1))",
        "[clic](JaVaScRiPt:alert(1))",
        "[clic](data:text/html,x)",
        "[clic](//a.fr)",
        "[clic](/etc/passwd)",
        "[clic](https:x)",
        "[clic](https://banque.fr@a.fr/)",
        "[clic](https://banque.fr%2F@a.fr/)",
        f"[clic](https://a.fr/{'x' * 2_000})",
        "[clic](file:///etc/passwd)",
        "![](data:image/png;base64,x)",
        "[a]: https://a.fr",
        "{{ 7 * 7 }} {% raw %} #panic(1)",
    ],
)
def test_raw_html_and_other_links_are_printed_as_text(text: str) -> None:
    (read,) = blocks(text, "en")

    assert isinstance(read, Paragraph)
    assert "".join(run.text for run in read.content) == text
    assert not [run for run in read.content if run.link]


@pytest.mark.parametrize(
    "link", ["https://a.fr/x?y=1#z", "http://a.fr", "mailto:a@b.fr", "tel:+33123456789", "#vos-droits"]
)
def test_links_lead_to_the_web_a_mailbox_a_telephone_or_an_anchor(link: str) -> None:
    assert runs(f"[ici]({link})", "fr") == (Run(text="ici", link=link),)


def test_the_title_of_a_link_is_said() -> None:
    assert runs('[ici](https://a.fr "Le site")', "fr") == (Run(text="ici", link="https://a.fr"), Run(text=" (Le site)"))


@pytest.mark.parametrize(
    "text", ["| a |\n|---|\n| b | perdu |", "> " * 40 + "perdu", "- " * 40 + "perdu", "[a](https://a.fr '&eacute;t')"]
)
def test_a_text_that_markdown_would_cut_is_printed_as_written(text: str) -> None:
    missing = Counter(text) - Counter(shown(blocks(text, "en")))

    assert not [sign for sign in missing if sign.isalpha()]


MARKUP = st.text(alphabet="aé1 \n\t*_`[]()<>#!|-+=~.:\\\"'&;", max_size=60)
SIGNS = ["mot", "**", "*", "_", "[", "](https://a.fr)", "](x)", "![", "```", "`", "<b>", "&amp;", "\\", "---", '"', "é"]
SPACES = ["# ", "<https://a.fr>", "\n", "\n\n", "- ", "1. ", "> ", "    ", "| a | b |", "\n|---|---|\n"]
PARTS = st.lists(st.sampled_from(SIGNS + SPACES), max_size=25).map("".join)


@given(MARKUP | PARTS | st.text())
def test_no_letter_is_ever_lost(text: str) -> None:
    for read in (blocks(text, "fr"), runs(text, "fr")):
        missing = Counter(text) - Counter(shown(read))
        assert not [sign for sign in missing if sign.isalpha()]


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    ["*", "_a", "**a", "[", "![", "](", "`", "``a", "> ", "- ", "1. ", "|", "|a\n|-\n", "<", "\\", "&", "\n- a\n  "],
)
def test_a_hostile_text_does_not_hang_nor_exhaust_the_stack(part: str) -> None:
    start = time.process_time()
    for text in (part * 5_000, part * 5_000 + "x"):
        blocks(text, "fr")
        runs(text, "fr")

    assert time.process_time() - start < 10
