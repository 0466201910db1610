"""The program: its commands, joined in one place, and the only place that catches what stops the work."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import typer

from deskprivacy import __version__
from deskprivacy.cli.exits import Exit
from deskprivacy.errors import DeskprivacyError, OutputNotOurs, RuleError, UnknownRule, UnknownTakeover

_ABOUT = "The register of processing activities and the privacy notice, made from one source."

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
        typer.echo(f"deskprivacy {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Takes the options before a command; Typer has done their work."""


def _program(asked: str) -> typer.Typer:
    """The program with the command that is asked; with all of them, which takes longer, where there is no such one."""
    app = typer.Typer(
        name="deskprivacy", help=_ABOUT, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    app.callback(help=_ABOUT)(_options)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        app.command()(getattr(import_module(COMMANDS[name]), name))
    return app


def run(arguments: Sequence[str]) -> int:
    """Runs the command that the arguments name. Returns the exit code, whatever happens."""
    _settle_streams()
    try:
        return _run(arguments)
    except (OutputNotOurs, UnknownRule, UnknownTakeover) as error:
        return _stop(error, Exit.USAGE)
    except DeskprivacyError as error:
        return _stop(error, Exit.CANNOT_RUN)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return Exit.OK
    except Exception as error:  # noqa: BLE001 - the last resort: a bug must be loud, and never look like a verdict
        return _bug(error)


def _settle_streams() -> None:
    """A closed stream swallows what it gets. A sign that a pipe of Windows or an old terminal lacks has its number."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - until the end
        elif isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def _run(arguments: Sequence[str]) -> int:
    command = typer.main.get_command(_program(next(iter(arguments), "")))
    try:
        code = command.main(args=list(arguments), prog_name="deskprivacy", standalone_mode=False)
    except typer.Exit as ended:
        code = ended.exit_code
    except typer.Abort:
        return Exit.INTERRUPTED
    except _UsageError as error:
        error.show()
        return Exit.USAGE
    sys.stdout.flush()
    return int(code or 0)


def _stop(error: DeskprivacyError, code: Exit) -> int:
    typer.echo(f"deskprivacy: {error}", err=True)
    return code


def _bug(error: Exception) -> int:
    if os.environ.get("DESKPRIVACY_DEBUG"):
        import traceback

        traceback.print_exception(error)
    what = str(error) if isinstance(error, RuleError) else f"{type(error).__name__}: {error}"
    typer.echo(
        f"deskprivacy: this is a bug in deskprivacy ({what}). "
        "Please report it; DESKPRIVACY_DEBUG=1 prints where it happened.",
        err=True,
    )
    return Exit.BUG


def _silence_stdout() -> None:
    """A reader that has seen enough closes the pipe; Python must not complain about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
