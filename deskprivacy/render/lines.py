"""What HTML and PDF both need to print a line: neighbours under one mark, within it under one link, in one style.

A link that leads nowhere is dropped here, for every format at once; what paper must say after a link is settled too.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from deskprivacy.render.document import Document, Mark, Run, Runs, leads
from deskprivacy.words.signs import NONCHARACTERS, is_seen, steady, steers


class Linked(NamedTuple):
    """Runs under one link, or under none. `address` is what paper says after them, where they do not say it."""

    link: str | None
    address: str | None
    runs: Runs


class Marked(NamedTuple):
    """Links and runs under one mark, or under none."""

    mark: Mark | None
    links: tuple[Linked, ...]


def grouped(runs: Runs, ids: Collection[str]) -> tuple[Marked, ...]:
    """The runs of a line by mark, then by link. `ids` are the anchors of the document (`document.anchors`)."""

    def link(run: Run) -> str | None:
        return run.link if run.link and leads(run.link, ids) else None

    return tuple(
        Marked(mark, tuple(_linked(target, tuple(parts)) for target, parts in groupby(marked, key=link)))
        for mark, marked in groupby(runs, key=lambda run: run.mark)
    )


def printable(text: str) -> str:
    """The text without the characters that neither HTML nor PDF may hold (HTML standard, 13.2.3.5)."""
    return _FORBIDDEN.sub("", text)


def headed(document: Document) -> Document:
    """The document, its title and author as the lines are: with nothing that would turn what stands beside them."""
    author = document.author and steady(printable(document.author))
    return replace(document, title=steady(printable(document.title)), author=author)


def _linked(link: str | None, parts: Runs) -> Linked:
    if link is None:
        return Linked(None, None, _joined(parts))
    words = "".join(part.text for part in parts)
    if link.startswith("#"):
        return Linked(link if is_seen(words) else None, None, _joined(parts))
    if not is_seen(words):  # nobody could follow it, and a PDF with such a link is broken
        parts, words = (replace(parts[0], text=link),), link
    said = _bare(words) == _bare(link) or dialled(words) == _bare(link)
    # A URI is written in ASCII (RFC 3986, 2.5; ISO 32000-1, 12.6.4.7); on paper its letters stay letters.
    address = None if said else _LOCAL_SCHEME.sub("", steady(link))
    return Linked(quote(link, safe=_ASCII, errors="ignore"), address, _joined(parts))


def _joined(parts: Runs) -> Runs:
    """The runs, neighbours of one style as one: most lines are made of several. What steers is shut off by itself."""
    joined: list[Run] = []
    for (*_, steering), alike in groupby(_steady(parts), key=_style):
        one, *more = alike
        joined += (one, *more) if steering or not more else [replace(one, text="".join(r.text for r in (one, *more)))]
    return tuple(joined)


def _style(run: Run) -> tuple[bool, bool, str | None, bool]:
    return run.strong, run.emphasis, run.language, steers(run.text)


def _steady(parts: Runs) -> Iterator[Run]:
    """The runs, none of which turns what stands beside it. typst cannot set a link that does."""
    return (part if (text := steady(part.text)) == part.text else replace(part, text=text) for part in parts)


def dialled(number: str) -> str:
    """A telephone number as a telephone wants it: without spaces, and without the zero that is dialled at home only."""
    return _NOT_DIALLED.sub("", number)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address).rstrip("/")


_ASCII = "%/:?#[]@!$&'()*+,;=~|^`{}\\"
_NOT_DIALLED = re.compile(r"\(0\)|[^+\d]")
_LOCAL_SCHEME = re.compile("^(?:mailto|tel):", re.IGNORECASE)
_SCHEME = re.compile("^(?:https?://|mailto:|tel:)", re.IGNORECASE)

# Controls but for tab and newline, lone surrogates, noncharacters.
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{NONCHARACTERS}]")
