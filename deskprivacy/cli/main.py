"""The program: its commands, joined in one place, and the only place that catches what stops the work."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import typer

from deskprivacy import __version__
from deskprivacy.cli.exits import Exit
from deskprivacy.cli.language import language_of_run, user_language
from deskprivacy.cli.printing import settle_streams, show, silence
from deskprivacy.cli.refusals import bug, not_reached, refusal
from deskprivacy.cli.wording import classes, command_help, complain, fixed
from deskprivacy.errors import (
    CannotWrite,
    DeskprivacyError,
    OutputNotOurs,
    RuleError,
    UnknownRule,
    UnknownTakeover,
    reason_of,
)
from deskprivacy.words.catalogue import catalogue

_ABOUT = fixed("The register of processing activities and the privacy notice, made from one source.")

# In the order in which help lists them. A function is called like its command, and found in this module.
COMMANDS: Mapping[str, str] = {
    "validate": "deskprivacy.cli.validate",
    "build": "deskprivacy.cli.build",
    "inspect": "deskprivacy.cli.inspect",
    "trace": "deskprivacy.cli.trace",
    "explain": "deskprivacy.cli.explain",
    "rules": "deskprivacy.cli.explain",
}

# Typer's own base of wrong options; it has no public name, but this public child of it.
_UsageError: Any = typer.BadParameter.__base__


def _version(wanted: bool) -> None:
    if wanted:
        show(f"deskprivacy {__version__}\n")
        raise typer.Exit


def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Takes the options before a command; Typer has done their work."""


def _program(asked: str, language: str) -> typer.Typer:
    """The program with the command that is asked; with all of them, which takes longer, where there is no such one."""
    program, command = classes(language)
    about = catalogue(language).gettext(_ABOUT)
    app = typer.Typer(
        name="deskprivacy",
        cls=program,
        help=about,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback(help=about)(_options)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        function = getattr(import_module(COMMANDS[name]), name)
        app.command(cls=command, help=command_help(function, language))(function)
    return app


def run(arguments: Sequence[str]) -> int:
    """Runs the command that the arguments name. Returns the exit code, whatever happens."""
    settle_streams()
    try:
        return _run(arguments)
    except (OutputNotOurs, UnknownRule, UnknownTakeover) as error:
        return _stop(error, Exit.USAGE, arguments)
    except DeskprivacyError as error:
        return _stop(error, Exit.CANNOT_RUN, arguments)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        silence(sys.stdout)
        return Exit.OK
    except OSError as error:  # a path that is too long, a folder that may not be entered: the world's fault, not ours
        return _stop(not_reached(error), Exit.CANNOT_RUN, arguments)
    except Exception as error:  # noqa: BLE001 - the last resort: a bug must be loud, and never look like a verdict
        return _bug(error, arguments)


def _run(arguments: Sequence[str]) -> int:
    asked, language = next(iter(arguments), ""), language_of_run(arguments) if _speaks(arguments) else "en"
    command = typer.main.get_command(_program(asked, language))
    try:
        code = command.main(args=list(arguments), prog_name="deskprivacy", standalone_mode=False)
    except typer.Exit as ended:
        code = ended.exit_code
    except typer.Abort:
        return Exit.INTERRUPTED
    except OSError as error:
        if error.filename is not None or not _speaks(arguments):
            raise
        silence(sys.stdout)  # Typer was printing help
        raise CannotWrite("standard output cannot be written: {reason}.", reason=reason_of(error)) from error
    except SystemExit:  # Typer's answer to a reader who closed the pipe while help was printed
        silence(sys.stdout)
        return Exit.OK
    except _UsageError as error:
        complain(error, language_of_run(arguments))
        return Exit.USAGE
    show("")
    return int(code or 0)


def _speaks(arguments: Sequence[str]) -> bool:
    """Whether Typer itself will speak: a command that is run needs no words of help, and no time to find them."""
    return not arguments or arguments[0] not in COMMANDS or "--help" in arguments


def _stop(error: DeskprivacyError, code: Exit, arguments: Sequence[str]) -> int:
    show(f"deskprivacy: {refusal(error, language_of_run(arguments))}\n", err=True)
    return code


def _bug(error: Exception, arguments: Sequence[str]) -> int:
    if os.environ.get("DESKPRIVACY_DEBUG"):
        import traceback

        traceback.print_exception(error)
    what = str(error) if isinstance(error, RuleError) else f"{type(error).__name__}: {error}"
    try:
        language = language_of_run(arguments)
    except Exception:  # noqa: BLE001 - the bug may lie there, and is to be told all the same
        language = user_language()
    show(f"deskprivacy: {bug(what, language)}\n", err=True)
    return Exit.BUG
