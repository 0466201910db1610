"""Nothing internal is public: a mark planted in every internal field is in no byte of the notices.

The shapes of the model say what is internal; the mark is written into the YAML of a copy of each register. Words of a
closed list, truth values and the number of an article cannot carry a mark.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from proofs.registers import COMPLETE, DESKMANAGER, Files, bakery_with_every_file, files_of, write
from proofs.runs import limited
from proofs.trees import Data, trees_of, with_trees

from deskprivacy.model.parties import Member
from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Field, Many, Noun, Scalar, Shape, noun_of
from deskprivacy.model.side import SIDE, Settings

MARK = "qzqvx"  # in no word of any language that the registers speak, and in no compressed bytes by chance
YEAR = "2931"  # of marked dates
DAYS = "7391"  # of marked periods
TAKEOVER = f"{MARK}-takeover"
PARTY = f"{MARK}-party"  # a recipient whom only internal fields name

# Of the side files: names of rules and facts, days by which others are judged, the digest and the length of a text.
CARRIES_NO_MARK = ("about", "rule", "until", "due", "paragraphs", "sha256")

REGISTERS = {
    "bakery": bakery_with_every_file(),
    "complete": files_of(COMPLETE),
    "deskmanager": files_of(DESKMANAGER),
}


@dataclass
class Planter:
    """Plants a mark in every internal field of a register's data; remembers where."""

    fields: set[tuple[str, str]] = field(default_factory=set)  # class and key
    count: int = 0

    def mark(self) -> str:
        self.count += 1
        return f"{MARK}{self.count}"

    def file(self, name: str, data: Data) -> Data:
        """The data of a file with its marks."""
        kind, _, alone = name.removesuffix(".yaml").partition("/")
        if kind == "register":
            return self.noun(noun_of(Settings), data)
        if kind in SIDE:
            return {self.ident(kind, ident): self.inside(noun_of(SIDE[kind]), one) for ident, one in data.items()}
        noun = noun_of(KINDS[kind])
        return self.noun(noun, data) if alone else {ident: self.noun(noun, one) for ident, one in data.items()}

    def ident(self, kind: str, ident: str) -> str:
        """Side entries have internal ids; the one takeover keeps a name that the marked citations know."""
        return TAKEOVER if kind == "takeovers" else f"{self.mark()}-{ident}"

    def noun(self, noun: Noun, data: Data) -> Data:
        """A public noun: what is internal in it is marked, also where nothing was declared."""
        if not isinstance(data, dict):
            if not isinstance(noun.short, str):
                return data
            data = {noun.short: data}
        changed = {key: self.public(noun.fields[key].shape, one) for key, one in data.items()}
        for key, one in noun.fields.items():
            if one.internal and (value := self.internal(one, data.get(key))) is not None:
                self.fields.add((noun.cls.__name__, key))
                changed[key] = value
        if "members" in noun.fields:
            self.fields.add((Member.__name__, "name"))
            member = self.inside(noun_of(Member), {"name": "x", "description": "x", "published": False})
            changed["members"] = {**changed.get("members", {}), f"{self.mark()}-member": member}
        return changed

    def public(self, shape: Shape, data: Data) -> Data:
        if isinstance(shape, Noun):
            if shape.cls is Member and isinstance(data, dict) and not data.get("published"):
                return self.inside(shape, data)
            return data if shape.empty and data is None else self.noun(shape, data)
        if isinstance(shape, Many) and not isinstance(shape.of, Scalar):
            if isinstance(data, list):
                return [self.public(shape.of, one) for one in data]
            return self.public(shape.of, data)
        if isinstance(shape, ByKey) and isinstance(data, dict):
            return {key: self.public(shape.of, one) for key, one in data.items()}
        return data

    def internal(self, one: Field, data: Data) -> Data:
        """A marked value for an internal field; None where it cannot carry a mark."""
        shape = one.shape
        if isinstance(shape, Noun):
            return self.inside(shape, data or {})
        if isinstance(shape, Many) and isinstance(shape.of, Scalar):
            value = self.scalar(shape.of)
            return None if value is None else [value]
        if isinstance(shape, ByKey) and isinstance(data, dict):
            return {key: self.inside(shape.of, below) for key, below in data.items()}
        return self.scalar(shape) if isinstance(shape, Scalar) else None

    def inside(self, shape: Shape, data: Data) -> Data:
        """What lies in an internal place: all of its texts are marked, those that were not declared too."""
        assert isinstance(shape, Noun)
        changed = dict(data)
        for key, one in shape.fields.items():
            if isinstance(one.shape, ByKey):
                changed |= {key: {name: self.mark() for name in data[key]}} if key in data else {}
                self.fields.add((shape.cls.__name__, key))
            elif (isinstance(one.shape, Scalar) or key == "stated_in") and key not in CARRIES_NO_MARK:
                value = self.scalar(one.shape.of if isinstance(one.shape, Many) else one.shape)
                if value is not None:
                    self.fields.add((shape.cls.__name__, key))
                    changed[key] = [value] if isinstance(one.shape, Many) else value
        return changed

    def scalar(self, shape: Shape) -> Any:
        assert isinstance(shape, Scalar)
        if shape.python is not str or shape.word:
            return None
        if shape.reference:
            return PARTY if "recipients" in shape.reference.kinds else None
        self.count += 1
        form = shape.form.name if shape.form else "text"
        return {
            "sentence": f"{TAKEOVER}/P{self.count}.1",
            "date": f"{YEAR}-01-01",
            "period": f"{DAYS} days",
            "country": None,
            "url": f"https://{MARK}{self.count}.example/",
        }.get(form, f"{MARK}{self.count}")


