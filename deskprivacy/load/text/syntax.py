"""Why a YAML text is not accepted, in rules that a lawyer understands, each with the place where to mend.

`explain` reads the text a second time, slowly: first its characters, then event by event, so that all that is wrong
before the mistake that ends the reading is told in the same run. That mistake is looked for by `mistakes`.
"""

from __future__ import annotations

import re

from deskprivacy.finding import Finding
from deskprivacy.load.bounds import MAX_EVENTS
from deskprivacy.load.text.accept import EmptyAllowed, WrittenNone
from deskprivacy.load.text.characters import unreadable
from deskprivacy.load.text.events import NotRead, all_events, index_of, span
from deskprivacy.load.text.inspection import Inspection
from deskprivacy.load.text.mistake import SPACE, Mistake, end_of_line, line_start, merge_conflict
from deskprivacy.load.text.mistakes import first_mistake
from deskprivacy.load.text.notes import WARNINGS

_LIST = re.compile(SPACE.pattern + r"(\[|-(?=[ \r\n]))")


def explain(
    file: str, content: bytes, allowed: EmptyAllowed, written_none: WrittenNone
) -> tuple[tuple[Finding, ...], bool]:
    """What there is to say about a text, in the order of its lines, and whether any of it refuses the file."""
    if stop := unreadable(file, content):
        return (stop,), True
    inspection = Inspection(file, content.decode().replace("\t", " "), allowed, written_none)
    _inspect(inspection)
    findings = inspection.notes.findings
    return findings, any(finding.rule not in WARNINGS for finding in findings)


def _inspect(inspection: Inspection) -> None:
    text = inspection.text
    if conflict := merge_conflict(text):  # first of all: what two versions say is no text to judge yet
        inspection.notes.stop_at(conflict)
        return
    if at_once := _LIST.match(text):  # a parser may give up before it tells what the file is
        inspection.notes.note("not-a-mapping", at_once.start(1), end_of_line(text, at_once.start(1)))
        return
    try:
        for number, event in enumerate(all_events(text.encode())):
            if number >= MAX_EVENTS:
                inspection.notes.note("too-many-values", *span(event), limit=MAX_EVENTS)
                return
            if not inspection.take(event):
                break
        else:
            inspection.end()
    except NotRead as error:
        _look_for_mistake(inspection, index_of(error))
    if inspection.gave_up is not None:
        _look_for_mistake(inspection, inspection.gave_up)


def _look_for_mistake(inspection: Inspection, gave_up: int | None) -> None:
    """Tells the mistake behind a text that a parser gave up reading."""
    text = inspection.text
    found = first_mistake(text)
    # A mistake below the line on which YAML gave up is not the one: the walk has misread something.
    if found is None or (gave_up is not None and found.start > end_of_line(text, gave_up)):
        found = _whole_line(text, gave_up or 0)
    inspection.notes.stop_at(found)


def _whole_line(text: str, gave_up: int) -> Mistake:
    """The line on which a parser gave up: they differ by a character on where."""
    start = line_start(text, min(gave_up, len(text.rstrip())))
    end = end_of_line(text, start)
    return Mistake("broken-yaml", end - len(text[start:end].lstrip(" ")), end)
