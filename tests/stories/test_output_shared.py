"""An output that others use too: another build, somebody who puts a file there, a volume, a power cut."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from program import DATE, SAMPLES

from deskprivacy.errors import CannotWrite, OutputNotOurs
from deskprivacy.stories import output
from deskprivacy.stories.output import disk, placing, turns

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no locks and no signals of POSIX there")

ABOUT = {"date": DATE, "register": {"digest": "0" * 64, "files": {}}}
WAYS = ("one step", "two steps", "in place")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, text: str) -> None:
    output.write(folder, {"draft/a.html": text.encode(), "draft/b.html": text.encode()}, ("public",), ABOUT)


@pytest.fixture(params=WAYS)
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output, and one of the ways in which the next one takes its place."""
    folder = tmp_path / "out"
    write(folder, "first")
    if request.param == "two steps":
        monkeypatch.setattr(placing, "exchange", lambda one, other: False)
    if request.param == "in place":
        monkeypatch.setattr("os.path.ismount", lambda path: Path(path) == folder)
    return folder


@pytest.mark.parametrize("name", ["CNAME", "draft/notes.txt"])
def test_a_file_put_there_during_a_build_is_refused_by_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before, fill = content(folder), disk.fill

    def filled(*arguments: Any, **more: Any) -> None:
        fill(*arguments, **more)
        (folder / name).write_text("mine")

    monkeypatch.setattr(disk, "fill", filled)
    output.check(folder, folder.parent / "register")
    with pytest.raises(OutputNotOurs, match=name):
        write(folder, "second")

    assert content(folder) == {**before, name: b"mine"}
    assert [path.name for path in folder.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["CNAME", "draft/notes.txt"])
