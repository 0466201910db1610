"""The output folder: whole or not at all, and nothing of anybody else's is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deskprivacy.errors import CannotWrite, OutputNotOurs
from deskprivacy.stories import output

ABOUT = {"date": "2026-11-22", "register": {"digest": "0" * 64, "files": {}}}


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, text: str) -> None:
    output.check(folder)
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


@pytest.mark.parametrize("failing", ["write_bytes", "rename", "mkdir"])
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
    with pytest.raises(CannotWrite, match="No space left"):
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
        output.check(tmp_path)


def test_a_stranger_among_our_files_is_not_removed(tmp_path: Path) -> None:
    write(tmp_path / "out", "one")
    (tmp_path / "out" / "CNAME").write_text("example.org")

    with pytest.raises(OutputNotOurs, match="CNAME"):
        output.check(tmp_path / "out")


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(OutputNotOurs):
        output.check(tmp_path / "out")
