"""Options that several commands share, and what they mean."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deskprivacy.errors import NoRegister
from deskprivacy.words.catalogue import languages

if TYPE_CHECKING:
    from deskprivacy.report import Paint


# The languages of messages: those that have a catalogue. Typer wants a class to choose from.
Language = StrEnum("Language", {language.upper(): language for language in languages()})  # type: ignore[misc]


class FailOn(StrEnum):
    """The least severity that makes a command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class Format(StrEnum):
    """The formats of what is no list of findings."""

    TEXT = "text"
    JSON = "json"


RegisterFolder = Annotated[
    Path | None,
    typer.Argument(
        metavar="[REGISTER]",
        help="The folder of the register; by default register/ here, or this folder.",
        show_default=False,
        readable=False,  # a folder that may not be entered is no mistake of the command line: we tell it ourselves
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help="Language of the messages; by default the register's.", show_default=False),
]
Day = Annotated[
    datetime | None,
    typer.Option(
        "--date", formats=["%Y-%m-%d"], help="The day to judge by; by default today, UTC.", show_default=False
    ),
]


def day_of(given: datetime | None) -> date:
    """The day to judge by: the only place that reads a clock."""
    return given.date() if given else datetime.now(UTC).date()


def register_folder(given: Path | None) -> Path:
    """The folder of the register. Raises NoRegister where there is none."""
    if given is not None:
        if not (given / "register.yaml").is_file():
            raise NoRegister("{name} is no register: it has no register.yaml.", name=given)
        return given
    for folder in (Path("register"), Path()):
        if (folder / "register.yaml").is_file():
            return folder
    raise NoRegister("there is no register here: neither register/register.yaml nor register.yaml.")


def paint() -> Paint:
    """How words are coloured: on a terminal, unless NO_COLOR is set; in a pipe not at all, unless FORCE_COLOR is."""
    import os

    wanted = sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
    if os.environ.get("NO_COLOR") or not wanted:
        from deskprivacy.report import plain

        return plain
    from rich.style import Style

    return lambda text, style: Style.parse(style).render(text)


def prefix_of(folder: Path) -> str:
    """What stands before a register's file names in messages, so that a terminal can open them."""
    text = folder.as_posix()
    return "" if text == "." else f"{text.rstrip('/')}/"
