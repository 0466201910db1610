"""Consoles and pipes of every kind: what goes through them, and the exit codes that hold whatever they do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from program import DATE, SAMPLES, Run

from deskprivacy.cli.exits import Exit
from deskprivacy.cli.main import COMMANDS, run
from deskprivacy.cli.printing import without_commands

pytestmark = pytest.mark.broad
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX streams and rights")
PROGRAM = [sys.executable, "-P", "-m", "deskprivacy"]
TEXT = "Nous prenons votre nom.\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with an error, whose text has signs that old consoles lack."""
    copy = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    path = copy / "controllers.yaml"
    path.write_text(path.read_text("utf-8").replace("  authority: cnil\n", ""), "utf-8")
    (copy / "measures.yaml").write_text("a: {nam: \U0001f35e œ…}\n", "utf-8")
    (tmp_path / "old.txt").write_text(TEXT, "utf-8")
    return copy


def every(register: Path) -> dict[str, tuple[list[str], Exit]]:
    """Each command in each way in which it prints, and its own exit code."""
    bakery, old = str(SAMPLES / "bakery"), str(SAMPLES.parent.parent / "README.md")
    return {
        "validate": (["validate", bakery, "--date", DATE], Exit.OK),
        "validate-1": (["validate", str(register), "--date", DATE], Exit.FINDINGS),
        "concise": (["validate", str(register), "--date", DATE, "--format", "concise"], Exit.FINDINGS),
        "json": (["validate", str(register), "--date", DATE, "--format", "json"], Exit.FINDINGS),
        "inspect": (["inspect", old, "--format", "json"], Exit.OK),
        "explain": (["explain", "countries"], Exit.OK),
        "rules": (["rules"], Exit.OK),
        "rules-json": (["rules", "--format", "json"], Exit.OK),
        "help": (["--help"], Exit.OK),
        "help-validate": (["validate", "--help"], Exit.OK),
        "version": (["--version"], Exit.OK),
    }


WAYS = tuple(every(Path()))


@posix
@pytest.mark.parametrize("way", WAYS)
def test_a_closed_pipe_changes_no_verdict(register: Path, way: str) -> None:
    arguments, code = every(register)[way]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, *arguments], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert (done.returncode, done.stderr) == (code, b"")


@posix
@pytest.mark.parametrize("way", WAYS)
def test_a_full_disk_is_told(register: Path, way: str) -> None:
    arguments, _code = every(register)[way]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", check=False
        )

    assert done.returncode == Exit.CANNOT_RUN
    assert done.stderr.startswith("deskprivacy: ")
    assert done.stderr.count("\n") == 1


@posix
@pytest.mark.slow
def test_a_closed_pipe_and_a_full_disk_leave_a_build_whole(tmp_path: Path) -> None:
    command = [*PROGRAM, "build", str(SAMPLES / "bakery"), "--output", str(tmp_path / "out"), "--date", DATE]
    reader, writer = os.pipe()
    os.close(reader)
    assert subprocess.run(command, stdout=writer, stderr=subprocess.DEVNULL, check=False).returncode == Exit.OK
    os.close(writer)
    assert (tmp_path / "out" / "manifest.json").is_file()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "cp850", "utf-16"])
@pytest.mark.parametrize("way", ["json", "concise", "inspect", "rules-json"])
def test_what_programs_read_is_utf_8_on_any_console(register: Path, way: str, encoding: str) -> None:
    arguments, _code = every(register)[way]
    with_it, without = (
        subprocess.run(
            [*PROGRAM, *arguments], env={**os.environ, "PYTHONIOENCODING": one}, capture_output=True, check=False
        ).stdout
        for one in (encoding, "utf-8")
    )

    assert with_it == without
    with_it.decode("utf-8")
    if "json" in arguments:
        json.loads(with_it)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850"])
def test_a_text_degrades_to_what_a_console_has(register: Path, encoding: str) -> None:
    done = subprocess.run(
        [*PROGRAM, "validate", str(register), "--date", DATE],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )

    text = done.stdout.decode(encoding)
    assert done.returncode == Exit.FINDINGS
    assert "\\u20" not in text
    assert "\\xa0" not in text
    assert "\\U0001f35e" in text
    assert "aide : " in text.replace("\xa0", " ")


