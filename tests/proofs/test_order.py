"""What must not matter does not: how files are listed, the order of keys, the style of the YAML, the ends of lines.

The order of entities, and of what a mapping names by id, is the author's: documents keep it.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from program import DATE, ROOT
from proofs.registers import COMPLETE, DESKMANAGER, Files, bakery_with_every_file, files_of, judge, proof, write
from proofs.runs import limited
from proofs.trees import Data, in_any_style, in_block_style, in_flow_style, trees_of
from proofs.views import as_json, documents_of, notices_of, without_lines

from deskprivacy.model.register import KINDS
from deskprivacy.model.shape import ByKey, Many, Noun, Shape, noun_of
from deskprivacy.model.side import SIDE, Settings
from deskprivacy.render.document import Block, Document, Section, Table
from deskprivacy.stories.validate import Outcome

REGISTERS = {
    "bakery": bakery_with_every_file(),
    "complete": files_of(COMPLETE),
    "deskmanager": files_of(DESKMANAGER),
}
SMALL = REGISTERS["bakery"]
FINDINGS = "annex-findings"
by_register = pytest.mark.parametrize("files", REGISTERS.values(), ids=REGISTERS)


def with_yaml(files: Files, written: dict[str, str]) -> Files:
    return files | {name: text.encode() for name, text in written.items()}


def rewritten(files: Files, style: Any) -> Files:
    """The same data, each file written by `style`."""
    return with_yaml(files, {name: style(data) for name, data in trees_of(files).items()})


def told(outcome: Outcome) -> list[tuple[str, ...]]:
    """The findings without their places."""
    return sorted((one.finding.rule, one.severity.word, str(one.address), one.fingerprint) for one in outcome.reported)


def without_findings(document: Document) -> Document:
    """A register without its annex of findings, which follows the places in the files; notices have none."""
    return replace(document, blocks=tuple(one for one in document.blocks if getattr(one, "id", "") != FINDINGS))


def listed_findings(document: Document) -> Counter[str]:
    """The rows of the annex of findings; the other documents have none."""
    annexes = (one for one in document.blocks if isinstance(one, Section) and one.id == FINDINGS)
    return Counter(
        without_lines(repr(row)) for annex in annexes for table in tables(annex.blocks) for row in table.rows
    )


def tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Section):
            yield from tables(block.blocks)


Made = tuple[Outcome, dict[str, Document]]
Original = Callable[[Files], Made]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Original:
    """What a register comes to as it stands; worked out once."""
    made: dict[int, Made] = {}

    def made_of(files: Files) -> Made:
        if id(files) not in made:
            made[id(files)] = make(write(files, tmp_path_factory.mktemp("original") / "register"))
        return made[id(files)]

    return made_of


def make(folder: Path) -> Made:
    outcome = judge(folder)
    return outcome, documents_of(outcome)


def check_same_words(one: Made, other: Path) -> None:
    """The same findings, notices and register; the register's notes of files and lines left out."""
    (first, before), (second, after) = one, make(other)
    assert told(first) == told(second)
    assert as_json(notices_of(before)) == as_json(notices_of(after))
    assert list(before) == list(after)
    for name in before.keys() - notices_of(before).keys():
        view, again = (as_json({name: without_findings(one[name])})[name] for one in (before, after))
        assert without_lines(view) == without_lines(again)
        assert listed_findings(before[name]) == listed_findings(after[name])


def check_same_bytes(one: Made, other: Path) -> None:
    """The same findings at the same places, and the same documents to the letter."""
    (first, before), (second, after) = one, make(other)
    assert first.reported == second.reported
    assert as_json(before) == as_json(after)


def shuffled(shape: Shape, data: Data, random: Random) -> Data:
    """The same data, with the keys of every noun in another order; lists and mappings by id keep theirs."""
    if isinstance(shape, Many):
        if isinstance(data, list):
            return [shuffled(shape.of, one, random) for one in data]
        return shuffled(shape.of, data, random)
    if isinstance(shape, ByKey) and isinstance(data, dict):
        return {key: shuffled(shape.of, one, random) for key, one in data.items()}
    if isinstance(shape, Noun) and isinstance(data, dict):
        keys = random.sample(list(data), len(data))
        return {key: shuffled(shape.fields[key].shape, data[key], random) for key in keys}
    return data


