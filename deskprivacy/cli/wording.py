"""What Typer says in English, said in the language of the reader: help, and what is wrong with an option.

Typer has no catalogue, so its help is worded when it has been made, and its complaints are known by their form.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from deskprivacy.cli.printing import show
from deskprivacy.words.catalogue import catalogue, paragraphs


def fixed(message: str) -> str:
    """A message of a table, found here for translators."""
    return message


# What stands in a page of help, as Typer writes it, and our message.
_HELP = {
    re.compile(r"^Usage: ", re.MULTILINE): fixed("Usage: "),
    re.compile(r"^Arguments:$", re.MULTILINE): fixed("Arguments:"),
    re.compile(r"^Options:$", re.MULTILINE): fixed("Options:"),
    re.compile(r"^Commands:$", re.MULTILINE): fixed("Commands:"),
    re.compile(r"\[default:(?=\s)"): fixed("[default:"),
    re.compile(r"\[required\]"): fixed("[required]"),
    re.compile(r"COMMAND \[ARGS\]\.\.\."): fixed("COMMAND [ARGUMENTS]..."),
    re.compile(r"Show this message and exit\."): fixed("Show this message and exit."),
}

# What Typer finds wrong, as it says it, and our message; what stands in the message is said in its turn.
_WRONG = {
    re.compile(r"Invalid value for (?P<name>.+?): (?P<what>.+)", re.DOTALL): fixed("Invalid value for {name}: {what}"),
    re.compile(r"No such option: (?P<name>\S+) \(Possible options: (?P<near>.+)\)"): fixed(
        "No such option: {name} (possible options: {near})"
    ),
    re.compile(r"No such option: (?P<name>\S+)"): fixed("No such option: {name}"),
    re.compile(r"No such command (?P<name>'.+?')\.(?P<what>.*)", re.DOTALL): fixed("No such command: {name}.{what}"),
    re.compile(r" Did you mean (?P<near>.+)\?"): fixed(" Did you mean {near}?"),
    re.compile(r"Missing command\."): fixed("Missing command."),
    re.compile(r"Missing argument (?P<name>.+)\."): fixed("Missing argument: {name}."),
    re.compile(r"Missing option (?P<name>.+)\."): fixed("Missing option: {name}."),
    re.compile(r"Option (?P<name>.+) requires an argument\."): fixed("Option {name} requires a value."),
    re.compile(r"Option (?P<name>.+) does not take a value\."): fixed("Option {name} takes no value."),
    re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((?P<name>.*)\)", re.DOTALL): fixed(
        "Too many arguments: {name}."
    ),
    re.compile(r"(?P<value>'.*') is not one of (?P<known>.+)\.", re.DOTALL): fixed("{value} is not one of {known}."),
    re.compile(r"(?P<value>'\d{4}-\d\d?-\d\d?') does not match the formats? '%Y-%m-%d'\."): fixed(
        "{value}: there is no such day in the calendar."
    ),
    re.compile(r"(?P<value>.*) does not match the formats? '%Y-%m-%d'\.", re.DOTALL): fixed(
        "{value} is not written as a day is: year-month-day, for example 2026-11-22."
    ),
    re.compile(r"it names no folder\."): fixed("it names no folder."),
}


def classes(language: str) -> tuple[type[TyperGroup], type[TyperCommand]]:
    """The classes of Typer with which a program and its commands speak a language."""
    say = catalogue(language).gettext

    class Worded:
        """Help and usage in the language."""

        def get_help(self, ctx: Any) -> str:
            for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
                if getattr(parameter, "help", None):
                    parameter.help = say(paragraphs(parameter.help))
            return _worded(super().get_help(ctx), say)  # type: ignore[misc]

        def get_usage(self, ctx: Any) -> str:
            return _worded(super().get_usage(ctx), say)  # type: ignore[misc]

    return type("Program", (Worded, TyperGroup), {}), type("Command", (Worded, TyperCommand), {})


def complain(error: Any, language: str) -> None:
    """Shows what is wrong with the command line: its usage, where help is, and the mistake."""
    say = catalogue(language).gettext
    if type(error).__name__ == "NoArgsIsHelpError":
        show(error.format_message() + "\n", err=True)
        return
    if error.ctx is not None:
        command = error.ctx.command_path
        show(_worded(error.ctx.get_usage(), say) + "\n", err=True)
        show(say("`{command} --help` says more.").format(command=command) + "\n\n", err=True)
    show(say("Error: {what}").format(what=_wrong(error.format_message(), say)) + "\n", err=True)


def command_help(command: Callable[..., Any], language: str) -> str:
    """What a command does, from its docstring, in a language."""
    return catalogue(language).gettext(paragraphs(command.__doc__ or ""))


def _worded(text: str, say: Callable[[str], str]) -> str:
    for pattern, message in _HELP.items():
        text = pattern.sub(lambda _found, message=message: say(message), text)  # type: ignore[misc]
    return text


def _wrong(text: str, say: Callable[[str], str]) -> str:
    for pattern, message in _WRONG.items():
        if found := pattern.fullmatch(text):
            values = {name: value or "" for name, value in found.groupdict().items()}
            if "what" in values:
                values["what"] = _wrong(values["what"], say)
            return say(message).format(**values)
    return text
