"""Building: a register that loads becomes its documents; whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from deskprivacy.address import Address
from deskprivacy.duty.coverage import coverage
from deskprivacy.finding import Reported, Severity
from deskprivacy.load.loaded import Loaded
from deskprivacy.model.public import public
from deskprivacy.model.register import Register
from deskprivacy.model.texts import public_texts
from deskprivacy.model.told import told
from deskprivacy.model.translation import translated
from deskprivacy.render.document import Document
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.render.pdf import to_pdf
from deskprivacy.render.register import Checked, OpenFinding, coverage_document, register_document
from deskprivacy.render.resolved import resolved
from deskprivacy.report import Report
from deskprivacy.report.machine import as_data
from deskprivacy.stories import output
from deskprivacy.stories.drafts import notes
from deskprivacy.stories.rulebook import rulebook
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
    output.check(places.output, places.register)
    outcome = validate(places.register, places.schemas, today)
    if outcome.register is None or _held_back(outcome, outcome.register):
        return Built(outcome=outcome, files=None)
    files = dict(_files(outcome, outcome.register, places, today))
    about = {"date": today.isoformat(), "register": {"digest": outcome.loaded.digest, "files": outcome.loaded.digests}}
    output.write(places.output, files, FOLDERS, about)
    return Built(outcome=outcome, files=tuple(sorted(files)))


def _held_back(outcome: Outcome, register: Register) -> bool:
    """Whether an error stands on something that a published notice tells."""
    told_in_public = {
        one.where
        for notice in register.notices.values()
        if notice.status == "published"
        for one in told(register, notice).entities()
    }
    if not told_in_public:
        return False
    told_in_public.add(Address("register"))  # its own events serve all its notices
    wrong = (one.address for one in outcome.reported if one.severity is Severity.ERROR)
    return any(address is None or address.entity in told_in_public for address in wrong)


def _files(outcome: Outcome, register: Register, places: Places, today: date) -> Iterator[tuple[str, bytes]]:
    found = tuple(notes(outcome.reported, public(register), today))
    editions = {language: _edition(register, language) for language in _languages(register)}
    for notice in register.notices.values():
        folder = "public" if notice.status == "published" else "draft"
        for language in notice.languages or (register.settings.language,):
            edition = editions[language]
            document = notice_document(
                edition.shown, notice.id, outcome.gaps, edition.say, edition.left_in_public, found
            )
            yield from _both(f"{folder}/{notice.id}.{language}", document, places.templates, today)
    for language in dict.fromkeys((register.settings.language, *register.settings.languages)):
        for name, document in _internal_documents(outcome, editions[language]):
            yield from _both(f"internal/{name}.{language}", document, places.templates, today)
    yield "internal/register.json", _json(resolved(register))
    yield "internal/findings.json", _json(as_data(_report(outcome, today, register.settings.language)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The register in one language: its texts as far as they are translated, and the words around them.

    `shown` is what the public may see of it; `left` and `left_in_public` are the texts that are not translated.
    """

    register: Register
    shown: Register
    left: frozenset[str]
    left_in_public: frozenset[str]
    say: Speech


def _edition(register: Register, language: str) -> Edition:
    other, left = translated(register, language)
    shown = public(other)
    in_public = frozenset(text for _, text in public_texts(shown))
    return Edition(register=other, shown=shown, left=left, left_in_public=left & in_public, say=speech(language))


def _languages(register: Register) -> Iterator[str]:
    yield register.settings.language
    yield from register.settings.languages
    for notice in register.notices.values():
        yield from notice.languages


def _internal_documents(outcome: Outcome, edition: Edition) -> Iterator[tuple[str, Document]]:
    """The register, and beside it the coverage of the law; each with the name of its files."""
    checked = Checked(
        covered=coverage(edition.register),
        waived=outcome.waived,
        open_findings=[_open_finding(one, edition.say) for one in outcome.reported],
        places=partial(_stand, outcome.loaded),
        titles=partial(_title, edition.say),
    )
    for name, view in (("register", register_document), ("coverage", coverage_document)):
        yield name, view(edition.register, outcome.gaps, edition.say, checked, untranslated=edition.left)


def _both(name: str, document: Document, templates: Path, today: date) -> Iterator[tuple[str, bytes]]:
    yield f"{name}.html", to_html(document, templates).encode()
    yield f"{name}.pdf", to_pdf(document, templates, today)


def _stand(loaded: Loaded, where: Address) -> str:
    place = loaded.place(where)
    return f"{place.file}:{place.line}"


def _title(say: Speech, rule: str) -> str:
    return say.text(rulebook()[rule].title) if rule in rulebook() else rule


def _open_finding(one: Reported, say: Speech) -> OpenFinding:
    message = say_finding(one, say)
    return OpenFinding(
        rule=one.finding.rule,
        severity=one.severity.word,
        title=message.title,
        message=message.message,
        help=message.help,
        place=f"{one.place.file}:{one.place.line}",
        address=str(one.address) if one.address else None,
        law=one.law,
        question=one.question,
    )


def _report(outcome: Outcome, today: date, language: str) -> Report:
    return Report(reported=outcome.reported, day=today, say=speech(language), quote=outcome.loaded.quote)


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
