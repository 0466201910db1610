"""The text format: a frame for each finding, with the line, what is wrong, what to do and which article asks.

Findings that would flood a terminal are grouped by rule instead, unless each is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.finding import Place, Reported, Severity
from deskprivacy.report import STYLES, Report
from deskprivacy.report.grouped import format_groups
from deskprivacy.report.unjudged import format_left_out
from deskprivacy.words.citation import cite_all
from deskprivacy.words.findings import Message, entity_in_words, say_finding, say_related, visible

_FRAMED = 50  # findings that are shown each, in some ten lines
_WIDEST = 160  # characters of a line that are quoted; of a longer one, what stands around the mark
_BEFORE = 60  # of these, those before the mark


def format_text(report: Report) -> str:
    """Every finding in its frame, or the groups of many; then what could not be judged, and a line that counts."""
    framed = report.each or len(report.reported) <= _FRAMED
    parts = [_frame(one, report) for one in report.reported] if framed else format_groups(report)
    return "\n\n".join([*parts, *format_left_out(report), summary(report)]) + "\n"


def summary(report: Report) -> str:
    """`3 errors, 2 warnings`, or that nothing was found."""
    say = report.say
    errors, warnings, remarks = (report.count(one) for one in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    parts = [
        say.count("{n} error", "{n} errors", errors) if errors else "",
        say.count("{n} warning", "{n} warnings", warnings) if warnings else "",
        say.count("{n} remark", "{n} remarks", remarks) if remarks else "",
    ]
    return ", ".join(part for part in parts if part) or say("No finding.")


def _frame(one: Reported, report: Report) -> str:
    message = say_finding(one, report.say)
    return "\n".join(_lines(one, message, report))


def _lines(one: Reported, message: Message, report: Report) -> Iterator[str]:
    say, paint = report.say, report.paint
    gutter = " " * max(len(str(one.place.line)), 2)
    head = f"[{say.term('severity', one.severity.word)}]"
    yield f"{paint(one.finding.rule, 'bold')} {paint(head, STYLES[one.severity])} {message.message}"
    entity = f"  ({entity_in_words(one.address, say)})" if one.address else ""
    yield f"{gutter}--> {report.at(one.place)}{entity}"
    yield from _quoted(one.place, gutter, report)
    for related, _address, place in one.related:
        yield f"{gutter}--> {report.at(place)}  {say_related(related, say)}"
    yield f"{gutter} = " + say("help: {text}", text=message.help)
    if one.law:
        yield f"{gutter} = " + say("law: {articles}", articles=cite_all(one.law, say))
    if one.question:
        yield f"{gutter} = " + say("asked: {question}", question=f"open_questions/{one.question}")
    elif one.ask:
        yield f"{gutter} = " + say("or ask: an open question about `{address}`", address=visible(str(one.ask)))


def _quoted(place: Place, gutter: str, report: Report) -> Iterator[str]:
    line = report.quote(place.file, place.line)
    if not line.strip():
        return
    first = max(0, place.column - 1 - _BEFORE) if len(line) > _WIDEST else 0
    last = first + _WIDEST
    end = place.end_column if place.end_line == place.line else len(line) + 1
    width = max(1, min(end, len(line) + 1, last + 1) - place.column)
    before, after = "…" if first else "", "…" if len(line) > last else ""
    yield f"{gutter} |"
    yield f"{place.line:>{len(gutter)}} | {before}{visible(line[first:last])}{after}"
    yield f"{gutter} | {' ' * (len(before) + place.column - 1 - first)}{report.paint('^' * width, 'bold')}"
    yield f"{gutter} |"
