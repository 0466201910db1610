"""A build that fails or is killed leaves the last output whole: the old one or the new one, never a mixture.

Python tells an audit hook of every file that it opens, makes, renames or removes, before it does; there the failure or
the kill is put in, at each of them in turn. What is written does not matter for that, so small files stand for it; a
real build is killed as well, by the clock.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from program import DATE
from proofs.registers import BAKERY, Files, files_of
from proofs.runs import PACKAGES, limited

from deskprivacy.stories import output

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")

FOLDERS = ("draft", "internal")
OLD = {f"{folder}/{name}": b"old " * 5_000 for folder in FOLDERS for name in ("a.html", "a.pdf", "gone.pdf")}
NEW = {f"{folder}/{name}": b"new " * 5_000 for folder in FOLDERS for name in ("a.html", "a.pdf", "more.pdf")}

# Writes the new output in a process of its own. `stop` says what happens before the n-th change of the file system.
WRITER = """
import os, resource, signal, sys
from pathlib import Path
from deskprivacy.stories import output

folder, how, at, files = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), {files!r}
CHANGES = {{"os.rename", "os.mkdir", "os.chmod", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"}}
seen, armed = 0, False

def is_change(event, arguments):
    if event == "open":
        return isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) != 0
    return event in CHANGES

def hook(event, arguments):
    global seen
    if not armed or not is_change(event, arguments):
        return
    if how == "no-way-back" and event != "os.rename":
        return
    seen += 1
    if seen == at or (seen > at and how in ("fail-for-good", "no-way-back")):
        if how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if how == "interrupt":
            raise KeyboardInterrupt
        raise OSError(28, "No space left on device")

sys.addaudithook(hook)
if how == "limit":
    resource.setrlimit(resource.RLIMIT_FSIZE, (at, at))
output.check(folder, folder.parent / "register")
armed = True
try:
    output.write(folder, files, ("public", "draft", "internal"), {{"date": "{date}"}})
    code = 0
except output.CannotWrite as error:
    print(error)
    code = 3
except KeyboardInterrupt:
    code = 130
armed = False
print(seen)
sys.exit(code)
"""


def write(folder: Path, files: Files) -> None:
    output.check(folder, folder.parent / "register")
    output.write(folder, files, ("public", "draft", "internal"), {"date": DATE})


def write_apart(folder: Path, how: str, at: int) -> subprocess.CompletedProcess[str]:
    script = textwrap.dedent(WRITER).format(files=NEW, date=DATE)
    return subprocess.run(
        [sys.executable, "-P", "-c", script, str(folder), how, str(at)],
        env={**os.environ, "PYTHONPATH": PACKAGES, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def whole(folder: Path) -> Files | None:
    """The files of an output that is whole: its manifest names each of them, and no other, by its digest."""
    if not (folder / output.MANIFEST).is_file():
        return None
    files = files_of(folder)
    manifest = json.loads(files.pop(output.MANIFEST))
    digests = {name: sha256(content).hexdigest() for name, content in files.items()}
    return files if manifest["files"] == digests else None


@pytest.fixture(scope="module")
def changes(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How often the file system changes in a build that takes the place of another."""
    folder = tmp_path_factory.mktemp("count") / "out"
    write(folder, OLD)
    done = write_apart(folder, "count", 0)
    assert done.returncode == 0, done.stderr
    assert whole(folder) == NEW
    return int(done.stdout)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def each(changes: int) -> Iterator[int]:
    assert changes > 12
    yield from range(1, changes + 1)


def test_a_failure_at_any_moment(changes: int, tmp_path: Path) -> None:
    for at in each(changes):
        folder = tmp_path / str(at) / "out"
        write(folder, OLD)
        done = write_apart(folder, "fail", at)

        assert whole(folder) == (OLD if done.returncode else NEW), at
        assert done.returncode in (0, 3), done.stderr
        assert "Traceback" not in done.stderr
        if done.returncode == 3:
            assert names(folder.parent) == {"out"}, at


def test_an_interruption_at_any_moment(changes: int, tmp_path: Path) -> None:
    for at in each(changes):
        folder = tmp_path / str(at) / "out"
        write(folder, OLD)
        done = write_apart(folder, "interrupt", at)

        assert whole(folder) in (OLD, NEW), at
        assert done.returncode in (0, 130), done.stderr


@pytest.mark.parametrize("how", ["fail-for-good", "no-way-back"])
def test_a_failure_that_lasts(changes: int, how: str, tmp_path: Path) -> None:
    """Where not even the way back is open, nothing is lost: the old output lies beside, and the message says where."""
    for at in range(1, changes + 1) if how == "fail-for-good" else (1, 2):
        folder = tmp_path / str(at) / "out"
        write(folder, OLD)
        done = write_apart(folder, how, at)

        assert done.returncode in (0, 3), done.stderr
        if whole(folder) not in (OLD, NEW):
            (kept,) = (path.parent for path in folder.parent.rglob(output.MANIFEST) if path.parent.name == "old")
            assert whole(kept) == OLD, at
            assert str(kept) in done.stdout


def test_a_kill_at_any_moment(changes: int, tmp_path: Path) -> None:
    """Old or new, whole; between the two renames of the swap nothing is there, and the old output lies beside it.

    What was being written stays in a hidden folder. It is nobody's output: the next build neither takes it for one
    nor stumbles over it.
    """
    absent = []
    for at in each(changes):
        folder = tmp_path / str(at) / "out"
        write(folder, OLD)
        done = write_apart(folder, "kill", at)

        assert done.returncode == -signal.SIGKILL
        beside = [path for path in folder.parent.iterdir() if path.name != "out"]
        assert all(path.name.startswith(".out-") for path in beside)
        if folder.exists():
            assert whole(folder) in (OLD, NEW), at
        else:
            absent.append(at)
            assert OLD in [whole(path / "old") for path in beside]
        write(folder, NEW)
        assert whole(folder) == NEW
    assert len(absent) <= 1


@pytest.mark.parametrize("bound", [0, 1, 1_000, 15_000])
def test_a_file_that_can_only_be_written_in_part(bound: int, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write(folder, OLD)
    done = write_apart(folder, "limit", bound)

    assert done.returncode == 3, done.stderr
    assert whole(folder) == OLD
    assert names(tmp_path) == {"out"}


def test_a_first_build_that_fails_leaves_nothing(changes: int, tmp_path: Path) -> None:
    for at in range(2, changes):
        folder = tmp_path / str(at) / "new" / "out"
        folder.parent.mkdir(parents=True)
        done = write_apart(folder, "fail", at)

        assert whole(folder) == (None if done.returncode else NEW), at
        if done.returncode == 3:
            assert names(folder.parent) == set(), at


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("killed") / "out"
    done = limited(["build", BAKERY, "--output", folder])
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("seconds", [0.05, 0.3, 0.6, 0.9, 1.2])
def test_a_kill_by_the_clock(last: Path, seconds: float) -> None:
    before = whole(last)
    assert before

    command = [
        sys.executable,
        "-P",
        "-m",
        "deskprivacy",
        "build",
        str(BAKERY),
        "--output",
        str(last),
        "--date",
        "2026-11-23",
    ]
    with subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": PACKAGES}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        time.sleep(seconds)
        process.kill()

    assert whole(last) is not None
    assert {path.name for path in last.parent.iterdir()} - {"out"} <= {path.name for path in last.parent.glob(".out-*")}
