"""What holds the speed, without a clock: what a command imports, how often a file is read, work that grows in line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from program import DATE, ROOT, SAMPLES

from deskprivacy.load import events
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

HEAVY = (
    "jsonschema",
    "jinja2",
    "rich",
    "babel",
    "typst",
    "pikepdf",
    "markdown_it",
    "hatchling",
    "pydantic",
    "referencing",
)


def imported(*arguments: str) -> set[str]:
    """The libraries that a run of the program has imported at its end."""
    script = (
        "import json, sys, contextlib, io\n"
        "sys.argv = ['deskprivacy', *sys.argv[1:]]\n"
        "from deskprivacy.__main__ import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    main()\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True, cwd=SAMPLES
    )
    return set(json.loads(done.stdout))


def test_the_version_is_told_before_the_command_line_is_imported() -> None:
    assert not {"typer", "yaml", *HEAVY} & imported("--version")


def test_help_imports_no_library_but_the_command_line_s() -> None:
    assert not {"yaml", "jsonschema_rs", *HEAVY} & imported("--help")


def test_a_clean_validation_imports_nothing_to_explain_or_to_render() -> None:
    assert not set(HEAVY) & imported("validate", "bakery", "--date", DATE)


def test_a_clean_file_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []
    real = events.next_event

    def counted(content: bytes) -> object:
        parsed.append(content)
        return real(content)

    monkeypatch.setattr("deskprivacy.load.tree.next_event", counted, raising=False)
    for module in ("accept", "tree"):
        monkeypatch.setattr(f"deskprivacy.load.{module}.next_event", counted, raising=False)

    assert validate(SAMPLES / "bakery", schemas(), date.fromisoformat(DATE)).reported == ()

    assert len(parsed) == len(list((SAMPLES / "bakery").rglob("*.yaml")))


def test_the_work_grows_in_line_with_the_activities(tmp_path: Path) -> None:
    sizes = (20, 40, 80)
    calls = [_calls(_register(tmp_path / str(size), size)) for size in sizes]

    first, second = calls[1] - calls[0], calls[2] - calls[1]
    assert second <= 2.2 * first, calls


def _register(folder: Path, size: int) -> Path:
    sys.path.insert(0, str(ROOT / "tests" / "bench"))
    try:
        from registers import write
    finally:
        sys.path.pop(0)
    shutil.rmtree(folder, ignore_errors=True)
    return Path(write(folder, size))


def _calls(register: Path) -> int:
    """How many functions a validation calls."""
    count = 0

    def see(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    validate(register, schemas(), date.fromisoformat(DATE))  # what is cached is paid for once
    sys.setprofile(see)
    try:
        validate(register, schemas(), date.fromisoformat(DATE))
    finally:
        sys.setprofile(None)
    return count