def shuffled_file(name: str, data: Data, random: Random) -> Data:
    kind, _, alone = name.removesuffix(".yaml").partition("/")
    if kind == "register":
        return shuffled(noun_of(Settings), data, random)
    noun = noun_of({**KINDS, **SIDE}[kind])
    return shuffled(noun, data, random) if alone else {key: shuffled(noun, one, random) for key, one in data.items()}


@by_register
def test_how_the_system_lists_the_files(
    files: Files, original: Original, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(files, tmp_path / "register")
    first, _ = original(files)

    list_in_another_order(monkeypatch, Random(1))
    assert list(judge(folder).loaded.digests.items()) == list(first.loaded.digests.items())
    check_same_bytes(original(files), folder)


def list_in_another_order(monkeypatch: pytest.MonkeyPatch, random: Random) -> None:
    real = os.scandir

    class Listing(list[Any]):
        def __enter__(self) -> Listing:
            return self

        def __exit__(self, *_: object) -> None:
            pass

    def scandir(path: Any = ".") -> Listing:
        with real(path) as found:
            entries = list(found)
        random.shuffle(entries)
        return Listing(entries)

    monkeypatch.setattr(os, "scandir", scandir)


@by_register
def test_the_order_of_keys(files: Files, original: Original, tmp_path: Path) -> None:
    trees, random = trees_of(files), Random(1)
    text = {name: in_block_style(shuffled_file(name, data, random)) for name, data in trees.items()}

    check_same_words(original(files), write(with_yaml(files, text), tmp_path / "other"))


def mixed(shape: Shape, data: Data, random: Random) -> Data:
    """The same data, with everything in another order: keys, entries, members of lists, what a mapping names by id."""
    if isinstance(shape, Many):
        if isinstance(data, list):
            return random.sample([mixed(shape.of, one, random) for one in data], len(data))
        return mixed(shape.of, data, random)
    if isinstance(shape, ByKey | Noun) and isinstance(data, dict):
        below = {key: shape.of if isinstance(shape, ByKey) else shape.fields[key].shape for key in data}
        return {key: mixed(below[key], data[key], random) for key in random.sample(list(data), len(data))}
    return data


def mixed_file(name: str, data: Data, random: Random) -> Data:
    kind, _, alone = name.removesuffix(".yaml").partition("/")
    noun = noun_of(Settings if kind == "register" else {**KINDS, **SIDE}[kind])
    if alone or kind == "register":
        return mixed(noun, data, random)
    return {ident: mixed(noun, data[ident], random) for ident in random.sample(list(data), len(data))}


# What a duty asks for, so that its absence is found many times, of lines that share it.
ASKED = {"retention", "legal_basis", "measures", "transfer", "country", "sources", "role", "contract", "data_subjects"}


def sparse(files: Files) -> Files:
    trees = trees_of(files)
    for name, data in trees.items():
        kind, _, alone = name.removesuffix(".yaml").partition("/")
        for entity in ([data] if alone else data.values()) if kind in KINDS else ():
            for key in ASKED & set(entity):
                del entity[key]
    return files | {name: in_block_style(data).encode() for name, data in trees.items()}


CASES = {path.parent.name: files_of(path) for path in sorted((ROOT / "tests" / "cases").glob("*/register"))}
WITH_FINDINGS = REGISTERS | {f"{name}, sparse": sparse(files) for name, files in (REGISTERS | CASES).items()}


@pytest.mark.parametrize("files", WITH_FINDINGS.values(), ids=WITH_FINDINGS)
def test_a_finding_is_the_same_one_in_any_order(files: Files, tmp_path: Path) -> None:
    """A baseline knows findings by their fingerprints: they hold whatever the order of the files' contents."""
    before = judge(write(files, tmp_path / "register"))

    for seed in (1, 2, 3):
        random = Random(seed)
        other = {name: in_block_style(mixed_file(name, data, random)) for name, data in trees_of(files).items()}
        assert told(judge(write(with_yaml(files, other), tmp_path / "register"))) == told(before)


@proof(12)
@given(random=st.randoms(use_true_random=False))
def test_the_order_of_keys_of_a_small_register(
    tmp_path_factory: pytest.TempPathFactory, original: Original, random: Random
) -> None:
    folder = tmp_path_factory.mktemp("keys")
    text = {name: in_flow_style(shuffled_file(name, data, random)) for name, data in trees_of(SMALL).items()}

    check_same_words(original(SMALL), write(with_yaml(SMALL, text), folder / "other"))


@by_register
@pytest.mark.parametrize("style", [in_block_style, in_flow_style])
def test_block_and_flow_style(files: Files, style: Any, original: Original, tmp_path: Path) -> None:
    check_same_words(original(files), write(rewritten(files, style), tmp_path / "other"))


@proof(20)
@given(random=st.randoms(use_true_random=False))
def test_any_style(tmp_path_factory: pytest.TempPathFactory, original: Original, random: Random) -> None:
    """Quotes, comments, blank lines, block and flow in one file."""
    folder = tmp_path_factory.mktemp("style")
    other = rewritten(SMALL, lambda data: in_any_style(data, random))

    check_same_words(original(SMALL), write(other, folder / "other"))


_KEY_ALONE = re.compile(rb"(?m)^( *[a-z0-9_-]+:)$")

HANDS = {
    "windows": lambda text: text.replace(b"\n", b"\r\n"),
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text,
    "both": lambda text: b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"),
    "blank lines at the end": lambda text: text + b"\n\n  \n",
    "a comment at the end": lambda text: text.rstrip(b"\n") + b"\n# fin\n",
    "no line break at the end": lambda text: text.rstrip(b"\n"),
    "comments after keys": lambda text: _KEY_ALONE.sub(rb"\1 # note", text),
    "spaces after keys": lambda text: _KEY_ALONE.sub(rb"\1  ", text),
}


# All of it on the small register; on the large ones, what is most unlike it.
EDITED = [
    pytest.param(files, hand, id=f"{register}-{name}")
    for register, files in REGISTERS.items()
    for name, hand in HANDS.items()
    if register == "bakery" or name in ("both", "comments after keys")
]


@pytest.mark.parametrize(("files", "hand"), EDITED)
def test_what_editors_do(files: Files, original: Original, hand: Any, tmp_path: Path) -> None:
    """Not a byte of the documents changes, nor a place of a finding: no line has moved."""
    other = {name: hand(content) if name.endswith(".yaml") else content for name, content in files.items()}

    check_same_bytes(original(files), write(other, tmp_path / "other"))


@pytest.mark.parametrize("hand", ["windows", "blank lines at the end", "a comment at the end"])
def test_what_editors_do_to_translations(hand: str, original: Original, tmp_path: Path) -> None:
    other = {name: HANDS[hand](content) if name.endswith(".po") else content for name, content in SMALL.items()}

    check_same_bytes(original(SMALL), write(other, tmp_path / "other"))


def test_a_byte_order_mark_before_translations(tmp_path: Path, original: Original) -> None:
    other = SMALL | {name: b"\xef\xbb\xbf" + content for name, content in SMALL.items() if name.endswith(".po")}

    check_same_bytes(original(SMALL), write(other, tmp_path / "other"))


def test_the_files_of_a_build(tmp_path: Path) -> None:
    """The whole way to HTML and PDF; only the manifest and what it says of the register's files may differ."""
    other = {name: HANDS["both"](content) if name[-5:] == ".yaml" else content for name, content in SMALL.items()}
    built = {}
    for name, files in (("one", SMALL), ("other", other)):
        folder = write(files, tmp_path / name / "register")
        done = limited(["build", folder, "--output", tmp_path / name / "out"])
        assert done.returncode == 0, done.stderr
        built[name] = files_of(tmp_path / name / "out")
        del built[name]["manifest.json"]

    assert DATE in (tmp_path / "one" / "out" / "manifest.json").read_text()
    assert built["one"] == built["other"]
    assert {Path(name).suffix for name in built["one"]} == {".html", ".pdf", ".json"}
