"""What was seen in a text that was inspected, and its formats."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from deskprivacy.finding import Confidence, Finding, Place, Reported, RuleText, Severity
from deskprivacy.law.lexicons import Element
from deskprivacy.report import STYLES, Paint, plain
from deskprivacy.words.citation import cite, cite_all
from deskprivacy.words.findings import Message, say_finding
from deskprivacy.words.speech import Speech

_SHOWN = 8  # of one rule, in the text format
_MARKS = {"present": "+", "partial": "~", "absent": "-"}
_MARK_STYLES = {"present": "green", "partial": "yellow", "absent": "red"}

State = Literal["present", "partial", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What a text rule has to say of some words of the text."""

    rule: RuleText
    severity: Severity
    confidence: Confidence
    line: int
    column: int
    quote: str
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An element of Art. 13/14, and where the text seems to mention it."""

    element: Element
    state: State
    line: int | None
    quote: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """All that was seen in a text."""

    name: str
    language: str
    sentences: int
    words: int
    observations: tuple[Observation, ...]
    mentions: tuple[Mention, ...]

    @property
    def average_words(self) -> float:
        """The words of a sentence, on average."""
        return round(self.words / self.sentences, 1)

    def worst(self) -> Severity | None:
        """The gravest severity of what was seen, None where nothing was."""
        return max((one.severity for one in self.observations), default=None)


def format_inspection_json(inspection: Inspection, say: Speech, _paint: Paint = plain, *, each: bool = True) -> str:  # noqa: ARG001
    """The inspection as one JSON document; its shape is `schemas/output/inspect.schema.json`. It always holds each."""
    return json.dumps(as_data(inspection, say), ensure_ascii=False, indent=2) + "\n"


def as_data(inspection: Inspection, say: Speech) -> dict[str, Any]:
    """The inspection as JSON types."""
    return {
        "version": 1,
        "language": inspection.language,
        "sentences": inspection.sentences,
        "average_words": inspection.average_words,
        "findings": [_finding(one, say) for one in inspection.observations],
        "elements": [
            {
                "element": one.element.id,
                "article": one.element.article,
                "state": one.state,
                "line": one.line,
                "quote": one.quote,
            }
            for one in inspection.mentions
        ],
    }


def format_inspection_text(inspection: Inspection, say: Speech, paint: Paint = plain, *, each: bool = False) -> str:
    """The findings rule by rule, the gravest first, the first of many or each; then the elements; then the counts."""
    lines = [
        *_findings(inspection, say, paint, len(inspection.observations) if each else _SHOWN),
        *_elements(inspection, say, paint),
        _counts(inspection, say),
    ]
    return "\n".join(lines) + "\n"


def _finding(one: Observation, say: Speech) -> dict[str, Any]:
    message = _worded(one, say)
    return {
        "rule": one.rule.rule,
        "severity": one.severity.word,
        "confidence": one.confidence,
        "line": one.line,
        "column": one.column,
        "quote": one.quote,
        "message": message.message,
        "help": message.help,
        "law": list(one.rule.law),
    }


def _worded(one: Observation, say: Speech) -> Message:
    """The words of an observation, said as those of any finding."""
    place = Place(file="", line=one.line, column=one.column)
    number = {} if one.number is None else {"number": one.number}
    finding = Finding(rule=one.rule.rule, at=place, values={"quote": one.quote, **number})
    reported = Reported(
        finding=finding,
        text=one.rule,
        severity=one.severity,
        place=place,
        address=None,
        related=(),
        law=one.rule.law,
        question=None,
        ask=None,
        fingerprint="",
    )
    return say_finding(reported, say)


def _findings(inspection: Inspection, say: Speech, paint: Paint, shown: int) -> Iterator[str]:
    groups: dict[tuple[Severity, str], list[Observation]] = {}
    for one in inspection.observations:
        groups.setdefault((one.severity, one.rule.rule), []).append(one)
    for (severity, name), found in sorted(groups.items(), key=lambda group: (-group[0][0], group[0][1])):
        head = f"[{say.term('severity', severity.word)}]"
        title = say.text(found[0].rule.title)
        yield f"{paint(name, 'bold')} {paint(head, STYLES[severity])} {title} ({len(found)})"
        for one in found[:shown]:
            yield f"  --> {inspection.name}:{one.line}:{one.column}  {_worded(one, say).message}"
        if (more := len(found) - shown) > 0:
            yield "  " + say.count("… and {n} more: see `inspect --all`", "… and {n} more: see `inspect --all`", more)
        yield "   = " + say("help: {text}", text=say.text(found[0].rule.help))
        yield "   = " + say("law: {articles}", articles=cite_all(found[0].rule.law, say))
        yield ""


def _elements(inspection: Inspection, say: Speech, paint: Paint) -> Iterator[str]:
    states = {"present": say("seems to be there"), "partial": say("touched on"), "absent": say("not found")}
    width = max(len(word) for word in states.values())
    yield paint(say("What Art. 13 and 14 of the GDPR ask a notice to say"), "bold")
    for one in inspection.mentions:
        state = paint(f"{_MARKS[one.state]} {states[one.state]:<{width}}", _MARK_STYLES[one.state])
        where = "  " + say("line {line}: “{quote}”", line=one.line, quote=one.quote) if one.quote else ""
        yield f"  {state}  {say.text(one.element.name)} ({cite(one.element.article, say)}){where}"
    yield "  " + say(
        "The words were searched, not the meaning: what was not found may be said in other words, what was found may "
        "not suffice. This is no legal opinion."
    )
    yield ""


def _counts(inspection: Inspection, say: Speech) -> str:
    count = {
        severity: sum(one.severity is severity for one in inspection.observations) for severity in reversed(Severity)
    }
    return say(
        "{sentences} sentences, {average} words on average; errors: {errors}, warnings: {warnings}, remarks: {remarks}",
        sentences=inspection.sentences,
        average=say.number(inspection.average_words),
        errors=count[Severity.ERROR],
        warnings=count[Severity.WARNING],
        remarks=count[Severity.INFO],
    )


class Formatter(Protocol):
    """An inspection becomes the text of a format."""

    def __call__(self, inspection: Inspection, say: Speech, paint: Paint = ..., /, *, each: bool = ...) -> str:
        """The text; `each` asks for every finding, however many there are."""


INSPECT_FORMATS: Mapping[str, Formatter] = {
    "text": format_inspection_text,
    "json": format_inspection_json,
}
