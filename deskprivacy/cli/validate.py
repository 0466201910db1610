"""`deskprivacy validate`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from deskprivacy.cli.exits import Exit
from deskprivacy.cli.options import Day, FailOn, Lang, RegisterFolder, day_of, paint, prefix_of, register_folder
from deskprivacy.cli.printing import show

if TYPE_CHECKING:
    from deskprivacy.stories.validate import Outcome


class Format(StrEnum):
    """The formats of findings."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"


def validate(
    register: RegisterFolder = None,
    format_: Annotated[Format, typer.Option("--format", help="How findings are written.")] = Format.TEXT,
    lang: Lang = None,
    fail_on: Annotated[FailOn, typer.Option(help="The least severity that exits with 1.")] = FailOn.ERROR,
    date: Day = None,
    each: Annotated[bool, typer.Option("--all", help="Show each finding, however many there are.")] = False,
) -> None:
    """Check a register: syntax, schemas, references, what the law asks it to declare, and the rules of judgement."""
    from deskprivacy.report import Report
    from deskprivacy.report.formats import FORMATS
    from deskprivacy.resources import schemas
    from deskprivacy.stories.validate import validate as story
    from deskprivacy.words.speech import speech

    folder, day = register_folder(register), day_of(date)
    outcome = story(folder, schemas(), day)
    report = Report(
        reported=outcome.reported,
        day=day,
        say=speech(lang or outcome.loaded.language),
        quote=outcome.loaded.quote,
        prefix=prefix_of(folder),
        paint=paint(),
        each=each,
        left_out=outcome.loaded.left_out,
    )
    show(FORMATS[format_](report), machine=format_ is not Format.TEXT)
    raise typer.Exit(code_of(outcome, fail_on))


def code_of(outcome: Outcome, fail_on: FailOn) -> Exit:
    """The exit code of a validation."""
    from deskprivacy.finding import Severity

    worst = outcome.worst()
    if fail_on is FailOn.NEVER or worst is None:
        return Exit.OK
    return Exit.FINDINGS if worst >= Severity[fail_on.upper()] else Exit.OK
