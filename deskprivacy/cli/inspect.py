"""`deskprivacy inspect`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deskprivacy.cli.exits import Exit
from deskprivacy.cli.options import Format, Language, paint
from deskprivacy.cli.printing import show

if TYPE_CHECKING:
    from deskprivacy.report.inspected import Inspection


def inspect(
    text: Annotated[
        Path,
        typer.Argument(
            metavar="TEXT",
            help="A notice as plain text, Markdown or HTML in UTF-8; - for standard input.",
            readable=False,
        ),
    ],
    *,
    format_: Annotated[Format, typer.Option("--format", help="How the inspection is written.")] = Format.TEXT,
    lang: Annotated[
        Language | None,
        typer.Option("--lang", help="Language of the messages; by default the text's.", show_default=False),
    ] = None,
    each: Annotated[bool, typer.Option("--all", help="Show each finding, however many there are.")] = False,
) -> None:
    """Read any notice, without a register: what is unclear in it, and which elements of Art. 13/14 it mentions."""
    from deskprivacy.finding import Severity
    from deskprivacy.report.inspected import INSPECT_FORMATS
    from deskprivacy.words.speech import speech

    inspection = _inspected(text)
    say = speech(lang or inspection.language)
    written = INSPECT_FORMATS[format_](inspection, say, paint(), each=each)
    show(written, machine=format_ is Format.JSON)
    raise typer.Exit(Exit.FINDINGS if inspection.worst() is Severity.ERROR else Exit.OK)


def _inspected(text: Path) -> Inspection:
    from deskprivacy.errors import CannotRead, reason_of
    from deskprivacy.stories.inspect import inspect as story

    if text == Path("-"):
        if sys.stdin is None:
            raise CannotRead("standard input is closed.")
        return story(sys.stdin.buffer, "<stdin>")
    try:
        with text.open("rb") as file:
            return story(file, text.as_posix())
    except OSError as error:
        raise CannotRead("{name} cannot be read: {reason}.", name=text, reason=reason_of(error)) from error
