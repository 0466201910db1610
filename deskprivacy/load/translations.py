"""Translations of a register: `translations/<language>.po`, in gettext's format, the address as context.

Babel reads the format, and only where a register has such files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from deskprivacy.finding import Finding, Place, Related
from deskprivacy.load.bounds import MAX_BYTES
from deskprivacy.load.text.characters import wrong_encoding
from deskprivacy.load.text.mistake import merge_conflict
from deskprivacy.load.text.places import Lines
from deskprivacy.model.catalogue import Catalogue, Translation
from deskprivacy.words.signs import is_seen

if TYPE_CHECKING:
    from babel.messages.catalog import Message


def parse(content: bytes, file: str, language: str) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """The catalogue in the bytes of a PO file; None, with a finding, where they are no such file."""
    from babel.messages.pofile import PoFileError

    if len(content) > MAX_BYTES:
        return None, (Finding(rule="file-too-large", at=Place(file), values={"limit": MAX_BYTES // (1024 * 1024)}),)
    if (found := wrong_encoding(file, content)) is not None:
        return None, (found,)
    content = content.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if (conflict := merge_conflict(content.decode())) is not None:
        at = Lines(file, content.decode()).place(conflict.start, conflict.end)
        return None, (Finding(rule=conflict.rule, at=at, values=conflict.values),)
    other = tuple(_another_language(content, file, language))
    if (wrong := _wrong_line(content)) is not None:
        return _broken(file, wrong)
    try:
        read = _messages(_entries_only(content))
    except (PoFileError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        return _broken(file, (getattr(error, "lineno", None) or 0) + 1)
    entries: dict[str, list[Translation]] = {}
    lines = content.split(b"\n")
    for message in read:
        if message.id and isinstance(message.id, str):
            of_context, of_words = _around(lines, message.lineno or 1)
            one = Translation(
                text=message.id.rstrip("\n"),
                words=_words(message),
                fuzzy=message.fuzzy,
                place=Place(file, of_words, 1, of_words, 1),
                context=Place(file, of_context, 1, of_context, 1),
            )
            entries.setdefault(message.context or "", []).append(one)
    catalogue = Catalogue(language=language, entries={where: tuple(found) for where, found in entries.items()})
    return catalogue, (*other, *_doubled(catalogue))


def _words(message: Message) -> str:
    """What an entry says; nothing where nothing of it can be seen: then the text is not translated."""
    words = str(message.string or "").rstrip("\n")
    return words if is_seen(words) else ""


def _around(lines: list[bytes], number: int) -> tuple[int, int]:
    """The numbers of the lines on which the context and the words of an entry begin, from that of its `msgid`.

    Where it has no context, that is its `msgid`.
    """
    before = range(number - 1, 0, -1)
    above = next((one for one in before if not lines[one - 1].lstrip().startswith(b'"')), number)
    of_context = above if lines[above - 1].lstrip().startswith(b"msgctxt") else number
    below = range(number, len(lines) + 1)
    of_words = next((one for one in below if lines[one - 1].lstrip().startswith(b"msgstr")), number)
    return of_context, of_words


def _another_language(content: bytes, file: str, language: str) -> Iterator[Finding]:
    """That the header says another language than the name of the file; regions and an empty header say nothing else."""
    for number, line in enumerate(content.split(b"\n"), start=1):
        if line.startswith(b"msgid") and not _HEADER.fullmatch(line):
            return
        found = _LANGUAGE.search(line) if not line.startswith(b"#") else None
        if found:
            declared = found[1].decode().strip()
            if declared and _primary(declared) != _primary(language):
                at = Place(file, number, found.start(1) + 1, number, found.end(1) + 1)
                values = {"declared": declared, "language": language}
                yield Finding(rule="catalogue-of-another-language", at=at, values=values)
            return


def _primary(language: str) -> str:
    return re.split("[-_.@]", language.casefold())[0]


def _messages(content: bytes) -> list[Message]:
    """Every entry, in the order of the lines; Babel's own catalogue would keep one of those that have the same text."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import PoFileParser

    found: list[Message] = []

    class Every(Catalog):
        def __setitem__(self, _id: object, message: Message) -> None:
            found.append(message)

    PoFileParser(Every(charset="utf-8"), abort_invalid=True).parse(BytesIO(content))
    return found


def _doubled(catalogue: Catalogue) -> Iterator[Finding]:
    """Where two entries give one text other words: nobody could say which of them is printed."""
    for where, entries in catalogue.entries.items():
        first: dict[str, Translation] = {}
        for one in entries:
            if not one.words or one.fuzzy:
                continue
            known = first.setdefault(one.text, one)
            if known.words != one.words:
                related = (Related(at=known.place, part="first"),)
                yield Finding(rule="doubled-translation", at=one.place, values={"address": where}, related=related)


def _broken(file: str, line: int) -> tuple[None, tuple[Finding, ...]]:
    at = Place(file, line, 1, line, 1)
    return None, (Finding(rule="broken-translations", at=at),)


_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# The entry of the empty text: its charset and its plural forms are instructions to whoever reads the file, and a
# register comes from a merge request. All that it may say is known: UTF-8, and the language from the file's name.
_LANGUAGE = re.compile(rb'(?:"|\\n)Language:[ \t]*([^"\\]*)')
_HEADER = re.compile(rb'msgid[ \t]+""[ \t]*')


def _entries_only(content: bytes) -> bytes:
    """The same lines, those of the header and of old entries empty, so that the numbers of the others stay.

    With them go the notes above: Babel would take their `fuzzy` for that of the next entry.
    """
    lines = content.split(b"\n")
    notes = 0  # where the notes above this line begin
    in_header = False
    for at, line in enumerate(lines):
        if in_header and (line.lstrip().startswith(b'"') or line.startswith(b"msgstr")):
            lines[at] = b""
            continue
        in_header = False
        if _HEADER.fullmatch(line) and at + 1 < len(lines) and lines[at + 1].startswith(b"msgstr"):
            in_header = True
        if in_header or line.startswith(b"#~"):
            lines[notes : at + 1] = [b""] * (at + 1 - notes)
        elif line.startswith(b"#|"):  # what the entry was before
            lines[at] = b""
        if in_header or line.startswith(b"#~") or not line.startswith(b"#"):
            notes = at + 1
    return b"\n".join(lines)


# A line of a PO file: a comment, or a keyword with its text, or more of the text. Babel would read a text whose closing
# quote is missing, and cut its last letter.
_LINE = re.compile(rb'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]+\])?)\s+)?"(?:[^"\\]|\\.)*")?\s*')


def _wrong_line(content: bytes) -> int | None:
    """The number of the first line that no PO file may have."""
    lines = content.split(b"\n")
    return next((number for number, line in enumerate(lines, start=1) if not _LINE.fullmatch(line)), None)