LONG = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", LONG),
        ("build", LONG),
        ("build", "register", "--output", LONG),
        ("build", "register", "--output", f"{LONG}/out"),
        ("trace", LONG, "--document", "old.txt"),
        ("trace", "register", "--document", LONG),
        ("inspect", LONG),
    ],
    ids=lambda found: " ".join(found).replace(LONG, "LONG"),
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_path_that_no_system_knows(deskprivacy: Run, tmp_path: Path, arguments: tuple[str, ...], lang: str) -> None:
    shutil.copytree(SAMPLES / "complete", tmp_path / "register")
    (tmp_path / "old.txt").write_text(TEXT, "utf-8")
    day = ("--date", DATE) if arguments[0] in ("validate", "build") else ()
    lines = (tmp_path / "register" / "takeovers.yaml").read_text("utf-8").splitlines()
    known = [line[:-1] for line in lines if line[:1].isalpha()]
    takeover = ("--takeover", known[0]) if arguments[:2] == ("trace", "register") else ()

    done = deskprivacy(*arguments, *takeover, *day, "--lang", lang, cwd=tmp_path)

    assert done.returncode == Exit.CANNOT_RUN, done.stderr
    assert ("trop long" if lang == "fr" else "too long") in done.stderr.lower()


@pytest.mark.parametrize("what", ["is_file", "is_dir", "exists", "resolve", "open"])
@pytest.mark.parametrize("command", COMMANDS)
def test_what_the_system_keeps_from_us_is_no_bug(
    what: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    original = getattr(Path, what)

    def denied(self: Path, *arguments: object, **more: object) -> object:
        if self.is_absolute() and tmp_path not in (self, *self.parents):
            return original(self, *arguments, **more)  # a file of the program itself
        raise PermissionError(13, "Permission denied", str(self))

    shutil.copytree(SAMPLES / "bakery", tmp_path / "register")
    (tmp_path / "old.txt").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    extra = {
        "inspect": ["old.txt"],
        "trace": ["register", "--document", "old.txt"],
        "explain": ["countries"],
        "validate": ["register", "--date", DATE],
        "build": ["register", "--date", DATE],
    }
    monkeypatch.setattr(Path, what, denied)
    monkeypatch.setattr(os, "access", lambda *_arguments, **_more: False)

    assert run([command, *extra.get(command, [])]) != Exit.BUG
    told = capsys.readouterr().err
    assert "bug" not in told
    assert "--help" not in told  # what may not be read is no mistake of the command line


@pytest.mark.parametrize(
    "sign", ["\0", "\a", "\b", "\x1b]0;title\a", "\x1b[2J", "\x1b[8m", "\r", "\x7f", "\x9b2J", "\u202e", "\u2066"]
)
def test_no_text_commands_a_terminal(sign: str) -> None:
    shown = without_commands(f"a{sign}b\n\tc \x1b[1;31mred\x1b[0m\u202f;")

    unseen = {one for one in sign if not one.isprintable()}
    assert not unseen & set(shown.replace("\x1b[1;31m", "").replace("\x1b[0m", ""))
    assert shown.endswith("b\n\tc \x1b[1;31mred\x1b[0m\u202f;")


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_trace_commands_no_terminal(deskprivacy: Run, tmp_path: Path, format_: str) -> None:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    text = "Nous prenons \x1b]0;pris\x07votre nom\0.\n"
    (tmp_path / "old.txt").write_text(text, "utf-8")
    (register / "takeovers.yaml").write_text("old:\n  title: Affiche\n  paragraphs: 1\n", "utf-8")
    done = deskprivacy("trace", register, "--document", tmp_path / "old.txt", "--format", format_)

    assert not set("\0\a\x1b") & set(done.stdout), done.stdout
    if format_ == "json":
        assert json.loads(done.stdout)["sentences_by_id"]["P1.1"]["text"] == text.strip()
