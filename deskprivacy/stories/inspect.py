"""Inspecting: what the text rules say of any notice, and which elements of Art. 13/14 it seems to mention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal

from deskprivacy.check.failures import guarded
from deskprivacy.check.reading.elements import mentioned
from deskprivacy.check.reading.html import read_html
from deskprivacy.check.reading.language import language_of
from deskprivacy.check.reading.markdown import read_markdown
from deskprivacy.check.reading.plain import read_plain
from deskprivacy.check.reading.text import Block, Reading
from deskprivacy.check.text import RULES
from deskprivacy.errors import CannotRead
from deskprivacy.report.inspected import Inspection, Mention, Observation

_LARGEST = 16 * 1024 * 1024  # bytes; no notice comes near it
_LONGEST = 200  # characters of a quote
_NEW_LINE = re.compile(r"\r\n?")
_WORD = re.compile(r"[^\W\d_]{2}")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LOOKS_HTML = re.compile(
    r"\s*(?:<!--|<!doctype\s+html|<(?:html|head|body|div|p|h[1-6]|main|article|section)\b)", re.IGNORECASE
)
_LOOKS_MARKDOWN = re.compile(r"^#{1,6} |^[ \t]*[-*+] \S|\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)|\*\*\w", re.MULTILINE)

Form = Literal["plain", "markdown", "html"]
_SUFFIXES: dict[str, Form] = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


def inspect(file: BinaryIO, name: str) -> Inspection:
    """Inspects a text; `name` tells its form, and is what messages call it.

    Raises CannotRead where it is too large, empty, no text in UTF-8, or in a language without lexicons.
    """
    text = _read(file, name)
    language, blocks = _blocks(text, name)
    reading = Reading(language=language or "", blocks=blocks)
    if not reading.phrases or not _WORD.search(text):
        raise CannotRead("{name} holds no words.", name=name)
    if language is None:
        raise CannotRead(
            "{name} seems to be neither French nor English; deskprivacy reads no other language yet.", name=name
        )
    return Inspection(
        name=name,
        language=language,
        sentences=len(reading.phrases),
        words=sum(len(one.text.split()) for one in reading.phrases),
        observations=tuple(sorted(_observations(reading), key=lambda one: (one.line, one.column, one.rule.rule))),
        mentions=tuple(_mentions(reading)),
    )


def _read(file: BinaryIO, name: str) -> str:
    content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise CannotRead(
            "{name} is larger than {size} MiB: that is no notice.", name=name, size=_LARGEST // 1024 // 1024
        )
    if content.startswith(b"%PDF-"):
        raise CannotRead(
            "{name} is a PDF, not text: save what it says as plain text, Markdown or HTML, in UTF-8.", name=name
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotRead(
            "{name} is not text in UTF-8 (byte {at}): save what it says as plain text, Markdown or HTML, in UTF-8.",
            name=name,
            at=error.start + 1,
        ) from error
    if _BINARY.search(text):
        raise CannotRead(
            "{name} is not text, it holds control characters: save what it says as plain text, Markdown or HTML, "
            "in UTF-8.",
            name=name,
        )
    if not text.strip():
        raise CannotRead("{name} is empty.", name=name)
    return _NEW_LINE.sub("\n", text)


def _blocks(text: str, name: str) -> tuple[str | None, tuple[Block, ...]]:
    """The language of a text and its blocks; the words of tags and scripts are in no language."""
    form = _SUFFIXES.get(Path(name).suffix.lower()) or _guessed(text)
    if form == "plain":
        language = language_of(text)
        return language, read_plain(text, language or "")
    blocks = read_html(text) if form == "html" else read_markdown(text)
    return language_of("\n".join(block.text for block in blocks)), blocks


def _guessed(text: str) -> Form:
    if _LOOKS_HTML.match(text):
        return "html"
    return "markdown" if _LOOKS_MARKDOWN.search(text) else "plain"


def _observations(reading: Reading) -> Iterator[Observation]:
    for module in RULES:
        for remark in guarded(module.RULE.rule, module.judge, reading):
            line, column = reading.blocks[remark.block].place(remark.offset)
            yield Observation(
                rule=module.RULE,
                severity=remark.severity or module.RULE.severity,
                confidence=remark.confidence,
                line=line,
                column=column,
                quote=_clipped(remark.quote),
                number=remark.number,
            )


def _mentions(reading: Reading) -> Iterator[Mention]:
    for element, state, remark in mentioned(reading):
        line = reading.blocks[remark.block].place(remark.offset)[0] if remark else None
        yield Mention(element=element, state=state, line=line, quote=_clipped(remark.quote) if remark else None)


def _clipped(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rstrip()}…"
