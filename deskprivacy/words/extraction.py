"""Extraction: what there is to translate, gathered from the code and the law's data, for `make words` and the tests.

English and French stand side by side in the law's data; a further language has those texts in its catalogue too.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from deskprivacy.law.files import data
from deskprivacy.words.catalogue import paragraphs

# How the code says things, and which arguments are said.
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "say": None,
    "fixed": None,
    "self": None,
    "words": None,
    "phrase": None,
    "entry": (1,),
    "section": (3,),
    "count": (1, 2),
    # What stops the work.
    "NoRegister": None,
    "CannotRead": None,
    "CannotWrite": None,
    "OutputNotOurs": None,
    "UnknownTakeover": None,
    "UnknownRule": None,
}
_ROOMS = ("cli", "render", "report", "stories", "words")
_LAW = ("vocabulary", "structure", "duties", "articles", "authorities", "rights", "sheet")
_IN_THE_DATA = {"en", "fr"}


def extracted(package: Path, language: str) -> Catalog:
    """A catalogue of everything that is said, without translations, for one language."""
    catalogue = Catalog(locale=language, domain="deskprivacy", fuzzy=False)
    for room in _ROOMS:
        found = extract_from_dir(package / room, method_map=[("**.py", "python")], keywords=KEYWORDS)
        for _file, _line, message, _comments, _context in found:
            catalogue.add(message)
    for text in _help(package / "cli"):
        catalogue.add(text)
    if language not in _IN_THE_DATA:
        for name in _LAW:
            for text in _english(data(name)):
                catalogue.add(text)
    return catalogue


def _help(folder: Path) -> Iterator[str]:
    """What help says: the docstrings of the commands, which all know `--lang`, and the texts of their options."""
    for path in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                one.arg == "lang" for one in (*node.args.args, *node.args.kwonlyargs)
            ):
                yield paragraphs(ast.get_docstring(node) or "")
            elif isinstance(node, ast.keyword) and node.arg == "help" and isinstance(node.value, ast.Constant):
                yield paragraphs(str(node.value.value))


def update(package: Path, language: str) -> None:
    """Brings the catalogue of a language up to date: new messages have no words yet, old ones are gone."""
    path = package / "words" / "locale" / f"{language}.po"
    fresh = extracted(package, language)
    if path.exists():
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and message.id in fresh:
                    fresh[message.id].string = message.string
    with path.open("wb") as file:
        write_po(file, fresh, width=0, no_location=True, sort_output=True, ignore_obsolete=True, omit_header=False)


def _english(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("en"), str):
            yield node["en"]
        for below in node.values():
            yield from _english(below)
    elif isinstance(node, list):
        for below in node:
            yield from _english(below)


if __name__ == "__main__":
    update(Path(sys.argv[1]), sys.argv[2])
