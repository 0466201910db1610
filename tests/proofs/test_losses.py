"""Nothing declared is lost: each public field is told in a notice, every field whatsoever in the register.

The register is read from YAML that uses every field (`every_field.py`), with a mark of its own in each text and another
in its translation: each must be in the HTML and in the PDF of its language. What is no free text (a word of a list, a
country, a period, a date, a truth value, a reference) is told if another value in its place changes what the documents
say: where it has words of its own, by these words. A new field that the register does not use fails, and so does one
that no document prints. What is meant to be silent stands in `SILENT_…`, with its reason;
what is told may not stand there.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any, Generic, NamedTuple, TypeVar

import pytest
from proofs.every_field import (
    MARK,
    NOTES,
    Kinds,
    catalogue,
    changed,
    declared,
    every_field,
    files,
    is_text,
    kinds,
    marked,
    translated_fields,
)
from proofs.registers import BAKERY, TODAY, files_of, judge, write
from proofs.test_leaks import squeezed
from proofs.trees import with_trees
from proofs.views import documents_of, notices_of, runs_of

from deskprivacy.address import Address
from deskprivacy.duty.answers import State
from deskprivacy.duty.coverage import coverage
from deskprivacy.law.reader import authorities, vocabulary
from deskprivacy.load import load
from deskprivacy.model.public import public
from deskprivacy.model.register import Register
from deskprivacy.model.shape import ByKey, Many, Scalar, Shape, noun_of
from deskprivacy.model.side import SIDE, Settings
from deskprivacy.model.told import told
from deskprivacy.render.document import Document
from deskprivacy.render.html import to_html
from deskprivacy.render.notice import notice_document
from deskprivacy.render.pdf import to_pdf
from deskprivacy.render.register import register_document
from deskprivacy.resources import schemas, templates
from deskprivacy.words.speech import Speech, speech

LANGUAGES = ("fr", "en")
COUNTRIES = ("country", "countries", "stored_in", "access_from", "territories", "codes")
T = TypeVar("T")

# Fields that no notice prints, each with its reason.
_STEERS = "it steers what is shown where, and is no fact about data"
_JUDGED = "it classifies, for the rules; what the public reads is said in words beside it"
_HANDLE = "a name for those who keep the register; what is promised, or how long, is said in full"
SILENT_IN_NOTICES: Mapping[str, str] = {
    "activities.on_behalf_of": "a processor's sheet is told by its client (GDPR 30(2))",
    "activities.status": _STEERS,
    "commitments.asserts": _JUDGED,
    "commitments.name": _HANDLE,
    "commitments.status": "what is published is kept; a draft marks what is disputed, and nothing withdrawn is printed",
    "data_categories.cnil_family": _JUDGED,
    "data_categories.items.*.tags": _JUDGED,
    "data_subjects.vulnerable": _JUDGED,
    "measures.family": _JUDGED,
    "notices.languages": _STEERS,
    "notices.sections.after": _STEERS,
    "purposes.kind": _JUDGED,
    "retention_rules.name": _HANDLE,
}
# Fields that no document of the register prints, each with its reason.
_THE_NOTICE = "the notice itself is this text"
SILENT_INSIDE: Mapping[str, str] = {
    "notices.introduction": _THE_NOTICE,
    "notices.sections.after": _STEERS,
    "notices.sections.text": _THE_NOTICE,
    "notices.sections.title": _THE_NOTICE,
    "notices.see_also.title": _THE_NOTICE,
    "notices.see_also.url": _THE_NOTICE,
    "notices.tracker_choices": _THE_NOTICE,
}


class Told(NamedTuple, Generic[T]):
    """Something of the notices, and of the register's own document."""

    notices: T
    inside: T


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Every document of the marked register, in both languages, as a build makes them."""
    folder = tmp_path_factory.mktemp("losses") / "register"
    first = judge(write(files(marked(kinds())[0]), folder)).register
    assert first is not None
    (folder / "translations").mkdir()
    (folder / "translations" / "en.po").write_bytes(catalogue(first))
    return documents_of(judge(folder))


def marks_of(internal: bool) -> dict[str, list[str]]:
    """The marks of the texts, by field; of those that a notice may print only, unless `internal`."""
    return {path: found for path, found in marked(kinds())[1].items() if internal or not every_field()[path]}


def lost(said: str, language: str, *, internal: bool) -> set[str]:
    """The fields of which a text has no mark; names and addresses are the same in every language."""
    return {
        path
        for path, marks in marks_of(internal).items()
        if not any(f"{MARK[language if path in translated_fields() else 'fr']}{mark}" in said for mark in marks)
    }


def of_language(documents: Mapping[str, Document], language: str) -> dict[str, Document]:
    return {name: one for name, one in documents.items() if name.endswith(f".{language}")}


def words(documents: Mapping[str, Document]) -> str:
    """What documents say, as HTML; where a link leads, too."""
    said = ""
    for one in documents.values():
        page = re.sub(r"(?s)<(style|script).*?</\1>", "", to_html(one, templates()))
        links = " ".join(re.findall(r'href="([^"#][^"]*)"', page))
        said += html.unescape(re.sub(r"<[^>]*>", "", page) + links)
    return squeezed(said)


def words_of_pdf(documents: Mapping[str, Document], folder: Path) -> str:
    """What documents say, as PDF; where a link leads, the paper says too."""
    path, said = folder / "document.pdf", ""
    for one in documents.values():
        path.write_bytes(to_pdf(one, templates(), TODAY))
        said += subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    return squeezed(said)


def silent(fields: Mapping[str, str], *, text: bool) -> set[str]:
    """The silent fields that are texts, or those that are none."""
    return {path for path in fields if (path in marks_of(internal=True)) == text}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_text_is_told_in_a_notice(documents: dict[str, Document], language: str) -> None:
    said = words(notices_of(of_language(documents, language)))

    assert lost(said, language, internal=False) == silent(SILENT_IN_NOTICES, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_told_in_the_register(documents: dict[str, Document], language: str) -> None:
    inside = {name: one for name, one in of_language(documents, language).items() if one.kind == "register"}

    assert lost(words(inside), language, internal=True) == silent(SILENT_INSIDE, text=True)


@pytest.mark.system
@pytest.mark.skipif(not which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["notice", "register"])
def test_what_the_page_says_the_paper_says(
    documents: dict[str, Document], kind: str, language: str, tmp_path: Path
) -> None:
    found = {name: one for name, one in of_language(documents, language).items() if one.kind == kind}
    mark = rf"(?:{MARK['fr']}|{MARK['en']})\d+n\d+z"

    assert set(re.findall(mark, words(found))) == set(re.findall(mark, words_of_pdf(found, tmp_path)))


def said_by(of: Kinds, folder: Path, language: str) -> Told[str] | None:
    """What the documents of a register say; None where it does not load."""
    register = load(write(files(of), folder), schemas()).register
    if register is None:
        return None
    shown, say = public(register), speech(language)
    notices = [notice_document(shown, ident, (), say) for ident in register.notices]
    return Told(text_of(*notices), text_of(register_document(register, (), say)))


def text_of(*documents: Document) -> str:
    return squeezed("".join(f"{run.text} {run.link or ''}" for one in documents for run in runs_of(one)))


def another(of: Kinds, path: str, shape: Scalar, value: Any, turn: int) -> Any:
    """Another value that could stand in place of one which is no free text."""
    if shape.python is bool:
        return not value
    if shape.python is int:
        return 54 - value if value in (26, 28) else value + 1  # an article of a contract; else an age
    if shape.word:
        listed = authorities() if shape.word.terms == "authority" else vocabulary(shape.word.terms)
        others = [one for one in listed if one != value]
        return others[-turn] if others else value  # the first, or the last; the only word of a list stays
    if shape.reference:
        return another_reference(of, shape.reference.kinds[0], value, turn)
    if path.endswith(COUNTRIES):
        return "NO" if value != "NO" else "IS"
    return "2019-08-07" if shape.form and shape.form.name == "date" else "37 months"


def another_reference(of: Kinds, kind: str, value: str, turn: int) -> str:
    if kind == "events":
        return next(one for one in vocabulary("retention_event") if one != value)
    if kind == "items":
        holders = (one.get("items") or {} for one in of["data_categories"].values())
        return next((ident for items in holders if value in items for ident in items if ident != value), value)
    return [ident for ident in of[kind] if ident != value.partition("/")[0]][turn - 1]


def own_words(path: str, shape: Scalar, value: Any, say: Speech) -> str | None:
    """The words in which documents say a value, where it has words of its own."""
    if shape.word and shape.word.terms not in IN_OTHER_WORDS:
        return squeezed(say.term(shape.word.terms, value))
    if path.endswith(COUNTRIES):
        return squeezed(say.country(value))
    if shape.form and shape.form.name == "date":
        return squeezed(say.date(value))
    return squeezed(say.period(value)) if shape.form and shape.form.name in ("period", "lifetime", "active") else None


# Closed lists whose words the documents say otherwise («par e-mail»), or of which every notice has all.
IN_OTHER_WORDS = ("channel", "language", "source_origin")
# The only value that these may have is `true`: no other can stand in its place, so its own words are looked for.
ONLY_TRUE = ("required.optional",)


def attempts(of: Kinds, path: str) -> Iterator[tuple[Kinds, list[tuple[Scalar, Any]]]]:
    """The register with other values in a field, in several ways: in all its places, then in the first ones alone."""
    for turn, only in ((0, None), (1, None), *((turn, place) for place in range(3) for turn in range(2))):
        put: list[tuple[Scalar, Any]] = []
        places = count()

        def visit(
            at: str, shape: Scalar, value: Any, turn: int = turn, only: Any = only, put: Any = put, n: Any = places
        ) -> Any:
            if at != path or (only is not None and next(n) != only):
                return value
            new = another(of, path, shape, value, turn)
            put.append((shape, new))
            return new

        yield changed(of, visit), put


def is_told(path: str, say: Speech, before: str, after: str, put: list[tuple[Scalar, Any]]) -> bool:
    """Whether the documents say something else, and it is the new value that they say, where it has words."""
    worded = {words for shape, new in put if (words := own_words(path, shape, new, say))}
    return before != after and (not worded or any(after.count(one) > before.count(one) for one in worded))


@cache
def untold() -> Told[frozenset[str]]:
    """The fields that are no free text and that no notice, or no sheet, tells; in French, as the marks see to both."""
    of, language = kinds(), LANGUAGES[0]
    voices = {"notices": speech(language), "inside": speech(language).of_the_person()}
    notices: set[str] = set()
    inside: set[str] = set()
    with TemporaryDirectory() as place:
        before = said_by(of, Path(place) / "before", language)
        assert before
        for path in sorted(declared(of) - marks_of(internal=True).keys()):
            wanted = {"notices", "inside"} - ({"notices"} if every_field()[path] else set())
            if path.endswith(ONLY_TRUE):
                words_of_it = squeezed(speech(language).term("required", "optional"))
                wanted = {name for name in wanted if words_of_it not in getattr(before, name)}
            for kinds_, put in attempts(of, path):
                if wanted and (after := said_by(kinds_, Path(place) / "after", language)):
                    wanted -= {
                        name
                        for name in wanted
                        if is_told(path, voices[name], getattr(before, name), getattr(after, name), put)
                    }
            notices |= {path} if "notices" in wanted else set()
            inside |= {path} if "inside" in wanted else set()
    return Told(frozenset(notices), frozenset(inside))


@pytest.mark.slow
def test_every_other_public_field_is_told_in_a_notice() -> None:
    assert untold().notices == silent(SILENT_IN_NOTICES, text=False)


@pytest.mark.slow
def test_every_other_field_is_told_in_the_register() -> None:
    assert untold().inside == silent(SILENT_INSIDE, text=False)


def test_the_register_uses_every_field() -> None:
    """A field that the register does not use would be lost unseen."""
    assert every_field().keys() == declared(kinds())


def test_what_is_silent_has_a_reason_and_is_a_field() -> None:
    for fields in (SILENT_IN_NOTICES, SILENT_INSIDE):
        assert fields.keys() <= every_field().keys()
        assert all(fields.values())


def marks_at(of: Kinds, where: Address) -> list[str]:
    """The marks of what is written at an address, in French; none where it is inherited from elsewhere."""
    data: Any = of[where.kind][where.id]
    for key in where.keys:
        if isinstance(data, list) and not isinstance(key, int):
            (data,) = data  # one entry stands without its position
        if isinstance(data, dict) and key not in data:
            return []
        data = data[key]
    return re.findall(rf"{MARK['fr']}\d+n\d+z", json.dumps(data))


@pytest.mark.slow
def test_the_coverage_counts_as_told_only_what_is_printed(documents: dict[str, Document]) -> None:
    """What answers a duty stands where the coverage says: in a notice that tells of it, and in the register."""
    register, of = judge_marked(), marked(kinds())[0]
    own = of_language(documents, "fr")
    inside = words({name: one for name, one in own.items() if one.kind == "register" and one.id == "register"})
    notices = words(notices_of(own))
    shown = {one.where for each in register.notices.values() for one in told(register, each).entities()}
    public_marks = {f"{MARK['fr']}{mark}" for found in marks_of(internal=False).values() for mark in found}
    looked_at = 0
    for one in coverage(register):
        if one.state is State.DECLARED and one.where and one.where.id and (marks := marks_at(of, one.where)):
            looked_at += 1
            if one.duty.sheet:
                assert any(mark in inside for mark in marks), one.where
            if one.duty.block and one.where.entity in shown and not one.letter.startswith("GDPR 30"):
                may_show = [mark for mark in marks if mark in public_marks]
                assert not may_show or any(mark in notices for mark in may_show), one.where
    assert looked_at > 100


@cache
def judge_marked() -> Register:
    with TemporaryDirectory() as place:
        register = judge(write(files(marked(kinds())[0]), Path(place) / "register")).register
    assert register is not None
    return register


# What stands beside the facts: its texts, which the register's documents print too.
SILENT_BESIDE: Mapping[str, str] = {
    "takeovers.sha256": "a seal that `trace` compares; no reader does",
    "waivers.rule": "a word of the tool, printed beside its title",
}


@pytest.mark.slow
def test_every_text_beside_the_facts_is_told_in_the_register(tmp_path: Path) -> None:
    """Of the settings, of questions, waivers and texts taken over: a field that the files below lack fails."""
    marks = Marks()
    texts = marks.of
    beside = {
        "register.yaml": {
            "title": texts("register.title"),
            "language": "fr",
            "events": {
                "harvest": {"name": texts("register.events.*.name"), "evidence": texts("register.events.*.evidence")}
            },
            "severities": {
                "transfer-missing": {
                    "severity": "warning",
                    "reason": texts("register.severities.*.reason"),
                    "evidence": texts("register.severities.*.evidence"),
                }
            },
        },
        "open_questions.yaml": {
            "one": {
                "about": ["controllers/aubepine.representative"],
                "status": "unknown",
                **{key: texts(f"open_questions.{key}") for key in ("question", "ask", "evidence")},
            }
        },
        "waivers.yaml": {
            "one": {
                "rule": "review-overdue",
                "about": "activities/orders",
                "until": "2027-01-01",
                **{key: texts(f"waivers.{key}") for key in ("reason", "by", "evidence")},
            }
        },
        "takeovers.yaml": {
            "one": {
                "paragraphs": 2,
                "dropped": {"P1.1": texts("takeovers.dropped.*")},
                **{key: texts(f"takeovers.{key}") for key in ("title", "evidence")},
            }
        },
    }
    bakery = files_of(BAKERY)
    bakery["retention_rules.yaml"] = bakery["retention_rules.yaml"].replace(b"from: last-purchase", b"from: harvest")
    register = judge(write(bakery | with_trees({}, beside), tmp_path / "register")).register
    assert register is not None
    said = words({"register": register_document(register, (), speech("fr"))})

    assert [field for field, mark in marks.made.items() if mark not in said] == []
    nouns = {"register": Settings, **SIDE}
    fields = {path for kind, cls in nouns.items() for path in text_fields(noun_of(cls), kind)}
    assert fields - marks.made.keys() == SILENT_BESIDE.keys()


class Marks:
    """Texts each with a mark of its own, by the field in which they stand."""

    def __init__(self) -> None:
        self.made: dict[str, str] = {}

    def of(self, field: str) -> str:
        mark = self.made.setdefault(field, f"{MARK['fr']}{len(self.made)}z")
        return f"{mark} mot"


def text_fields(shape: Shape, path: str) -> Iterator[str]:
    """The free texts below a shape, by the keys that lead to them."""
    if isinstance(shape, Scalar):
        if is_text(path, shape) and not path.endswith(NOTES):
            yield path
    elif isinstance(shape, Many):
        yield from text_fields(shape.of, path)
    elif isinstance(shape, ByKey):
        yield from text_fields(shape.of, f"{path}.*")
    else:
        for key, one in shape.fields.items():
            yield from text_fields(one.shape, f"{path}.{key}")
