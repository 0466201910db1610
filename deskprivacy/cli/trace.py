"""`deskprivacy trace`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from deskprivacy.cli.exits import Exit
from deskprivacy.cli.options import Format, Lang, RegisterFolder, register_folder
from deskprivacy.cli.printing import show


def trace(
    register: RegisterFolder = None,
    *,
    document: Annotated[
        Path, typer.Option(help="The old text, as plain text in UTF-8.", show_default=False, readable=False)
    ],
    takeover: Annotated[
        str | None,
        typer.Option(help="Which text of takeovers.yaml it is, where there are several.", show_default=False),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="How the trace is written.")] = Format.TEXT,
    lang: Lang = None,
) -> None:
    """Say of each sentence of an old text which facts cite it, which were dropped and why, which are open."""
    from deskprivacy.report.traced import TRACE_FORMATS
    from deskprivacy.resources import schemas
    from deskprivacy.stories.trace import trace as story
    from deskprivacy.words.speech import speech

    outcome = story(register_folder(register), schemas(), document, takeover)
    show(TRACE_FORMATS[format_](outcome, speech(lang or outcome.language)), machine=format_ is Format.JSON)
    raise typer.Exit(Exit.OK if outcome.is_settled else Exit.FINDINGS)
