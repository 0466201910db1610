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
from babel.messages.pofile import read_po, write_po

from deskprivacy.law.files import data
from deskprivacy.words.catalogue import paragraphs

# How the code says things, and which arguments are said; two of them are a phrase that counts.
KEYWORDS: dict[str, tuple[int, ...]] = {
    "say": (0,),
    "fixed": (0,),
    "self": (0,),
    "words": (0,),
    "phrase": (0,),
    "entry": (0,),
    "section": (2,),
    "count": (0, 1),
    # What stops the work.
    "NoRegister": (0,),
    "CannotRead": (0,),
    "CannotWrite": (0,),
    "CannotRender": (0,),
    "_TypstPanicked": (0,),
    "OutputNotOurs": (0,),
    "UnknownTakeover": (0,),
    "UnknownRule": (0,),
}
_ROOMS = ("cli", "render", "report", "stories", "words")
_LAW = ("vocabulary", "third_person", "structure", "duties", "articles", "authorities", "rights", "sheet")
_IN_THE_DATA = {"en", "fr"}


def extracted(package: Path, language: str) -> Catalog:
    """A catalogue of everything that is said, without translations, for one language."""
    catalogue = Catalog(locale=language, domain="deskprivacy", fuzzy=False)
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*.py")):
            for message in said(ast.parse(path.read_text(encoding="utf-8"))):
                catalogue.add(message)
    for text in _help(package / "cli"):
        catalogue.add(text)
    if language not in _IN_THE_DATA:
        for name in _LAW:
            for text in _english(data(name)):
                catalogue.add(text)
    return catalogue


def said(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    """What the calls of a module say. The tree is read, not the text: a call within another call is a call too."""
    for node in ast.walk(tree):
        positions = KEYWORDS.get(name_of_call(node)) if isinstance(node, ast.Call) else None
        if positions and isinstance(node, ast.Call) and len(node.args) > positions[-1]:
            spoken = [list(literals(node.args[position])) for position in positions]
            yield from (message for message in zip(*spoken, strict=True)) if len(spoken) > 1 else spoken[0]


def name_of_call(call: ast.Call) -> str:
    """The bare name of what is called: `say` of `page.say("…")`."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def literals(node: ast.expr) -> Iterator[str]:
    """The literal texts that an argument may be: itself, or either branch of a condition."""
    if isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


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
            known = read_po(file, locale=language)
        fresh.creation_date = known.creation_date  # the same words give the same file
        for message in known:
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
