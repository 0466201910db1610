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
import time
from collections.abc import Iterable
from dataclasses import dataclass
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

# Writes the new output, in a process of its own for each folder. `at` says before which change of the file system
# something happens there; `ways` which ways to put a folder in the place of another the system has.
WRITER = """
import json, os, resource, signal, sys, traceback
from pathlib import Path
from deskprivacy.errors import CannotWrite
from deskprivacy.stories import output
from deskprivacy.stories.output import placing

CHANGES = {"os.rename", "os.mkdir", "os.chmod", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
seen, armed = 0, False

def is_change(event, arguments):
    if event == "open":
        return isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) != 0
    return event in CHANGES | {"fsync"}

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

def write():
    global armed
    if how == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (at, at))
    if way == "two steps":
        placing.exchange = lambda one, other: False
    if way == "in place":
        os.path.ismount = lambda path: Path(path) == folder
    output.check(folder, folder.parent / "register")
    armed = True
    try:
        output.write(folder, files, ("public", "draft", "internal"), {"date": date})
        return 0
    except CannotWrite as error:
        print(error)
        return 3
    except KeyboardInterrupt:
        return 130
    finally:
        armed = False

how, way, date, files, folders = json.load(sys.stdin)
files = {name: content.encode() for name, content in files.items()}
sys.addaudithook(hook)
os.fsync = lambda file: hook("fsync", ())  # that it is called, and when, has a test of its own
for at, folder in folders:
    folder = Path(folder)
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        code = 70
        os.dup2(tell, 1)
        try:
            code = write()
            print(seen, flush=True)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(tell)
    with open(told, encoding="utf-8") as said:
        text = said.read()
    print(json.dumps([at, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text]), flush=True)
"""


def write(folder: Path, files: Files) -> None:
    output.check(folder, folder.parent / "register")
    output.write(folder, files, ("public", "draft", "internal"), {"date": DATE})


@dataclass(frozen=True)
class Done:
    """How a build ended into whose way something was put, and what it said."""

    at: int
    folder: Path
    code: int
    said: str


def write_apart(how: str, moments: Iterable[int], folder: Path, way: str = "one step", old: bool = True) -> list[Done]:
    """Lets a build be stopped at each of the moments, each in a folder of its own where `old` is there already."""
    folders = {at: folder / str(at) / "out" for at in moments}
    for one in folders.values():
        write(one, OLD) if old else one.parent.mkdir(parents=True)
    files = {name: content.decode() for name, content in NEW.items()}
    done = subprocess.run(
        [sys.executable, "-P", "-c", WRITER],
        input=json.dumps([how, way, DATE, files, [(at, str(one)) for at, one in folders.items()]]),
        env={**os.environ, "PYTHONPATH": PACKAGES, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert not done.stderr
    return [Done(at, folders[at], code, said) for at, code, said in map(json.loads, done.stdout.splitlines())]


def whole(folder: Path) -> Files | None:
    """The files of an output that is whole: its manifest names each of them, and no other, by its digest."""
    if not (folder / output.MANIFEST).is_file():
        return None
    files = {name: content for name, content in files_of(folder).items() if not name.startswith(".out-")}
    manifest = json.loads(files.pop(output.MANIFEST))
    digests = {name: sha256(content).hexdigest() for name, content in files.items()}
    return files if manifest["files"] == digests else None


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture(scope="module", params=["one step", "two steps", "in place"])
def way(request: pytest.FixtureRequest) -> str:
    """How the new output takes the place of the old."""
    return str(request.param)


@pytest.fixture(autouse=True)
def no_flush(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda file: None)  # it is slow, and nobody pulls a plug here


@pytest.fixture(scope="module")
def moments(way: str, tmp_path_factory: pytest.TempPathFactory) -> range:
    """The changes of the file system in a build that takes the place of another, by their number."""
    (done,) = write_apart("count", [0], tmp_path_factory.mktemp("count"), way)
    assert done.code == 0, done.said
    assert whole(done.folder) == NEW
    assert int(done.said) > 12
    return range(1, int(done.said) + 1)


def test_a_failure_at_any_moment(way: str, moments: range, tmp_path: Path) -> None:
    for done in write_apart("fail", moments, tmp_path, way):
        assert done.code in (0, 3), done
        assert whole(done.folder) == (OLD if done.code else NEW), done
        if done.code == 3:
            assert names(done.folder.parent) == {"out"}, done
            assert names(done.folder) == {*FOLDERS, "public", output.MANIFEST}, done


def test_an_interruption_at_any_moment(way: str, moments: range, tmp_path: Path) -> None:
    for done in write_apart("interrupt", moments, tmp_path, way):
        assert done.code in (0, 130), done
        assert whole(done.folder) in (OLD, NEW), done


@pytest.mark.parametrize("how", ["fail-for-good", "no-way-back"])
def test_a_failure_that_lasts(way: str, moments: range, how: str, tmp_path: Path) -> None:
    """Where not even the way back is open, nothing is lost: the old output lies beside, and the message says where."""
    for done in write_apart(how, moments if how == "fail-for-good" else range(1, 9), tmp_path, way):
        assert done.code in (0, 3), done
        if whole(done.folder) not in (OLD, NEW):
            kept = Path(done.said.splitlines()[0].partition("What was there before lies in ")[2].removesuffix("."))
            left = {**files_of(done.folder), **files_of(kept)} if done.folder.exists() else files_of(kept)
            assert left.items() >= OLD.items(), done


def test_a_kill_at_any_moment(way: str, moments: range, tmp_path: Path) -> None:
    """Old or new, whole; but for a moment where the system cannot do it in one step, and then the next build mends it.

    What was being written stays in a hidden folder. It is nobody's output: the next build neither takes it for one
    nor stumbles over it.
    """
    between = []
    for done in write_apart("kill", moments, tmp_path, way):
        assert done.code == -signal.SIGKILL
        assert all(path.name.startswith(".out-") for path in done.folder.parent.iterdir() if path.name != "out")
        if whole(done.folder) not in (OLD, NEW):
            between.append(done.at)
        output.check(done.folder, tmp_path / "register")
        assert whole(done.folder) in (OLD, NEW), done
        write(done.folder, NEW)
        assert whole(done.folder) == NEW
        assert names(done.folder.parent) == {"out"}
    assert len(between) <= {"one step": 0, "two steps": 1, "in place": 2 * (len(FOLDERS) + 2)}[way]


@pytest.mark.parametrize("bound", [0, 1, 1_000, 15_000])
def test_a_file_that_can_only_be_written_in_part(bound: int, tmp_path: Path) -> None:
    (done,) = write_apart("limit", [bound], tmp_path)

    assert done.code == 3, done
    assert whole(done.folder) == OLD
    assert names(done.folder.parent) == {"out"}


def test_a_first_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    (counted,) = write_apart("count", [0], tmp_path, old=False)
    for done in write_apart("fail", range(1, int(counted.said) + 1), tmp_path, old=False):
        assert whole(done.folder) == (None if done.code else NEW), done
        if done.code:
            assert done.code == 3
            assert names(done.folder.parent) == set(), done


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
