"""What stops the work. A finding is what the work saw; an exception here means that it could not be done.

Only the CLI catches these, and turns them into an exit code and into the words of the reader's language: an error has
its message as the catalogue has it, in English, and the values that stand in it.
"""

import errno


class DeskprivacyError(Exception):
    """deskprivacy cannot do its work; the message says why and what to do."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values


def reason_of(error: Exception) -> str:
    """Why the system refused, by the name of its number, `EACCES`; `words/reasons.py` says it in a language."""
    number = error.errno if isinstance(error, OSError) else None
    return errno.errorcode.get(number or 0, type(error).__name__)


NO_FILE = "not-a-file"  # a reason of our own: nothing but plain files is ever read


class NoRegister(DeskprivacyError):
    """There is no register here, or nothing in it to check."""


class CannotRead(DeskprivacyError):
    """A file that was named cannot be read."""


class CannotRender(DeskprivacyError):
    """A document could not be produced from its view."""


class OutputNotOurs(DeskprivacyError):
    """The output folder holds files that deskprivacy did not write: it is left untouched."""


class CannotWrite(DeskprivacyError):
    """The output could not be written; what was there before is still there."""


class UnknownTakeover(DeskprivacyError):
    """The command names a text that the register did not take over, or must name one and does not."""


class UnknownRule(DeskprivacyError):
    """The command names a rule, a family of rules or a reference table that does not exist."""


class RuleError(Exception):
    """A rule failed: a bug of deskprivacy. The message names the rule, and the fact over which it failed."""
