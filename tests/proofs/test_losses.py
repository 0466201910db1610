"""Nothing declared is lost: each public field is told in the notice, every field in the register.

The register uses all fields and its notice covers all. A text carries a mark, which the document must print. What is
no free text (a word of a list, a country, a period, a date, a truth value, a reference) counts as printed only if
another value in its place changes what the document says. A field is named by the keys that lead to it. What is meant
to be silent stands in `SILENT_…`, with its reason; a field that is printed may not stand there.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from proofs.registers import COMPLETE, TODAY, judge
from proofs.test_leaks import squeezed

from deskprivacy.law.reader import authorities, vocabulary
from deskprivacy.model.public import public
from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.shape import ByKey, Many, Scalar, Shape, noun_of
from deskprivacy.render.document import Document
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.render.pdf import to_pdf
from deskprivacy.render.register import Checked, register_document
from deskprivacy.resources import templates
from deskprivacy.words.speech import speech

MARK = "qzqvx"  # in no word of any language that the registers speak
TEXTS = ("text", "prose", "proper", "url")

Visit = Callable[[str, Scalar, Any], Any]


def scalars(shape: Shape, path: str) -> Iterator[tuple[str, bool]]:
    """Every field below a shape that holds a value, by the keys that lead to it, and whether it is internal."""
    if isinstance(shape, Scalar):
        yield path, False
    elif isinstance(shape, Many):
        yield from scalars(shape.of, path)
    elif isinstance(shape, ByKey):
        yield from scalars(shape.of, f"{path}.*")
    else:
        for key, one in shape.fields.items():
            for found, internal in scalars(one.shape, f"{path}.{key}"):
                yield found, internal or one.internal


def changed(register: Register, visit: Visit) -> Register:
    """The register with each value replaced by what `visit` makes of it."""
    kinds: dict[str, Any] = {
        kind: {ident: below(noun_of(cls), one, kind, visit) for ident, one in register.of_kind(kind).items()}
        for kind, cls in KINDS.items()
    }
    return replace(register, **kinds)


def below(shape: Shape, value: Any, path: str, visit: Visit) -> Any:
    if value is None:
        return None
    if isinstance(shape, Scalar):
        return visit(path, shape, value)
    if isinstance(shape, Many):
        return tuple(below(shape.of, one, path, visit) for one in value)
    if isinstance(shape, ByKey):
        return {key: below(shape.of, one, f"{path}.*", visit) for key, one in value.items()}
    return replace(
        value,
        **{
            one.name: below(one.shape, getattr(value, one.name), f"{path}.{key}", visit)
            for key, one in shape.fields.items()
        },
    )


def is_text(shape: Scalar) -> bool:
    if shape.python is not str or shape.word or shape.reference:
        return False
    return shape.form is None or shape.form.name in TEXTS


def marked(register: Register) -> tuple[Register, dict[str, list[str]]]:
    """The register with a mark of its own in each text, and the marks by field."""
    marks: dict[str, list[str]] = {}

    def visit(path: str, shape: Scalar, value: Any) -> Any:
        if not is_text(shape):
            return value
        found = marks.setdefault(path, [])
        mark = f"{MARK}{list(marks).index(path)}n{len(found)}z"
        found.append(mark)
        return f"https://{mark}.example/" if shape.form and shape.form.name == "url" else f"{mark} {value}"

    return changed(register, visit), marks


def another(register: Register, shape: Scalar, value: Any) -> Any:
    """Another value that could stand in place of one which is no free text."""
    if shape.python is bool:
        return not value
    if shape.python is int:
        return 54 - value if value in (26, 28) else value + 1  # an article of a contract; else an age
    if shape.word:
        words = authorities() if shape.word.terms == "authority" else vocabulary(shape.word.terms)
        return next((one for one in words if one != value), None)  # the only word of a list is left out
    if shape.reference:
        return another_reference(register, shape.reference.kinds[0], value)
    assert shape.form
    form = shape.form.name
    if form == "country":
        return "NO" if value != "NO" else "IS"
    if form == "date":
        return "2019-08-07"
    if form in ("period", "lifetime", "active"):
        return "37 months"
    return f"P{value}"


def another_reference(register: Register, kind: str, value: str) -> str:
    if kind == "events":
        return next(one for one in vocabulary("retention_event") if one != value)
    if kind == "items":
        holders = (one.items for one in register.data_categories.values() if value in (one.items or {}))
        return next(ident for items in holders for ident in items or {} if ident != value)
    others = [ident for ident in register.of_kind(kind) if ident != value.partition("/")[0]]
    return others[-1]


Maker = Callable[[Register], tuple[Document, ...]]


def notices(register: Register) -> tuple[Document, ...]:
    return tuple(notice_document(public(register), ident, (), speech("fr")) for ident in register.notices)


def sheets(register: Register) -> tuple[Document, ...]:
    return (register_document(register, (), speech("fr"), Checked()),)


@cache
def complete() -> Register:
    """The sample that uses every field; what only a client has, or a withdrawn promise, others have too."""
    register = judge(COMPLETE).register
    assert register is not None
    own, client = register.controllers["le-gue"], register.controllers["alpes-libres"]
    own = replace(own, representative=client.representative, parent="refuges-du-gue")
    promises = {ident: replace(one, status="kept") for ident, one in register.commitments.items()}
    return replace(register, controllers={**register.controllers, "le-gue": own}, commitments=promises)


def words(documents: tuple[Document, ...]) -> str:
    """What documents say, as HTML."""
    return "".join(map(_words, documents))


def _words(document: Document) -> str:
    page = re.sub(r"(?s)<(style|script).*?</\1>", "", to_html(document, templates()))
    links = " ".join(re.findall(r'href="([^"#][^"]*)"', page))
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", page) + links))


def words_of_pdf(documents: tuple[Document, ...], folder: Path) -> str:
    """What documents say, as PDF; where a link leads, the paper says too."""
    path, said = folder / "document.pdf", ""
    for document in documents:
        path.write_bytes(to_pdf(document, templates(), TODAY))
        said += subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    return squeezed(said)


def unprinted(register: Register, make: Maker, fields: frozenset[str]) -> set[str]:
    """The fields that the document does not print: no mark of theirs is found, or no other value changes anything."""
    with_marks, marks = marked(register)
    said = words(make(with_marks))
    lost = {path for path in fields & set(marks) if not any(mark in said for mark in marks[path])}
    before = words(make(register))
    for path in sorted(fields - set(marks)):

        def visit(at: str, shape: Scalar, value: Any, path: str = path) -> Any:
            return another(register, shape, value) if at == path else value

        if words(make(changed(register, visit))) == before:
            lost.add(path)
    return lost


def declared(register: Register) -> frozenset[str]:
    """The fields that some entity of the register declares."""
    found: set[str] = set()

    def visit(path: str, _: Scalar, value: Any) -> Any:
        found.add(path)
        return value

    changed(register, visit)
    return frozenset(found)


# Fields that no document prints, each with its reason.
_STEERS = "it steers what is shown where, and is no fact about data"
_JUDGED = "it classifies, for the rules; what the public reads is said in words beside it"
SILENT_IN_NOTICES = {
    "activities.on_behalf_of": "a processor's sheet is told by its client (GDPR 30(2))",
    "commitments.asserts": _JUDGED,
    "commitments.description": "the sentence is what is promised; the description is for those who keep the register",
    "data_categories.cnil_family": _JUDGED,
    "data_categories.items.*.tags": _JUDGED,
    "data_subjects.vulnerable": _JUDGED,
    "measures.family": _JUDGED,
    "notices.collection_points": _STEERS,
    "notices.languages": _STEERS,
}
SILENT_IN_ALL = {
    "commitments.asserts": _JUDGED,
    "commitments.description": "the sentence is what is promised; nobody asks for more",
    "notices.collection_points": _STEERS,
    "notices.languages": _STEERS,
}
ONLY_IN_NOTICES = (  # of the register's facts, what its own sheets leave to the notices
    "recipients.sector",
    "recipients.group",
    "recipients.own_use",
    "recipients.notice",
    "recipients.rights",
    "controllers.description",
    "data_categories.description",
    "data_categories.items.*.description",
    "recipients.description",
    "recipients.members.*.description",
    "sources.description",
    "sources.url",
    "trackers.description",
    "measures.public",
    "sources.recipient",
    "recipients.members.*.published",
)
NOTES = ("stated_in", "evidence")  # where a fact comes from: `trace` and `explain` tell it, beside every fact

# Lost today: this list only shrinks.
LOST_IN_NOTICES = frozenset(
    {
        "activities.required.territories",
        "commitments.name",
        "data_categories.sources",
        "data_subjects.description",
        "notices.description",
        "retention_rules.description",
        "retention_rules.name",
        "retention_rules.text",
        "retention_rules.why",
    }
)
LOST_IN_ALL = frozenset(
    {
        "activities.required.territories",
        "commitments.name",
        "commitments.reason",
        "data_categories.sources",
        "notices.description",
        "retention_rules.description",
        "retention_rules.name",
    }
)


def every_field() -> dict[str, bool]:
    """Every field that holds a value, and whether it is internal."""
    return {path: internal for kind, cls in KINDS.items() for path, internal in scalars(noun_of(cls), kind)}


def public_fields() -> frozenset[str]:
    return frozenset(path for path in declared(complete()) if not every_field()[path])


def told_fields() -> frozenset[str]:
    return frozenset(path for path in declared(complete()) if not path.endswith(NOTES))


@cache
def lost_in_notices() -> frozenset[str]:
    return frozenset(unprinted(complete(), notices, public_fields()))


@pytest.mark.slow
def test_every_public_field_is_told_in_a_notice() -> None:
    assert lost_in_notices() == SILENT_IN_NOTICES.keys() | LOST_IN_NOTICES


@pytest.mark.slow
def test_every_field_is_told_in_some_document() -> None:
    elsewhere = public_fields() - lost_in_notices()

    assert unprinted(complete(), sheets, told_fields() - elsewhere) == SILENT_IN_ALL.keys() | LOST_IN_ALL


@pytest.mark.slow
def test_every_public_field_of_the_facts_is_told_in_the_register() -> None:
    """What only a notice holds is told there: its own texts, and the promises that it makes."""
    fields = frozenset(one for one in told_fields() if one.partition(".")[0] not in ("notices", "commitments"))
    lost = unprinted(complete(), sheets, fields)

    left = {one for one in lost if not one.startswith(ONLY_IN_NOTICES)}

    assert left <= LOST_IN_ALL | SILENT_IN_ALL.keys()


@pytest.mark.system
@pytest.mark.skipif(not which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("make", [notices, sheets])
def test_what_the_page_says_the_paper_says(make: Maker, tmp_path: Path) -> None:
    documents = make(marked(complete())[0])
    page = set(re.findall(rf"{MARK}\d+n\d+z", words(documents)))
    paper = set(re.findall(rf"{MARK}\d+n\d+z", words_of_pdf(documents, tmp_path)))

    assert page == paper


def test_every_field_has_a_value_somewhere() -> None:
    """A field that the sample does not use would be lost unseen; the same noun may use it elsewhere."""
    used = {tuple(path.split(".")[-2:]) for path in declared(complete())}
    unused = {path for path in every_field() if tuple(path.split(".")[-2:]) not in used and not path.endswith(NOTES)}

    assert not unused
