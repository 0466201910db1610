"""Why a YAML text is not accepted, in rules that a lawyer understands, each with the place where to mend.

`explain` reads the text a second time, slowly: first its characters, then event by event, so that all that is wrong
before the mistake that ends the reading is told in the same run. That mistake is looked for by `mistakes`.
"""

from __future__ import annotations

from deskprivacy.finding import Finding
from deskprivacy.load.accept import EmptyAllowed
from deskprivacy.load.bounds import MAX_EVENTS
from deskprivacy.load.characters import unreadable
from deskprivacy.load.events import NotRead, all_events, index_of, span
from deskprivacy.load.inspection import Inspection
from deskprivacy.load.mistake import Mistake, end_of_line
from deskprivacy.load.mistakes import first_mistake

__all__ = ["WARNINGS", "EmptyAllowed", "explain"]

# The only rule of this room with which a file is still read.
WARNINGS = frozenset({"text-after-hash"})


def explain(file: str, content: bytes, allowed: EmptyAllowed) -> tuple[tuple[Finding, ...], bool]:
    """What there is to say about a text, in the order of its lines, and whether any of it refuses the file."""
    if stop := unreadable(file, content):
        return (stop,), True
    inspection = Inspection(file, content.decode().replace("\t", " "), allowed)
    _inspect(inspection)
    findings = inspection.findings
    return findings, any(finding.rule not in WARNINGS for finding in findings)


def _inspect(inspection: Inspection) -> None:
    text = inspection.text
    try:
        for number, event in enumerate(all_events(text.encode())):
            if number >= MAX_EVENTS:
                inspection.note("too-many-values", *span(event), limit=MAX_EVENTS)
                return
            if not inspection.take(event):
                return
        inspection.end()
    except NotRead as error:
        gave_up = index_of(error)
        found = first_mistake(text)
        # A mistake below the line on which YAML gave up is not the one: the walk has misread something.
        if found and (gave_up is None or found.start <= end_of_line(text, gave_up)):
            inspection.stop_at(found)
        else:
            at = max(min(gave_up or 0, len(text.rstrip()) - 1), 0)
            inspection.stop_at(Mistake("broken-yaml", at, at + 1))
