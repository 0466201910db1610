"""What holds the speed, without a clock: what a command imports, how often a file is read, work that grows in line."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from bench.faulty import OF_DUTY, OF_STRUCTURE, Spoil, spoil
from bench.registers import write
from program import DATE, SAMPLES

from deskprivacy.check.facts import Facts
from deskprivacy.check.rules import judge
from deskprivacy.duty.coverage import coverage
from deskprivacy.duty.gaps import gaps
from deskprivacy.law.files import FOLDER
from deskprivacy.law.files import parsed as parsed_law
from deskprivacy.load.text import events
from deskprivacy.model.public import public
from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.shape import noun_of
from deskprivacy.nearest import Suggestions
from deskprivacy.render.notice import notice_document
from deskprivacy.render.register import Checked, coverage_document, register_document
from deskprivacy.resources import schemas, templates
from deskprivacy.stories.validate import validate
from deskprivacy.words.speech import speech

TODAY = date.fromisoformat(DATE)

# What only explains a refusal, renders a document, colours a terminal or builds a wheel.
HEAVY = {
    "babel",
    "hatchling",
    "jinja2",
    "jsonschema",
    "markdown_it",
    "pikepdf",
    "pydantic",
    "referencing",
    "rich",
    "typst",
}
SIZES = (50, 100, 200)


# What is imported


def imported(*arguments: str | Path) -> set[str]:
    """The modules that a run of the program has imported at its end; that of a package stands for its modules too."""
    script = (
        "import contextlib, io, json, os, sys\n"
        "os._exit = lambda _code: None\n"  # it ends here all the same
        "sys.argv = ['deskprivacy', *sys.argv[1:]]\n"
        "from deskprivacy.__main__ import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    main()\n"
        "print(json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
        cwd=SAMPLES,
    )
    return set(json.loads(done.stdout))


def test_the_version_is_told_before_anything_is_imported() -> None:
    modules = imported("--version")

    assert {name for name in modules if name.startswith("deskprivacy")} == {"deskprivacy", "deskprivacy.__main__"}
    assert not {"typer", "yaml", *HEAVY} & modules


def test_help_imports_the_command_line_and_no_story() -> None:
    modules = imported("--help")

    assert not {"yaml", "jsonschema_rs", "deskprivacy.load", "deskprivacy.model", *HEAVY} & modules


def test_a_clean_validation_imports_nothing_to_explain_or_to_render() -> None:
    modules = imported("validate", "bakery", "--date", DATE)

    assert not {"hashlib", "deskprivacy.render", "deskprivacy.load.schemas.refusal", *HEAVY} & modules
    assert "jsonschema_rs" in modules  # the run has come as far as that


def test_a_trace_imports_nothing_to_explain_or_to_render(tmp_path: Path) -> None:
    text = tmp_path / "old.txt"
    text.write_text("Nous préparons votre pain.\n", encoding="utf-8")
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    (register / "takeovers.yaml").write_text(
        f"old:\n  title: Ancienne notice\n  sha256: {sha256(text.read_bytes()).hexdigest()}\n", encoding="utf-8"
    )

    modules = imported("trace", register, "--document", text)

    assert not {"deskprivacy.render", "deskprivacy.check", "deskprivacy.load.schemas.refusal", *HEAVY} & modules
    assert "deskprivacy.stories.trace" in modules


def test_the_nouns_are_read_as_they_stand() -> None:
    """Their modules do without `from __future__ import annotations`: a string would be compiled again in each run."""
    for cls in {above for kind in KINDS.values() for above in kind.__mro__ if dataclasses.is_dataclass(above)}:
        assert not any(isinstance(hint, str) for hint in vars(cls).get("__annotations__", {}).values()), cls
        assert noun_of(cls) is noun_of(cls)


def test_the_law_is_the_same_in_the_form_that_is_read_fast() -> None:
    for compiled in FOLDER.rglob("*.json"):  # an installed package has them, a checkout none
        name = compiled.relative_to(FOLDER).with_suffix("").as_posix()
        assert json.loads(compiled.read_bytes()) == parsed_law(name)


# How often a file is read


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[bytes]:
    """How often each text is given to PyYAML: counted where the one module that knows it makes its parser."""
    counted: Counter[bytes] = Counter()
    real = events.LOADER

    def loader(content: bytes) -> Any:
        counted[content] += 1
        return real(content)

    monkeypatch.setattr(events, "LOADER", loader)
    return counted


def test_a_clean_file_is_parsed_once(parsed: Counter[bytes], tmp_path: Path) -> None:
    register = write(tmp_path, 10)

    assert validate(register, schemas(), TODAY).reported == ()

    assert parsed == {path.read_bytes(): 1 for path in register.rglob("*.yaml")}


def test_a_file_is_parsed_again_only_to_be_explained_or_to_show_places(parsed: Counter[bytes], tmp_path: Path) -> None:
    """Once more for the places of its findings, however many; or once more, slowly, to say why it was refused."""
    register = write(tmp_path, 10)
    wrong, broken = (register / "activities" / f"activity-0000{number}.yaml" for number in (3, 4))
    wrong.write_text(wrong.read_text(encoding="utf-8").replace("service-", "servcie-"), encoding="utf-8")
    broken.write_text(broken.read_text(encoding="utf-8") + "name: Deux fois\n", encoding="utf-8")

    found = [one.place.file for one in validate(register, schemas(), TODAY).reported]

    assert set(found) == {"activities/activity-00003.yaml", "activities/activity-00004.yaml"}
    assert found.count("activities/activity-00003.yaml") > 5
    assert {path: parsed[path.read_bytes()] for path in register.rglob("*.yaml")} == {
        path: 2 if path in (wrong, broken) else 1 for path in register.rglob("*.yaml")
    }


# Work that grows in line


class Watched(dict[str, Any]):
    """A mapping whose members are counted each time that somebody goes through them."""

    visited = 0

    def __iter__(self) -> Iterator[str]:
        for key in list(super().__iter__()):
            self.visited += 1
            yield key

    def values(self) -> Iterator[Any]:  # type: ignore[override]
        for key in self:
            yield self[key]

    def items(self) -> Iterator[tuple[str, Any]]:  # type: ignore[override]
        for key in self:
            yield key, self[key]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Registers of 50, 100 and 200 activities."""
    return [write(tmp_path_factory.mktemp(str(size)), size) for size in SIZES]


