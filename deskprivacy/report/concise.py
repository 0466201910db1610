"""The concise format: a line a finding, as editors and `grep` like it."""

from __future__ import annotations

from deskprivacy.report import Report
from deskprivacy.words.findings import say_finding


def format_concise(report: Report) -> str:
    """`file:line:column: severity: rule: message`, one finding a line; nothing where nothing was found."""
    lines = []
    for one in report.reported:
        message = say_finding(one, report.say).message
        severity = one.severity.word  # in English in every language: the matchers of editors know no other
        lines.append(f"{report.at(one.place)}: {severity}: {one.finding.rule}: {' '.join(message.split())}\n")
    return "".join(lines)
