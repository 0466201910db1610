"""`deskprivacy explain` and `deskprivacy rules`."""

from __future__ import annotations

from typing import Annotated

import typer

from deskprivacy.cli.language import language_here, user_language
from deskprivacy.cli.options import Format, Lang, Language
from deskprivacy.cli.printing import show


def explain(
    name: Annotated[
        str,
        typer.Argument(
            help="A rule, as findings print it, or a reference table.", metavar="RULE|TABLE", show_default=False
        ),
    ],
    lang: Lang = None,
) -> None:
    """Explain a rule, or print a reference table.

    Of a rule: why it matters, what the law asks, how to mend it, two examples, when it may be waived. Of a table: its
    source, when it was checked, until when it may be trusted, its rows.

    Tables: adequacy, transfer-tools, countries, country-codes, legal-bases, rights, special-data, authorities,
    dpia-lists, tracker-exemptions, retention, direct-marketing, minors, national-number, usual-roles,
    named-parties, vague-recipients, secrets, obsolete-names, record-sheet, articles, texts, lexicons.
    """
    from deskprivacy.law.tables import Table
    from deskprivacy.report.explained import format_rule
    from deskprivacy.report.tables import format_table
    from deskprivacy.stories.explain import explain as story
    from deskprivacy.words.speech import speech

    found, say = story(name), speech(_language(lang))
    show(format_table(found, say) if isinstance(found, Table) else format_rule(found, say))


def rules(
    family: Annotated[str | None, typer.Option(help="Only the rules of this family.", show_default=False)] = None,
    format_: Annotated[Format, typer.Option("--format", help="How the list is written.")] = Format.TEXT,
    lang: Lang = None,
) -> None:
    """List the rules: structure, duties and judgement."""
    from deskprivacy.report.explained import RULES_FORMATS
    from deskprivacy.stories.explain import every
    from deskprivacy.words.speech import speech

    show(RULES_FORMATS[format_](every(family), speech(_language(lang))), machine=format_ is Format.JSON)


def _language(given: Language | None) -> str:
    """The language asked for, else that of the register here, be it unsound, else the user's."""
    return given or language_here() or user_language()
