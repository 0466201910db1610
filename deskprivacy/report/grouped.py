"""Findings that are too many to be read one by one: rule by rule, with the count and the first places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskprivacy.finding import Reported, Severity
from deskprivacy.report import STYLES, Report
from deskprivacy.words.citation import cite_all
from deskprivacy.words.findings import say_finding, visible

_SHOWN = 3  # places of one rule

Groups = dict[tuple[Severity, str], list[Reported]]


def format_groups(report: Report) -> Iterator[str]:
    """A part for each rule, the gravest first; it says how to see each finding."""
    groups: Groups = {}
    for one in report.reported:
        groups.setdefault((one.severity, one.finding.rule), []).append(one)
    for (severity, rule), found in sorted(groups.items(), key=lambda group: (-group[0][0], group[0][1])):
        yield "\n".join(_lines(severity, rule, found, report))


def _lines(severity: Severity, rule: str, found: Sequence[Reported], report: Report) -> Iterator[str]:
    say, paint = report.say, report.paint
    head = f"[{say.term('severity', severity.word)}]"
    title = say.text(found[0].text.title)
    yield f"{paint(rule, 'bold')} {paint(head, STYLES[severity])} {title} ({len(found)})"
    shown = [(one, say_finding(one, say)) for one in found[:_SHOWN]]
    for one, message in shown:
        asked = say("asked: {question}", question=f"open_questions/{one.question}") if one.question else ""
        asked = asked or (
            say("or ask: an open question about `{address}`", address=visible(str(one.ask))) if one.ask else ""
        )
        yield f"  --> {report.at(one.place)}  {message.message}" + (f" ({asked})" if asked else "")
    if (more := len(found) - _SHOWN) > 0:
        yield "  " + say.count("… and {n} more: see `validate --all`", "… and {n} more: see `validate --all`", more)
    for remedy in dict.fromkeys(message.help for _, message in shown):
        yield "   = " + say("help: {text}", text=remedy)
    if law := tuple(dict.fromkeys(letter for one in found for letter in one.law)):
        yield "   = " + say("law: {articles}", articles=cite_all(law, say))