def marked(files: Files) -> tuple[Files, Planter]:
    """A register with a mark in all that is internal: fields, ids, comments, and translations of internal texts."""
    planter = Planter()
    files = with_marked_activities(files)
    trees = trees_of(files)
    trees.setdefault("takeovers.yaml", {"x": {"title": "x"}})
    for name in trees:
        trees[name] = planter.file(name, trees[name])
    trees["takeovers.yaml"][TAKEOVER].pop("paragraphs", None)
    trees["recipients.yaml"][PARTY] = {"name": planter.mark(), "role": "internal", "description": planter.mark()}
    written = with_trees({name: one for name, one in files.items() if name.endswith(".po")}, trees)
    for name, content in written.items():
        written[name] = content + f"# {planter.mark()}\n".encode()
        if name.endswith(".po"):
            written[name] += b"".join(translations(trees, planter))
    written |= {
        name: f"{planter.mark()}\n".encode() for name in ("README.md", "theme/notes.txt", "activities/README.md")
    }
    return written, planter


def with_marked_activities(files: Files) -> Files:
    """The name of a sheet is internal, and so is the id by which the register speaks of it."""
    ids = sorted(name[11:-5] for name in files if name.startswith("activities/"))
    found: Files = {}
    for name, content in files.items():
        text = content.decode()
        for ident in ids:
            text = text.replace(f"activities/{ident}", f"activities/{MARK}-{ident}")
            if name.startswith("notices"):
                text = re.sub(rf"(?m)([\[ ]){ident}(?=[,\]\n])", rf"\g<1>{MARK}-{ident}", text)
        if name.startswith("activities/"):
            name = name.replace("activities/", f"activities/{MARK}-")
        found[name] = text.encode()
    return found


def translations(trees: dict[str, Data], planter: Planter) -> Iterator[bytes]:
    """Entries of a catalogue for internal texts; nothing asks for them, and nobody must print them."""
    for name, data in trees.items():
        if name.startswith("activities/"):
            where = name.removesuffix(".yaml")
            notes = f"# {planter.mark()}\n#. {planter.mark()}\n#: {planter.mark()}:1\n"
            entry = f'msgctxt "{where}.name"\nmsgid "{data["name"]}"\nmsgstr "{planter.mark()}"\n'
            yield f"\n{notes}{entry}".encode()


def squeezed(text: str) -> str:
    """A text without what breaks words: spaces, ligatures; every hyphen is the same one."""
    whole = re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", text)).lower()
    return whole.replace("\u2010", "-")


def words_of_pdf(path: Path) -> Iterator[str]:
    """All that a PDF says: its text, its properties, its outline, its strings, its streams as they are."""
    yield subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    with pikepdf.open(path) as pdf:
        assert not pdf.attachments
        for number in range(1, len(pdf.objects) + 1):
            try:
                one = pdf.get_object(number, 0)
            except IndexError:
                continue
            yield repr(one)
            yield from strings(one)
            if isinstance(one, pikepdf.Stream):
                yield one.read_bytes(pikepdf.StreamDecodeLevel.specialized).decode("latin-1")
    yield path.read_bytes().decode("latin-1")


def strings(one: pikepdf.Object) -> Iterator[str]:
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Array):
        for below in one:
            yield from strings(below) if isinstance(below, pikepdf.Object) and not below.is_indirect else ()
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in one.keys():  # noqa: SIM118 - a Dictionary of pikepdf is no dict
            below = one[key]
            yield key
            yield from strings(below) if isinstance(below, pikepdf.Object) and not below.is_indirect else ()


