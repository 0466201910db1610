"""What is noted while one text is read: findings by their place, each once."""

from __future__ import annotations

from deskprivacy.finding import Finding, Place, Related, Value, Where
from deskprivacy.load.bounds import MAX_FINDINGS
from deskprivacy.load.text.mistake import Mistake, line_start
from deskprivacy.load.text.places import Lines

# The only rule about syntax with which a file is still read.
WARNINGS = frozenset({"text-after-hash"})


class Notes:
    """The findings of one text. Spans are positions in the text, counted in characters."""

    def __init__(self, file: str, text: str) -> None:
        self._text = text
        self._lines = Lines(file, text)
        self._found: dict[tuple[int, str], Finding] = {}

    def __len__(self) -> int:
        return len(self._found)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noted, in the order of the text."""
        return tuple(self._found[at] for at in sorted(self._found))

    def note(self, rule: str, start: int, end: int, **values: Value) -> None:
        """Notes a finding; the same one twice counts once, and warnings are noted up to a bound."""
        if rule in WARNINGS and len(self._found) >= MAX_FINDINGS:
            return
        finding = Finding(rule=rule, at=self._lines.place(start, end), values=values)
        self._found.setdefault((start, rule), finding)

    def note_mistake(self, mistake: Mistake) -> None:
        """Notes a mistake that was found in the text."""
        self.note(mistake.rule, mistake.start, mistake.end, **mistake.values)

    def note_doubled(self, key: str, first: int, start: int, end: int) -> None:
        """Notes a key that stands a second time, and where it stands first."""
        before = self._lines.place(first, first + end - start)
        self._found[start, "doubled-key"] = Finding(
            rule="doubled-key",
            at=self._lines.place(start, end),
            values={"key": key, "line": before.line},
            related=(Related(at=before, part="first"),),
        )

    def stop_at(self, mistake: Mistake) -> None:
        """Notes the mistake that ended the reading. What was read from its line on was misread, and is forgotten."""
        end = _end(self._lines.place(mistake.start, mistake.end))
        line = line_start(self._text, mistake.start)
        is_told = False
        for start, rule in tuple(self._found):
            if rule == mistake.rule and start < mistake.start and _end(self._found[start, rule].at) == end:
                is_told = True  # of more of the text
            elif start >= line:
                del self._found[start, rule]
        if not is_told:
            self.note_mistake(mistake)


def _end(at: Where) -> tuple[int, int] | None:
    return (at.end_line, at.end_column) if isinstance(at, Place) else None
