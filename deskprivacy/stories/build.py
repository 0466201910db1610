"""Building: a register that loads becomes its documents; whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deskprivacy.duty.coverage import coverage
from deskprivacy.finding import Reported, Severity
from deskprivacy.model.public import public
from deskprivacy.model.register import Register
from deskprivacy.render.document import Document
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.render.pdf import to_pdf
from deskprivacy.render.register import OpenFinding, register_document
from deskprivacy.render.resolved import resolved
from deskprivacy.report import Report
from deskprivacy.report.machine import as_data
from deskprivacy.stories import output
from deskprivacy.stories.validate import Outcome, validate
from deskprivacy.words.findings import say_finding
from deskprivacy.words.speech import Speech, speech

FOLDERS = ("public", "draft", "internal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders that a build reads from and writes to."""

    register: Path
    schemas: Path
    templates: Path
    output: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build came to: the validation before it, and the files written; None where it was refused."""

    outcome: Outcome
    files: tuple[str, ...] | None


def build(places: Places, today: date) -> Built:
    """Builds every document of a register as of a day.

    Refused where the register does not load, or where it has an error and a notice is published; then nothing is
    written. Raises OutputNotOurs, CannotWrite, CannotRender, NoRegister.
    """
    output.check(places.output)
    outcome = validate(places.register, places.schemas, today)
    if outcome.register is None or _held_back(outcome, outcome.register):
        return Built(outcome=outcome, files=None)
    files = dict(_files(outcome, outcome.register, places, today))
    about = {"date": today.isoformat(), "register": {"digest": outcome.loaded.digest, "files": outcome.loaded.digests}}
    output.write(places.output, files, FOLDERS, about)
    return Built(outcome=outcome, files=tuple(sorted(files)))


def _held_back(outcome: Outcome, register: Register) -> bool:
    published = any(notice.status == "published" for notice in register.notices.values())
    return published and outcome.worst() is Severity.ERROR


def _files(outcome: Outcome, register: Register, places: Places, today: date) -> Iterator[tuple[str, bytes]]:
    language = register.settings.language
    shown = public(register)
    for notice in register.notices.values():
        folder = "public" if notice.status == "published" else "draft"
        document = notice_document(shown, notice.id, outcome.gaps, speech(language))
        yield from _both(f"{folder}/{notice.id}.{language}", document, places.templates, today)
    say = speech(language)
    shown_findings = [_open_finding(one, say) for one in outcome.reported]
    document = register_document(register, outcome.gaps, say, covered=coverage(register), open_findings=shown_findings)
    yield from _both(f"internal/register.{language}", document, places.templates, today)
    yield "internal/register.json", _json(resolved(register))
    yield "internal/findings.json", _json(as_data(_report(outcome, today, language)))


def _both(name: str, document: Document, templates: Path, today: date) -> Iterator[tuple[str, bytes]]:
    yield f"{name}.html", to_html(document, templates).encode()
    yield f"{name}.pdf", to_pdf(document, templates, today)


def _open_finding(one: Reported, say: Speech) -> OpenFinding:
    return OpenFinding(
        rule=one.finding.rule,
        severity=one.severity.word,
        message=say_finding(one.finding, one.address, say).message,
        place=f"{one.place.file}:{one.place.line}",
        address=str(one.address) if one.address else None,
        law=one.law,
        question=one.question,
    )


def _report(outcome: Outcome, today: date, language: str) -> Report:
    return Report(reported=outcome.reported, day=today, say=speech(language), quote=outcome.loaded.quote)


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
