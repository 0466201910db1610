"""Reports: findings become the text of a format. Formatters return `str`; only the CLI prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from deskprivacy.finding import LeftOut, Place, Reported, Severity
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.words.speech import Speech

Paint = Callable[[str, str], str]
Quote = Callable[[str, int], str]

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}


def plain(text: str, _style: str) -> str:
    """No colour: what pipes and files get."""
    return text


def as_sentence(text: str) -> str:
    """A few words of the law's data, written as a sentence."""
    return text[:1].upper() + text[1:] + "."


@frozen
class Report(Frozen):
    """What a formatter is given: the findings, the day, the language, and how to quote a line of a file."""

    reported: Sequence[Reported]
    day: date
    say: Speech
    quote: Quote  # file, line → the text of that line
    prefix: str = ""  # from the working folder to the register, ends with `/` or is empty
    paint: Paint = plain
    each: bool = False  # each finding is shown, however many there are
    left_out: Sequence[LeftOut] = ()  # what judgement left out

    def at(self, place: Place) -> str:
        """A place as terminals and editors open it."""
        return f"{self.prefix}{place.file}:{place.line}:{place.column}"

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(1 for one in self.reported if one.severity is severity)
