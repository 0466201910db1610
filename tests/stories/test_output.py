"""The output folder: whole or not at all, and nothing of anybody else's is touched."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from program import DATE

from deskprivacy.errors import CannotWrite, OutputNotOurs
from deskprivacy.resources import schemas, templates
from deskprivacy.stories import output
from deskprivacy.stories.build import Places, build

ABOUT = {"date": "2026-11-22", "register": {"digest": "0" * 64, "files": {}}}


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, text: str) -> None:
    output.check(folder, folder.parent / "register")
    output.write(folder, {"draft/a.html": text.encode()}, ("public", "draft"), ABOUT)


def test_what_was_written_is_there_with_its_digest(tmp_path: Path) -> None:
    write(tmp_path / "out", "one")

    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert (tmp_path / "out" / "draft" / "a.html").read_text() == "one"
    assert (tmp_path / "out" / "public").is_dir()
    assert list(manifest["files"]) == ["draft/a.html"]
    assert manifest["date"] == "2026-11-22"


def test_a_new_build_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write(tmp_path / "out", "one")
    write(tmp_path / "out", "two")

    assert (tmp_path / "out" / "draft" / "a.html").read_text() == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("failing", ["write_bytes", "mkdir"])
@pytest.mark.parametrize("nth", [1, 2])
def test_a_failure_leaves_the_last_output_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, nth: int
) -> None:
    write(tmp_path / "out", "one")
    before = content(tmp_path / "out")
    real, calls = getattr(Path, failing), []

    def fail(self: Path, *arguments: object, **more: object) -> object:
        calls.append(self)
        if len(calls) == nth:
            raise OSError(28, "No space left on device")
        return real(self, *arguments, **more)

    monkeypatch.setattr(Path, failing, fail)
    with pytest.raises(CannotWrite, match="ENOSPC"):
        write(tmp_path / "out", "two")
    monkeypatch.undo()

    assert content(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_is_ours(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    write(tmp_path / "out", "one")

    assert (tmp_path / "out" / "draft" / "a.html").is_file()


@pytest.mark.parametrize(
    "manifest", [None, "not json", "[]", '{"tool": {"name": "another"}, "files": {}}', '{"tool": 3}']
)
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path, manifest: str | None) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest)

    with pytest.raises(OutputNotOurs):
        output.check(tmp_path, tmp_path / "register")


def test_a_stranger_among_our_files_is_not_removed(tmp_path: Path) -> None:
    write(tmp_path / "out", "one")
    (tmp_path / "out" / "CNAME").write_text("example.org")

    with pytest.raises(OutputNotOurs, match="CNAME"):
        output.check(tmp_path / "out", tmp_path / "register")


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(OutputNotOurs):
        output.check(tmp_path / "out", tmp_path / "register")


def test_a_folder_within_the_register_is_refused(tmp_path: Path) -> None:
    register = tmp_path / "register"
    register.mkdir()
    (tmp_path / "link").symlink_to(register)
    for folder in (register, register / "build", register / "a" / "b", tmp_path / "link" / "build"):
        with pytest.raises(OutputNotOurs, match="lies in the register"):
            output.check(folder, register)


def test_a_folder_of_somebody_else_is_refused_before_the_register_is_read(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("years of work")

    places = Places(register=tmp_path / "none", schemas=schemas(), templates=templates(), output=tmp_path / "out")
    with pytest.raises(OutputNotOurs):
        build(places, date.fromisoformat(DATE))


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")
    for text in ("first", "second"):
        write(tmp_path / "out", text)

        assert (tmp_path / "out").is_symlink()
        assert (tmp_path / "real" / "draft" / "a.html").read_text() == text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "real"]


def test_the_folder_in_which_one_stands_stays_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    before = Path().stat().st_ino
    for text in ("first", "second"):
        write(Path(), text)

        assert Path().stat().st_ino == before == (tmp_path / "out").stat().st_ino
        assert Path("draft/a.html").read_text() == text
    assert {path.name for path in Path().iterdir()} == {"draft", "public", "manifest.json"}


@pytest.mark.parametrize("name", ["manifest.json", "draft", "public"])
@pytest.mark.parametrize("goes", ["out", "new"])
def test_what_cannot_be_replaced_has_its_contents_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, goes: str, name: str
) -> None:
    """Whichever part it is that cannot be moved, away or in."""
    folder = tmp_path / "out"
    write(folder, "first")
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) == folder)
    real, failed = Path.rename, list[Path]()

    def rename(self: Path, target: Path) -> Path:
        if (self.parent.name, self.name) == (goes, name) and not failed:
            failed.append(self)
            raise OSError(28, "No space left on device")
        return real(self, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", rename)
        with pytest.raises(CannotWrite):
            write(folder, "second")
    assert (folder / "draft" / "a.html").read_text() == "first"
    assert {path.name for path in folder.iterdir()} == {"draft", "public", "manifest.json"}
    write(folder, "second")
    assert (folder / "draft" / "a.html").read_text() == "second"


@pytest.mark.skipif(os.name != "posix", reason="nobody can ask there whether a process is at work")
@pytest.mark.parametrize("locks", [True, False])
def test_what_a_killed_build_left_is_put_back_or_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locks: bool
) -> None:
    """Where there are locks, whoever has it is alone at work; elsewhere it is asked whether the process is there."""
    folder = tmp_path / "out"
    write(folder, "first")
    ended = subprocess.Popen([sys.executable, "-P", "-c", ""])
    ended.wait()
    left = tmp_path / f".out-{ended.pid}-abcdefgh"
    left.mkdir()
    folder.rename(left / "old")
    at_work = tmp_path / f".out-{os.getpid()}-abcdefgh"
    at_work.mkdir()
    another = tmp_path / f".out-1-{ended.pid}-abcdefgh"  # of an output that is called out-1
    another.mkdir()

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(output.disk, "fill", fail)
    if not locks:
        monkeypatch.setattr("fcntl.flock", no_locks)
    output.check(folder, tmp_path / "register")
    with pytest.raises(ZeroDivisionError):
        output.write(folder, {}, (), ABOUT)

    assert (folder / "draft" / "a.html").read_text() == "first"
    left_alone = {another.name} if locks else {another.name, at_work.name}
    assert {path.name for path in tmp_path.iterdir()} - {".out-lock"} == {"out"} | left_alone


@pytest.mark.parametrize("name", ["Thumbs.db", ".DS_Store", "draft/desktop.ini"])
def test_what_the_system_puts_there_hinders_no_build(tmp_path: Path, name: str) -> None:
    write(tmp_path / "out", "first")
    (tmp_path / "out" / name).write_bytes(b"x")
    write(tmp_path / "out", "second")

    assert (tmp_path / "out" / "draft" / "a.html").read_text() == "second"
