"""What stops the work, in the words of the reader's language."""

from __future__ import annotations

from deskprivacy.errors import CannotRead, DeskprivacyError, reason_of
from deskprivacy.words.catalogue import catalogue
from deskprivacy.words.reasons import reason_in_words


def refusal(error: DeskprivacyError, language: str) -> str:
    """Why the work cannot be done."""
    say = catalogue(language).gettext
    if not error.values:
        return say(error.message)
    values = {**error.values}
    if "reason" in values:
        values["reason"] = reason_in_words(str(values["reason"]), language)
    return say(error.message).format(**values)


def not_reached(error: OSError) -> DeskprivacyError:
    """A file that the system keeps from us, wherever that was met."""
    reason = reason_of(error)
    if error.filename is None:
        return CannotRead("a file cannot be read or written: {reason}.", reason=reason)
    name = error.filename if isinstance(error.filename, str) else repr(error.filename)
    short = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    return CannotRead("{name} cannot be read or written: {reason}.", name=short, reason=reason)


def bug(what: str, language: str) -> str:
    """That deskprivacy itself failed, and what to do."""
    say = catalogue(language).gettext
    return say(
        "this is a bug in deskprivacy ({what}). Please report it; DESKPRIVACY_DEBUG=1 prints where it happened."
    ).format(what=what)


_LONGEST = 120  # characters of a path that a refusal shows
