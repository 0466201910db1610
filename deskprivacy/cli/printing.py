"""The one door to the terminal: every text that a command prints goes through `show`.

A reader that has seen enough closes the pipe: that is its right, and changes no verdict. A disk that is full is told.
"""

from __future__ import annotations

import codecs
import os
import re
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from deskprivacy.errors import CannotWrite, reason_of

# Signs that move the cursor, ring, rename the window or turn what follows around; no text of a register may do so.
_UNSEEN = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_COLOUR = re.compile(r"\x1b\[(?:0|1|1;3[1-6]|3[1-6]|2|3|4)m")  # bold, and the colours of severities

# What a console of an old code page lacks, as it can show it.
_NEAR = {
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "…": "...",
    "–": "-",
    "—": "-",
    "→": "->",
    "œ": "oe",
    "Œ": "OE",
    "€": "EUR",
}


def settle_streams() -> None:
    """A closed stream swallows what it gets. What a console lacks is shown by the nearest sign that it has."""
    codecs.register_error("nearest", _nearest)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="nearest")


def show(text: str, *, err: bool = False, machine: bool = False) -> None:
    """Prints a text: for a person without the signs that a terminal obeys, for a `machine` in UTF-8 on any console."""
    stream = sys.stderr if err else sys.stdout
    if machine and isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    _write(text if machine and text.startswith("{") else without_commands(text), stream)


def without_commands(text: str) -> str:
    """A text in which what a terminal would obey is written as an escape; only colours are left."""
    parts = _COLOUR.split(text)
    colours = [*_COLOUR.findall(text), ""]
    return "".join(_UNSEEN.sub(_escape, part) + colour for part, colour in zip(parts, colours, strict=True))


def silence(stream: TextIO) -> None:
    """Sends what is left in a stream nowhere, so that Python does not complain about it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _write(text: str, stream: TextIO) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        silence(stream)
    except OSError as error:
        silence(stream)
        if stream is not sys.stderr:
            raise CannotWrite("standard output cannot be written: {reason}.", reason=reason_of(error)) from error


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")


def _nearest(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_near(sign, error.encoding) for sign in error.object[error.start : error.end]), error.end


def _near(sign: str, encoding: str) -> str:
    import unicodedata

    letters = _NEAR.get(sign) or "".join(
        one for one in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(one)
    )
    try:
        letters.encode(encoding)
    except UnicodeEncodeError:
        letters = ""
    return letters or _escaped(sign)


def _escaped(sign: str) -> str:
    return sign.encode("ascii", "backslashreplace").decode("ascii")
