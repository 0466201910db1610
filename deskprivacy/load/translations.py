"""Translations of a register: `translations/<language>.po`, in gettext's format, the address as context.

Babel reads the format, and only where a register has such files.
"""

from __future__ import annotations

import re
from io import BytesIO

from deskprivacy.finding import Finding, Place
from deskprivacy.model.catalogue import Catalogue, Translation


def parse(content: bytes, file: str, language: str) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """The catalogue in the bytes of a PO file; None, with a finding, where they are no such file."""
    from babel.messages.pofile import PoFileError, read_po

    if (wrong := _wrong_line(content)) is not None:
        at = Place(file, wrong, 1, wrong, 1)
        return None, (Finding(rule="broken-translations", at=at, values={"reason": f"line {wrong}"}),)
    try:
        content.decode("utf-8")
        read = read_po(BytesIO(content), charset="utf-8", abort_invalid=True)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, (
            Finding(rule="broken-translations", at=Place(file, line, 1, line, 1), values={"reason": "UTF-8"}),
        )
    except (PoFileError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        line = (getattr(error, "lineno", None) or 0) + 1
        at = Place(file, line, 1, line, 1)
        return None, (Finding(rule="broken-translations", at=at, values={"reason": str(error)}),)
    entries: dict[str, tuple[Translation, ...]] = {}
    for message in read:
        if message.id and isinstance(message.id, str):
            line = message.lineno or 1
            place = Place(file, line, 1, line, 1)
            one = Translation(message.id, str(message.string or ""), message.fuzzy, place)
            entries[message.context or ""] = (*entries.get(message.context or "", ()), one)
    return Catalogue(language, entries), ()


# A line of a PO file: a comment, or a keyword with its text, or more of the text. Babel would read a text whose closing
# quote is missing, and cut its last letter.
_LINE = re.compile(rb'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]+\])?)\s+)?"(?:[^"\\]|\\.)*")?\s*')


def _wrong_line(content: bytes) -> int | None:
    """The number of the first line that no PO file may have."""
    lines = content.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return next((number for number, line in enumerate(lines, start=1) if not _LINE.fullmatch(line)), None)
