"""`deskprivacy build`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from deskprivacy.cli.exits import Exit
from deskprivacy.cli.options import Day, Lang, RegisterFolder, day_of, paint, prefix_of, register_folder
from deskprivacy.cli.printing import show


def _folder(text: str) -> Path:
    """The folder that is named. An empty name, of a variable that is not set, would be the folder here."""
    if not str(text):
        raise typer.BadParameter("it names no folder.")
    return Path(text)


def build(
    register: RegisterFolder = None,
    output: Annotated[
        Path,
        typer.Option(
            parser=_folder, metavar="PATH", help="The folder to write: absent, empty, or written by an earlier build."
        ),
    ] = Path("build"),
    lang: Lang = None,
    date: Day = None,
) -> None:
    """Check a register, then write its documents: public/, draft/, internal/ and a manifest; all of them or none."""
    from deskprivacy.report import Report
    from deskprivacy.report.text import format_text, summary
    from deskprivacy.resources import schemas, templates
    from deskprivacy.stories.build import Places
    from deskprivacy.stories.build import build as story
    from deskprivacy.words.speech import speech

    folder, day = register_folder(register), day_of(date)
    built = story(Places(register=folder, schemas=schemas(), templates=templates(), output=output), day)
    loaded = built.outcome.loaded
    say = speech(lang or loaded.language)
    report = Report(
        reported=built.outcome.reported,
        day=day,
        say=say,
        quote=loaded.quote,
        prefix=prefix_of(folder),
        paint=paint(),
        left_out=loaded.left_out,
    )
    if built.files is None:
        show(format_text(report), err=True)
        show(say("Nothing was written.") + "\n", err=True)
        raise typer.Exit(Exit.FINDINGS)
    for file in built.files:
        show((output / file).as_posix() + "\n")
    show(summary(report) + "\n", err=True)
