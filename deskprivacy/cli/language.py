"""In which language the program speaks where no command has said it yet: help, wrong options, refusals.

`--lang` decides; else the language of the register, where there is one; else that of the user's locale; else English.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from deskprivacy.cli.options import register_folder
from deskprivacy.errors import NoRegister
from deskprivacy.words.catalogue import languages

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set is the locale
_NO_LOCALE = re.compile(r"(?:C|POSIX)?(?:\.|\Z)")


def language_of_run(arguments: Sequence[str]) -> str:
    """The language of a command line, be it right or wrong."""
    return _asked(arguments) or _registers(arguments) or user_language()


def language_here(folder: Path | None = None) -> str | None:
    """The language of the register in a folder, or here, be it unsound; None where there is no register."""
    try:
        register = register_folder(folder)
        from deskprivacy.load.language import language_of

        found = language_of(register)
    except (NoRegister, OSError, RuntimeError):
        return None
    return found if found in languages() else None


def user_language() -> str:
    """The first language of the user's locale that the program speaks, as gettext reads the environment; or English."""
    locale = next((value for name in _LOCALE if (value := os.environ.get(name))), "")
    if _NO_LOCALE.match(locale):
        return "en"
    for wanted in (*os.environ.get("LANGUAGE", "").split(":"), locale):
        language = re.split(r"[_.@-]", wanted.lower())[0]
        if language in languages():
            return language
    return "en"


def _asked(arguments: Sequence[str]) -> str | None:
    for argument, following in pairwise([*arguments, ""]):
        name, _, value = argument.partition("=")
        if name == "--lang" and (wanted := value or following) in languages():
            return wanted
    return None


def _registers(arguments: Sequence[str]) -> str | None:
    """The language of the register that the arguments name, else of that which is here; `inspect` has none."""
    if arguments[:1] == ["inspect"]:
        return None
    for argument in arguments[1:]:
        if not argument.startswith("-") and (found := language_here(Path(argument))):
            return found
    return language_here()
