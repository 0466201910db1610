"""Reading plain text: a line is a paragraph, unless it visibly goes on in the next."""

from __future__ import annotations

import re
from dataclasses import replace

from deskprivacy.check.reading.text import Block, Blocks, plain
from deskprivacy.law.lexicons import words

_ITEM = re.compile(r"\s*(?:[-–—•*·▪‣o]|\(?[a-z]\)|\d{1,3}[.)])\s+")
_LONG = 60  # characters: a line as long as that may be wrapped
_TITLE = 14  # words: no heading is longer
_ENDS = (".", "!", "?", "…", ":", ";")
_NUMBER = re.compile(r"[\d@]")
_WORD = re.compile(r"[^\W\d_]+")


def read_plain(text: str, language: str) -> tuple[Block, ...]:
    """The blocks of a plain text. A run of topics at its end that nothing follows are headings."""
    found = Blocks()
    last = ""
    item = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            found.end("item" if item else "paragraph")
            last, item = "", False
            continue
        is_item = _ITEM.match(line) is not None
        if last and (is_item or not _goes_on(last, line.strip())):
            found.end("item" if item else "paragraph")
            item = False
        item = item or is_item
        found.pieces.add(f"{line}\n", number, 1)
        last = line.strip()
    found.end("item" if item else "paragraph")
    return _with_headings(tuple(found.done), language)


def _goes_on(line: str, following: str) -> bool:
    """Whether a line is wrapped: the sentence goes on in the next one."""
    if line.endswith(_ENDS):
        return len(line) > _LONG and len(following) > _LONG and len(line) < 2 * _LONG
    return following[:1].islower() or _LONG < len(line) < 2 * _LONG


def _with_headings(blocks: tuple[Block, ...], language: str) -> tuple[Block, ...]:
    """The blocks, those of a trailing run of topics marked as headings."""
    start = len(blocks)
    while start and _is_topic(blocks[start - 1], language):
        start -= 1
    alone = len(blocks) - start < 2 or (start and blocks[start - 1].text.endswith(":"))
    if not start or alone:
        return blocks
    return blocks[:start] + tuple(replace(one, kind="heading", level=1, guessed=True) for one in blocks[start:])


def _is_topic(block: Block, language: str) -> bool:
    """Whether a paragraph looks like the title of a section of a notice: short, about a topic, no sentence."""
    said = _WORD.findall(plain(block.text))
    if block.kind != "paragraph" or not said or len(said) > _TITLE or _NUMBER.search(block.text):
        return False
    topics, openings = words("headings", "topics"), words("headings", "openings")
    return (
        block.text[:1].isupper()
        and not block.text.endswith((":", ";", ","))
        and said[0] not in openings.get(language, ())
        and not topics.get(language, frozenset()).isdisjoint(said)
    )
