"""The JSON format: findings for programs, in the shape of `schemas/output/findings.schema.json`."""

from __future__ import annotations

import json
from typing import Any

from deskprivacy.finding import LeftOut, Reported, Severity
from deskprivacy.report import Report
from deskprivacy.words.findings import say_finding, say_related


def format_json(report: Report) -> str:
    """The findings as one JSON document; messages are in the language of the report."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=2) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The findings as JSON types."""
    return {
        "version": 1,
        "date": report.day.isoformat(),
        "summary": {severity.word: report.count(severity) for severity in sorted(Severity, reverse=True)},
        "findings": [_finding(one, report) for one in report.reported],
        "not_judged": [_left_out(one) for one in report.left_out],
    }


def _left_out(one: LeftOut) -> dict[str, Any]:
    return {
        "address": str(one.where),
        "file": one.place.file,
        "line": one.place.line,
        "column": one.place.column,
        "why": one.why,
    }


def _finding(one: Reported, report: Report) -> dict[str, Any]:
    message = say_finding(one, report.say)
    return {
        "rule": one.finding.rule,
        "severity": one.severity.word,
        "confidence": one.finding.confidence,
        "address": str(one.address) if one.address else None,
        "file": one.place.file,
        "line": one.place.line,
        "column": one.place.column,
        "end_line": one.place.end_line,
        "end_column": one.place.end_column,
        "message": message.message,
        "help": message.help,
        "law": list(one.law),
        "related": [
            {
                "address": str(address) if address else None,
                "file": place.file,
                "line": place.line,
                "column": place.column,
                "message": say_related(related, report.say),
            }
            for related, address, place in one.related
        ],
        "question": one.question,
        "fingerprint": one.fingerprint,
    }
