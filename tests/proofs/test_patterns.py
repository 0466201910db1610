"""No text makes a regular expression slow: not those of the law's data, and none behind a door of the program."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofs.patterns import UNITS, patterns_of_the_law
from proofs.registers import proof, within

from deskprivacy.load.text.tree import read
from deskprivacy.load.translations import parse as parse_translations
from deskprivacy.render.markdown import blocks, runs
from deskprivacy.stories.inspect import inspect
from deskprivacy.words.sentences import sentences
from deskprivacy.words.typography import typeset

PATTERNS = patterns_of_the_law()
SIZE = 40_000  # where what grows as the square takes seconds
SHORT = 10_000  # likewise, for expressions whose every step looks ahead
COMMON = "nous vous le la les des de et pour the of and we you " * 400  # so that the text has a language

# Where a text from outside meets the expressions of the code.
DOORS: dict[str, Callable[[str], object]] = {
    "a YAML file": lambda text: read("sources.yaml", text.encode("utf-8", "replace")),
    "a value in YAML": lambda text: read("sources.yaml", f"a: {text}\nb: 1".encode("utf-8", "replace")),
    "a list in YAML": lambda text: read("sources.yaml", f"a: [{text}".encode("utf-8", "replace")),
    "translations": lambda text: parse_translations(text.encode("utf-8", "replace"), "translations/en.po", "en"),
    "a translation": lambda text: parse_translations(f'msgid "a"\nmsgstr "{text}"\n'.encode(), "en.po", "en"),
    "sentences": lambda text: list(sentences(text)),
    "French typography": lambda text: typeset(text, "fr"),
    "a text in Markdown": lambda text: blocks(text, "fr"),
    "a line in Markdown": lambda text: runs(text, "fr"),
    "a notice": lambda text: inspect(io.BytesIO((COMMON + text).encode("utf-8", "replace")), "-"),
    "a notice in Markdown": lambda text: inspect(io.BytesIO((COMMON + text).encode("utf-8", "replace")), "a.md"),
    "a notice in HTML": lambda text: inspect(io.BytesIO((COMMON + text).encode("utf-8", "replace")), "a.html"),
}


def check_quick(work: Callable[[], object], seconds: float, about: str) -> None:
    """Fails where the work takes more of the processor than these seconds."""
    with within(20 * seconds):
        began = time.process_time()
        work()
        assert time.process_time() - began < seconds, about


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_no_expression_of_the_law_is_slow(unit: str) -> None:
    text = unit * (SHORT // len(unit)) + "\0"

    for name, pattern in PATTERNS.items():
        check_quick(lambda pattern=pattern: pattern.search(text), 0.5, name)


@proof(150)
@given(name=st.sampled_from(sorted(PATTERNS)), data=st.data())
def test_nor_over_what_it_nearly_matches(name: str, data: st.DataObject) -> None:
    found = data.draw(st.from_regex(PATTERNS[name]).filter(bool))
    piece = found[: data.draw(st.integers(1, len(found)))]
    text = piece * (SHORT // len(piece) + 1)

    check_quick(lambda: PATTERNS[name].search(text), 0.5, PATTERNS[name].pattern)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_no_text_is_slow_to_read(door: str, unit: str) -> None:
    text = unit * (SIZE // len(unit))

    check_quick(lambda: DOORS[door](text), 1.5, door)