@pytest.fixture(scope="module")
def registers(folders: list[Path]) -> list[Register]:
    """The same, loaded; who goes through their activities is counted."""
    loaded = (validate(folder, schemas(), TODAY).register for folder in folders)
    return [dataclasses.replace(one, activities=Watched(one.activities)) for one in loaded if one]


def calls(work: Callable[[], object]) -> int:
    """How many functions are entered, and generators resumed, while this runs."""
    count = 0

    def see(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(see)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.slow
def test_validation_calls_twice_as_much_for_twice_the_activities(folders: list[Path]) -> None:
    validate(folders[0], schemas(), TODAY)  # what is worked out once and kept

    first, second, third = (calls(lambda folder=folder: validate(folder, schemas(), TODAY)) for folder in folders)

    assert third - second < 2.1 * (second - first)


@pytest.mark.slow
@pytest.mark.parametrize("faults", [OF_STRUCTURE, OF_DUTY], ids=["structure", "duty"])
def test_a_register_with_a_fault_in_every_file_takes_at_most_three_times_a_clean_one(
    faults: Mapping[str, Spoil], folders: list[Path], tmp_path: Path
) -> None:
    faulty = [spoil(write(tmp_path / str(size), size), faults) for size in SIZES]
    assert len(validate(faulty[0], schemas(), TODAY).reported) >= SIZES[0]  # what is worked out once and kept

    first, second, third = (calls(lambda folder=folder: validate(folder, schemas(), TODAY)) for folder in faulty)

    assert third < 3 * calls(lambda: validate(folders[2], schemas(), TODAY))
    assert third - second < 2.1 * (second - first)


def test_a_run_looks_for_what_was_meant_a_bounded_number_of_times() -> None:
    suggestions = Suggestions(comparisons=10)
    known = ("orders", "refunds", "payroll", "visits", "letters")

    found = [suggestions.near(word, known, "activities") for word in ("order", "order", "refund", "visit", "refund")]

    assert found == ["orders", "orders", "refunds", None, "refunds"]


def _judge(register: Register) -> object:
    return list(judge(Facts(register=register, today=TODAY)))


def _notices(register: Register) -> object:
    shown, missing = public(register), gaps(register)
    watched = Watched(shown.activities)
    shown = dataclasses.replace(shown, activities=watched)
    made = [notice_document(shown, ident, missing, speech("fr")) for ident in shown.notices]
    register.activities.visited += watched.visited  # type: ignore[attr-defined]
    return made


def _register(register: Register) -> object:
    return register_document(register, gaps(register), speech("fr"))


def _coverage(register: Register) -> object:
    checked = Checked(covered=coverage(register))
    return coverage_document(register, gaps(register), speech("fr"), checked)


WORK = (gaps, _coverage, _judge, _notices, _register)
NAMES = ("gaps", "coverage", "rules", "notice", "register")


@pytest.mark.slow
@pytest.mark.parametrize("work", WORK, ids=NAMES)
def test_work_grows_with_the_activities(work: Callable[[Register], object], registers: list[Register]) -> None:
    work(registers[0])

    first, second, third = (calls(lambda register=register: work(register)) for register in registers)

    assert third - second < 2.1 * (second - first)


@pytest.mark.slow
@pytest.mark.parametrize("work", WORK, ids=NAMES)
def test_nobody_goes_through_all_activities_for_each(
    work: Callable[[Register], object], registers: list[Register]
) -> None:
    def visits(register: Register) -> int:
        activities = register.activities
        assert isinstance(activities, Watched)
        before = activities.visited
        work(register)
        return activities.visited - before

    work(registers[0])
    few, many = visits(registers[1]), visits(registers[2])

    assert 0 < many <= 2 * few


# What typst does more than once


def test_the_template_of_a_pdf_holds_nothing_large_and_waits_for_no_page() -> None:
    """typst digests what a function holds, `std` above all, and sets anew what stands around a link to a heading."""
    template = (templates() / "document.typ").read_text("utf-8")

    assert "std." not in template
    assert "link(label(" not in template