def test_a_file_put_there_during_the_swap_is_not_lost(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """At the last moment: the old output comes back with it, or it stays beside the new one."""
    before = content(folder)

    def then_put(work: Callable[..., Any]) -> Callable[..., Any]:
        def worked(*arguments: Any) -> Any:
            if not done:
                (folder / name).write_text("mine")
                done.append(name)
            return work(*arguments)

        return worked

    done = list[str]()
    for module, works in ((placing, "exchange"), (placing, "_move"), (Path, "rename")):
        monkeypatch.setattr(module, works, then_put(getattr(module, works)))
    with suppress(OutputNotOurs):
        write(folder, "second")
    assert content(folder).items() >= before.items() or is_whole(folder, but=name)
    assert (folder / name).read_text() == "mine"
    with pytest.raises(OutputNotOurs, match=name):
        output.check(folder, folder.parent / "register")
    assert [path.name for path in folder.parent.iterdir()] == ["out"]


def test_everything_is_on_the_disk_before_it_takes_its_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed, real = set[tuple[int, int]](), os.fsync

    def fsync(file: int) -> None:
        flushed.add((os.fstat(file).st_dev, os.fstat(file).st_ino))
        real(file)

    def looks(put: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
        def looked(folder: Path, beside: Path) -> None:
            fresh = beside / "new"
            for path in (fresh, *fresh.rglob("*")):
                assert placing.identity(path) in flushed, path
            flushed.clear()
            put(folder, beside)

        return looked

    monkeypatch.setattr(os, "fsync", fsync)
    for put in ("swap", "replace_contents"):
        monkeypatch.setattr(output, put, looks(getattr(output, put)))
    write(folder, "second")

    assert flushed & {placing.identity(folder), placing.identity(folder.parent)}  # where the names have changed


def test_a_folder_that_a_network_cannot_flush_hinders_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(number: int) -> Callable[[int], None]:
        def fsync(file: int) -> None:
            if Path(f"/dev/fd/{file}").is_dir():
                raise OSError(number, os.strerror(number))

        return fsync

    monkeypatch.setattr(os, "fsync", refuse(errno.EINVAL))
    write(tmp_path / "out", "first")
    monkeypatch.setattr(os, "fsync", refuse(errno.EIO))
    with pytest.raises(CannotWrite, match="EIO"):
        write(tmp_path / "out", "second")

    assert (tmp_path / "out" / "draft" / "a.html").read_text() == "first"


# Builds one output again and again; says when it begins.
AGAIN = """
import sys
from pathlib import Path
from deskprivacy.stories import output
from deskprivacy.stories.output import placing

folder, mine, way = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
if way == "two steps":
    placing.exchange = lambda one, other: False
if way == "in place":
    output.os.path.ismount = lambda path: Path(path) == folder
print("begins", flush=True)
for number in range(25):
    output.check(folder, folder.parent / "register")
    names = [f"{{part}}/{{name}}" for part in ("draft", "internal") for name in "abcdef"]
    files = {{name: f"{{mine}} {{number}}".encode() for name in names}}
    output.write(folder, {{**files, mine: b""}}, ("public",), {about!r})
"""


def is_whole(folder: Path, but: str = "") -> bool:
    files = {name: text for name, text in content(folder).items() if name != but}
    manifest = json.loads(files.pop(output.MANIFEST))
    return bool(manifest["files"] == {name: sha256(text).hexdigest() for name, text in files.items()})


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_two_builds_at_once_take_turns(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "out"
    write(folder, "first")
    command = [sys.executable, "-P", "-c", textwrap.dedent(AGAIN).format(about=ABOUT), folder]
    running = [
        subprocess.Popen([*command, name, way], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for name in ("one", "other")
    ]
    absent = 0
    while any(one.poll() is None for one in running):
        absent += not (folder / output.MANIFEST).exists()
        time.sleep(0.001)
    for one in running:
        said, complaint = one.communicate()
        assert (one.returncode, said, complaint) == (0, "begins\n", "")

    assert is_whole(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert way != "one step" or sys.platform != "linux" or not absent


@pytest.mark.slow
def test_two_builds_of_one_register_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-m", "deskprivacy", "build", SAMPLES / "bakery", "--date", DATE, "--output"]
    running = [
        subprocess.Popen([*command, tmp_path / "out"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for one in running:
        _, complaint = one.communicate()
        assert one.returncode == 0, complaint

    assert is_whole(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_who_does_not_end_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    write(folder, "first")
    script = "import sys; from pathlib import Path; from deskprivacy.stories.output.turns import turn\n"
    script += "with turn(Path(sys.argv[1]), [Path(sys.argv[1]).parent]): print('mine', flush=True); sys.stdin.read()"
    monkeypatch.setattr(turns, "PATIENCE", 0.1)
    with subprocess.Popen(
        [sys.executable, "-P", "-c", script, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "mine\n"
        with pytest.raises(CannotWrite, match=rf"another build \(process {other.pid}\)"):
            write(folder, "second")
        other.kill()
    assert (folder / "draft" / "a.html").read_text() == "first"
    write(folder, "second")  # the lock of a process that was killed is nobody's
    assert (folder / "draft" / "a.html").read_text() == "second"


def test_a_lock_that_its_holder_took_away_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the moment when one opened it and the moment when one got it."""
    import fcntl

    path, real, taken = tmp_path / ".out-lock", fcntl.flock, list[int]()

    def flock(file: int, how: int) -> None:
        if not taken:
            path.unlink()
        taken.append(file)
        real(file, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    with turns.turn(tmp_path / "out", [tmp_path]) as sure:
        assert sure == {tmp_path}
        assert path.read_text().strip() == str(os.getpid())
    assert not path.exists()
    assert len(taken) == 2


# Real volumes, in a space of names of our own: `$1` is an empty folder.
VOLUMES = {
    "another volume": "mount -t tmpfs none $1; out=$1",
    "a folder of the same volume, seen twice": "mkdir $1/real $1/out; mount --bind $1/real $1/out; out=$1/out",
    "an output that a lower layer holds, as in an image": """
        mount -t tmpfs none $1; mkdir -p $1/low $1/up $1/work $1/seen
        $PYTHON -P -c "$WRITE" $1/low/out lower
        mount -t overlay none -o lowerdir=$1/low,upperdir=$1/up,workdir=$1/work $1/seen; out=$1/seen/out
    """,
}
WRITE = """
import sys
from pathlib import Path
from deskprivacy.stories import output
folder, text = Path(sys.argv[1]), sys.argv[2]
output.check(folder, Path("register"))
output.write(folder, {"draft/a.html": text.encode()}, ("public",), {})
"""


@pytest.fixture(scope="session")
def mounting() -> list[str]:
    """How one mounts here: as root, or as if one were."""
    for command in (["unshare", "--mount"], ["unshare", "--mount", "--map-root-user"]):
        try:
            if not subprocess.run([*command, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode:
                return command
        except FileNotFoundError:
            break
    pytest.xfail("nothing can be mounted here; the test of `os.path.ismount` and the proofs of failures stand for it")


@pytest.mark.parametrize("volume", VOLUMES)
def test_what_a_real_system_does_not_let_go(mounting: list[str], tmp_path: Path, volume: str) -> None:
    script = f"""
        set -e
        {VOLUMES[volume]}
        for text in first second; do
            $PYTHON -P -c "$WRITE" $out $text
            test "$(cat $out/draft/a.html)" = $text
            ls -A $out
        done
    """
    done = subprocess.run(
        [*mounting, "sh", "-c", script, "sh", tmp_path],
        env={**os.environ, "PYTHON": sys.executable, "WRITE": WRITE},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["draft", "manifest.json", "public"] * 2