def check_no_mark(texts: Iterator[str], file: str) -> None:
    for text in texts:
        whole = squeezed(text)
        bare = whole.replace("-", "")
        # A date keeps its hyphens: without them the numbers of a PDF's objects, read as one, may look like it.
        searched = [(whole, f"{YEAR}-01")]
        searched += [(bare, mark) for mark in (MARK, f"{YEAR}january", f"janvier{YEAR}", f"{DAYS}days", f"{DAYS}jours")]
        for within, mark in searched:
            at = within.find(mark)
            assert at < 0, f"{file}: …{within[max(0, at - 60) : at + 30]}…"


@pytest.fixture(scope="module", params=REGISTERS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Planter]:
    folder = tmp_path_factory.mktemp(f"leaks-{request.param}")
    files, planter = marked(REGISTERS[request.param])
    done = limited(["build", write(files, folder / "register"), "--output", folder / "out"])
    assert done.returncode == 0, done.stderr
    return folder / "out", planter


def check_folder(folder: Path, words: Callable[[Path], Iterator[str]], suffix: str) -> None:
    found = [path for name in ("draft", "public") for path in sorted((folder / name).rglob(f"*{suffix}"))]
    assert found
    for path in found:
        check_no_mark(words(path), path.name)


def test_the_marks_are_there(built: tuple[Path, Planter]) -> None:
    """The proof has teeth: inside, nearly every mark is printed, also in PDF by the same way of looking."""
    folder, planter = built
    inside = (folder / "internal" / "register.json").read_text(encoding="utf-8")
    numbers = {int(found) for found in re.findall(rf"(?:{MARK}|{TAKEOVER}/P)([0-9]+)", inside)}

    assert len(numbers) > 0.75 * planter.count  # the others are comments, translations, dates
    assert YEAR in inside
    assert DAYS in inside


@pytest.mark.system
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_the_marks_can_be_seen_in_pdf(built: tuple[Path, Planter]) -> None:
    with pytest.raises(AssertionError, match=MARK):
        check_no_mark(words_of_pdf(built[0] / "internal" / "register.fr.pdf"), "register.fr.pdf")


def test_nothing_internal_is_in_html(built: tuple[Path, Planter]) -> None:
    def words(path: Path) -> Iterator[str]:
        text = path.read_text(encoding="utf-8")
        yield text
        yield html.unescape(re.sub(r"<[^>]*>", "", text))

    check_folder(built[0], words, ".html")


@pytest.mark.system
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_nothing_internal_is_in_pdf(built: tuple[Path, Planter]) -> None:
    check_folder(built[0], words_of_pdf, ".pdf")


def test_nothing_internal_is_in_the_names_of_files(built: tuple[Path, Planter]) -> None:
    check_no_mark((path.name for path in built[0].rglob("*")), "names")
    assert {path.suffix for name in ("draft", "public") for path in (built[0] / name).iterdir()} == {".html", ".pdf"}


def test_the_manifest_knows_of_the_inside_only_the_names_of_files(built: tuple[Path, Planter]) -> None:
    text = (built[0] / "manifest.json").read_text(encoding="utf-8")

    check_no_mark(iter([text.replace(f"activities/{MARK}-", "")]), "manifest.json")


def test_every_internal_field_carries_a_mark() -> None:
    planters = [marked(files)[1] for files in REGISTERS.values()]

    assert set(internal_fields()) - set().union(*(planter.fields for planter in planters)) == set()


def internal_fields() -> Iterator[tuple[str, str]]:
    """The internal fields that can carry a mark, by class and key, below every kind of facts."""
    seen: set[type] = set()
    waiting: list[Shape] = [noun_of(cls) for cls in (*KINDS.values(), Settings)]
    while waiting:
        shape = waiting.pop()
        if isinstance(shape, Many | ByKey):
            waiting.append(shape.of)
        elif isinstance(shape, Noun) and shape.cls not in seen:
            seen.add(shape.cls)
            for key, one in shape.fields.items():
                if not one.internal:
                    waiting.append(one.shape)
                elif can_carry(one.shape):
                    yield shape.cls.__name__, key
    for cls in SIDE.values():
        for key, one in noun_of(cls).fields.items():
            if key not in CARRIES_NO_MARK and can_carry(one.shape):
                yield cls.__name__, key


def can_carry(shape: Shape) -> bool:
    if isinstance(shape, Scalar):
        return Planter().scalar(shape) is not None
    return can_carry(shape.of) if isinstance(shape, Many) else True
