"""The concise format: a line a finding, as editors and `grep` like it."""

from __future__ import annotations

from deskprivacy.finding import Severity
from deskprivacy.report import Report
from deskprivacy.report.unjudged import told
from deskprivacy.words.findings import say_finding


def format_concise(report: Report) -> str:
    """`file:line:column: severity: rule: message`, one finding a line; nothing where nothing was found.

    A last line says what could not be judged, where there is such.
    """
    lines = []
    for one in report.reported:
        message = say_finding(one, report.say).message
        severity = one.severity.word  # in English in every language: the matchers of editors know no other
        lines.append(f"{report.at(one.place)}: {severity}: {one.finding.rule}: {' '.join(message.split())}\n")
    if sorts := list(told(report)):
        said = " – ".join(text for _, text in sorts)
        lines.append(f"{report.at(sorts[0][0])}: {Severity.INFO.word}: not-judged: {said}\n")
    return "".join(lines)
