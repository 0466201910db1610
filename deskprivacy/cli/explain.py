"""`deskprivacy explain` and `deskprivacy rules`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from deskprivacy.cli.options import Lang


class Format(StrEnum):
    """The formats of the list of rules."""

    TEXT = "text"
    JSON = "json"


DEFAULT_LANGUAGE = "en"  # without a register, nothing tells the reader's language


def explain(
    rule: Annotated[str, typer.Argument(help="The name of a rule, as findings print it.", show_default=False)],
    lang: Lang = None,
) -> None:
    """Explain a rule: why it matters, what the law asks, how to mend it, when it may be waived."""
    from deskprivacy.report.explained import format_rule
    from deskprivacy.stories.explain import explain as story
    from deskprivacy.words.speech import speech

    typer.echo(format_rule(story(rule), speech(lang or DEFAULT_LANGUAGE)), nl=False)


def rules(
    family: Annotated[str | None, typer.Option(help="Only the rules of this family.", show_default=False)] = None,
    format_: Annotated[Format, typer.Option("--format", help="How the list is written.")] = Format.TEXT,
    lang: Lang = None,
) -> None:
    """List the rules: structure, duties and judgement."""
    from deskprivacy.report.explained import RULES_FORMATS
    from deskprivacy.stories.explain import every
    from deskprivacy.words.speech import speech

    typer.echo(RULES_FORMATS[format_](every(family), speech(lang or DEFAULT_LANGUAGE)), nl=False)
