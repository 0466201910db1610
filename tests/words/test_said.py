"""What the code says is in the catalogue: by reading the code’s tree and by listening to documents."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from program import ROOT
from proofs.registers import SOUND, judge
from proofs.views import documents_of, runs_of

from deskprivacy.words.extraction import KEYWORDS, extracted, literals, name_of_call, said
from deskprivacy.words.speech import Speech

PACKAGE = ROOT / "deskprivacy"

_ENGLISH = {
    "the",
    "of",
    "is",
    "are",
    "you",
    "your",
    "we",
    "to",
    "in",
    "or",
    "for",
    "with",
    "this",
    "that",
    "by",
    "from",
}

# Who hands on what another has written out, or says the row of a table whose rows are `fixed("…")`.
HANDS_ON = {
    "cli/wording.py: say(message)",
    "cli/wording.py: say(paragraphs(parameter.help))",  # help is found in the docstrings and options
    "cli/refusals.py: say(error.message)",  # written out where the error is raised
    "render/page.py: self.say(message)",
    "render/page.py: self.words(title)",
    "render/page.py: self.words(term)",
    "render/phrases/circumstances.py: words(entry)",  # the words of one entry: a function of the caller
    "render/keys.py: say(WORDS[key])",
    "report/text.py: report.count(one)",  # how many findings: no words
    "report/machine.py: report.count(severity)",
}


def spoken(code: str) -> list[str | tuple[str, str]]:
    return list(said(ast.parse(code)))


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('page.words("One.")', ["One."]),
        ('page.entry("Term", where, (page.words("Within."),))', ["Term", "Within."]),
        ('page.section("id", "name", "Title", [page.phrase("{a} and {b}", a=say("A"), b=x)])',
         ["Title", "{a} and {b}", "A"]),
        ('page.words("Yes." if declared else "No.")', ["Yes.", "No."]),
        ('f"{say(\'Within an f-string\')}: {x}"', ["Within an f-string"]),
        ('TABLE = {"key": fixed("A row"), "other": [fixed("Another")]}', ["A row", "Another"]),
        ('say.count("{n} fact", "{n} facts", say("A") and 2)', [("{n} fact", "{n} facts"), "A"]),
        ('[page.words("In a loop") for x in y if say("In its condition")]', ["In a loop", "In its condition"]),
    ],
)  # fmt: skip
def test_whatever_is_said_is_found_wherever_it_stands(code: str, found: list[str]) -> None:
    assert sorted(spoken(code), key=str) == sorted(found, key=str)


def test_what_is_said_is_written_out_where_it_is_said() -> None:
    """A text that is put together, or fetched from elsewhere, would be in no catalogue."""
    assert {line for line, _ in not_written_out()} == HANDS_ON


def not_written_out() -> Iterator[tuple[str, int]]:
    for room in ("cli", "render", "report", "words"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or name_of_call(node) not in KEYWORDS or not node.args:
                    continue
                first = KEYWORDS[name_of_call(node)][0]
                positions = [node.args[first]] if len(node.args) > first else node.args
                if not all(list(literals(one)) for one in positions):
                    argument = ast.unparse(positions[0])
                    yield f"{path.relative_to(PACKAGE)}: {ast.unparse(node.func)}({argument})", node.lineno


@pytest.mark.slow
def test_a_document_says_nothing_that_the_catalogue_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    with (PACKAGE / "words" / "locale" / "fr.po").open("rb") as file:
        known = {one for message in read_po(file, locale="fr") for one in flat(message.id)}
    heard: set[str] = set()
    real = Speech.__call__

    def listen(say: Speech, message: str, **values: object) -> str:
        heard.add(message)
        return real(say, message, **values)

    monkeypatch.setattr(Speech, "__call__", listen)
    for folder in SOUND:
        documents_of(judge(folder))

    assert len(heard) > 100
    assert heard - known == set()


@pytest.mark.slow
@pytest.mark.parametrize("folder", SOUND, ids=lambda folder: folder.name)
def test_no_french_document_has_a_sentence_of_the_english_catalogue(folder: Path) -> None:
    assert len(english()) > 500

    found = [
        (name, one)
        for name, document in documents_of(judge(folder)).items()
        if document.language == "fr"
        for text in {run.text for run in runs_of(document) if run.language in (None, "fr")}
        for one in english()
        if one[:8] in text and pattern(one).search(text)
    ]

    assert found == []


@cache
def english() -> frozenset[str]:
    """The English sentences of the code."""
    return frozenset(one for message in extracted(PACKAGE, "de") for one in flat(message.id) if speaks(one))


def flat(ident: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (ident,) if isinstance(ident, str) else tuple(ident)


def speaks(message: str) -> bool:
    """Whether a message is an English sentence, not a word that French has too, nor one that begins with a value."""
    words = re.sub(r"\{\w+\}", "", message).split()
    return len(words) > 2 and "{" not in message[:8] and bool(_ENGLISH & set(words))


def pattern(message: str) -> re.Pattern[str]:
    pieces = re.split(r"\{\w+\}", message)
    return re.compile(".+".join(map(re.escape, pieces)))
