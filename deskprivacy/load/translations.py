"""Translations of a register: `translations/<language>.po`, in gettext's format, the address as context.

Babel reads the format, and only where a register has such files.
"""

from __future__ import annotations

import re
from io import BytesIO

from deskprivacy.finding import Finding, Place
from deskprivacy.load.bounds import MAX_BYTES
from deskprivacy.model.catalogue import Catalogue, Translation


def parse(content: bytes, file: str, language: str) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """The catalogue in the bytes of a PO file; None, with a finding, where they are no such file."""
    from babel.messages.pofile import PoFileError, read_po

    if len(content) > MAX_BYTES:
        return None, (Finding(rule="file-too-large", at=Place(file), values={"limit": MAX_BYTES // (1024 * 1024)}),)
    content = content.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n")
    if (wrong := _wrong_line(content)) is not None:
        return _broken(file, wrong)
    try:
        content.decode("utf-8")
        read = read_po(BytesIO(_without_header(content)), charset="utf-8", abort_invalid=True)
    except UnicodeDecodeError as error:
        return _broken(file, content.count(b"\n", 0, error.start) + 1)
    except (PoFileError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        return _broken(file, (getattr(error, "lineno", None) or 0) + 1)
    entries: dict[str, list[Translation]] = {}
    for message in read:
        if message.id and isinstance(message.id, str):
            line = message.lineno or 1
            one = Translation(
                text=message.id,
                words=str(message.string or ""),
                fuzzy=message.fuzzy,
                place=Place(file, line, 1, line, 1),
            )
            entries.setdefault(message.context or "", []).append(one)
    return Catalogue(language=language, entries={where: tuple(found) for where, found in entries.items()}), ()


def _broken(file: str, line: int) -> tuple[None, tuple[Finding, ...]]:
    at = Place(file, line, 1, line, 1)
    return None, (Finding(rule="broken-translations", at=at),)


_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# The entry of the empty text: its charset and its plural forms are instructions to whoever reads the file, and a
# register comes from a merge request. All that it may say is known: UTF-8, and the language from the file's name.
_HEADER = re.compile(rb'^msgid[ \t]+""[ \t]*\nmsgstr[ \t]+"[^\n]*(?:\n[ \t]*"[^\n]*)*', re.MULTILINE)


def _without_header(content: bytes) -> bytes:
    """The same lines, those of the header empty, so that the numbers of the others stay."""
    return _HEADER.sub(lambda found: b"\n" * found[0].count(b"\n"), content)


# A line of a PO file: a comment, or a keyword with its text, or more of the text. Babel would read a text whose closing
# quote is missing, and cut its last letter.
_LINE = re.compile(rb'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]+\])?)\s+)?"(?:[^"\\]|\\.)*")?\s*')


def _wrong_line(content: bytes) -> int | None:
    """The number of the first line that no PO file may have."""
    lines = content.split(b"\n")
    return next((number for number, line in enumerate(lines, start=1) if not _LINE.fullmatch(line)), None)
