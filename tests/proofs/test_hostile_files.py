"""A register that comes from a stranger: nothing outside it is read, nothing outside the output is written.

Each command runs in a process that Python watches: one that opens, writes or removes a file elsewhere, makes a socket
or starts a program ends with a code of its own. What typst opens Python does not see: its root is the templates.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from proofs.registers import Files, bakery_with_every_file, files_of, write
from proofs.runs import PACKAGES, limited

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="its files and names")

SECRET = "geheimnis-7431"
CAUGHT = 99
EVERY = bakery_with_every_file()

# Reads: the register, the program and what it stands on. Writes: the output and what lies beside it until it is whole.
WATCH = """
import os, sys

read = [os.path.realpath(one) for one in os.environ["MAY_READ"].split(os.pathsep)]
write = [os.path.realpath(one) for one in os.environ["MAY_WRITE"].split(os.pathsep)]
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {"os.rename": 2, "os.remove": 1, "os.rmdir": 1, "os.mkdir": 1, "os.symlink": 2, "os.link": 2, "os.chmod": 1}

def caught(*what):
    os.write(2, ("CAUGHT %r\\n" % (what,)).encode("utf-8", "backslashreplace"))
    os._exit(99)

def inside(path, folders):
    path = os.path.realpath(os.fsdecode(path))
    return any(path == one or path.startswith(one.rstrip("/") + "/") for one in folders)

def watch(event, arguments):
    if event == "open" and not isinstance(arguments[0], int):
        path, mode, flags = arguments
        if not inside(path, write if flags & WRITES else read + write):
            caught(event, path, mode)
    elif event in CHANGES:
        for path in arguments[: CHANGES[event]]:
            if not isinstance(path, int) and not inside(path, write):
                caught(event, path)
    elif event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.fork", "os.system", "urllib.")):
        caught(event)

sys.addaudithook(watch)
"""


@pytest.fixture(scope="module")
def watcher(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("watcher")
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a register, and beside it what is nobody's business."""
    write(EVERY, tmp_path / "home" / "register")
    (tmp_path / "secret" / "activities").mkdir(parents=True)
    (tmp_path / "secret.yaml").write_text(f"{SECRET}: {{name: {SECRET}}}\n", encoding="utf-8")
    (tmp_path / "secret" / "orders.yaml").write_text(f"name: {SECRET}\n", encoding="utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path


Watched = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def watched(watcher: Path, place: Path) -> Watched:
    """Runs a command under watch; the secret is in nothing that comes out."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        before = files_of(place / "secret") | {"secret": (place / "secret.yaml").read_bytes()}
        here = [place / "home" / "register", PACKAGES, sys.prefix, sys.base_prefix, *sys.path[1:], watcher]
        env = {
            "PYTHONPATH": f"{watcher}{os.pathsep}{PACKAGES}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "MAY_READ": os.pathsep.join(map(str, [*here, "/dev/null", "/dev/urandom", "/usr/share/zoneinfo"])),
            "MAY_WRITE": str(place / "out"),
        }
        done = limited(arguments, cwd=place / "home", env=env)
        assert "CAUGHT" not in done.stderr, done.stderr
        assert done.returncode in (0, 1, 2, 3), done.stderr
        assert SECRET not in done.stdout + done.stderr
        for content in files_of(place / "out").values():
            assert SECRET.encode() not in content
        assert before == files_of(place / "secret") | {"secret": (place / "secret.yaml").read_bytes()}
        return done

    return run


def output(place: Path) -> Path:
    return place / "out" / "documents"


def test_an_honest_build_is_not_caught(watched: Watched, place: Path) -> None:
    assert watched("build", "--output", output(place)).returncode == 0
    assert (output(place) / "manifest.json").is_file()


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/hostname')",
        "open('made', 'w')",
        "import os; os.mkdir('made')",
        "import os; os.remove('register/register.yaml')",
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
    ],
)
def test_the_watch_has_eyes(watcher: Path, place: Path, code: str) -> None:
    env = {"PYTHONPATH": str(watcher), "MAY_READ": f"{sys.prefix}:{sys.base_prefix}", "MAY_WRITE": str(place / "out")}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=place / "home", env={**os.environ, **env}, check=False
    )

    assert done.returncode == CAUGHT


def link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def make_socket(path: Path) -> None:
    os.chdir(path.parent)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


SPECIAL: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "socket": make_socket,
    "folder": Path.mkdir,
    "link to a file outside": lambda path: path.symlink_to(
        os.path.relpath(path.parents[2] / "secret.yaml", path.parent)
    ),
    "link to a folder outside": link_to("../../secret"),
    "link to everything": link_to("/"),
    "link to a device": link_to("/dev/zero"),
    "link to a process": link_to("/proc/self/environ"),
    "link to the register": link_to("../register"),
    "link in a circle": lambda path: path.symlink_to(path.name),
    "link to nowhere": link_to("nowhere.yaml"),
}
PLACES = ("sources.yaml", "purposes", "activities/orders.yaml", "translations/en.po", "theme", "README.md")


def put(place: Path, name: str, make: Callable[[Path], None]) -> None:
    path = place / "home" / "register" / name
    path.unlink(missing_ok=True)
    make(path)


@pytest.mark.parametrize("special", SPECIAL)
def test_what_is_no_file_of_the_register(
    watched: Watched, place: Path, special: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    for name in PLACES:
        put(place, name, SPECIAL[special])

    done = watched("build", "--output", output(place))

    assert done.returncode == 1
    assert not output(place).exists()


@pytest.mark.parametrize("special", SPECIAL)
def test_a_register_without_a_plain_register_yaml(
    watched: Watched, place: Path, special: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    put(place, "register.yaml", SPECIAL[special])

    assert watched("build", "--output", output(place)).returncode in (1, 3)
    assert not output(place).exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes devices")
@pytest.mark.parametrize("device", [os.makedev(1, 5), os.makedev(1, 8)], ids=["zero", "random"])
def test_a_device(watched: Watched, place: Path, device: int) -> None:
    put(place, "sources.yaml", lambda path: os.mknod(path, 0o20666, device))

    assert watched("validate").returncode == 1


NAMES = [
    b"a\nb::error::.yaml",
    b"\x1b[2J\x1b]0;a\x07.yaml",
    b"caf\xe9.yaml",
    "\u202elmay.sredro.yaml".encode(),
    b"-rf.yaml",
    b"$(id).yaml",
    b"..%2f..%2fa.yaml",
    b"a\\..\\b.yaml",
    b"CON.yaml",
    b"{{7*7}}.yaml",
    b"<script>.yaml",
    b"a" * 250 + b".yaml",
    "é\u0301".encode() * 40 + b".yaml",
    b" .yaml",
    b".yaml.yaml",
]


def test_names_of_files(watched: Watched, place: Path) -> None:
    for folder in ("", "activities", "translations", "theme"):
        path = place / "home" / "register" / folder
        path.mkdir(exist_ok=True)
        for name in NAMES:
            (path / os.fsdecode(name)).write_bytes(b"name: a\n")

    for format_ in ("text", "concise", "json"):
        done = watched("validate", "--format", format_)
        assert done.returncode == 1
        lines = done.stdout.split("\n")
        assert all(line.isprintable() or format_ == "text" for line in lines), done.stdout
        assert "\x1b" not in done.stdout
        assert "\u202e" not in done.stdout
    files = {one["file"] for one in json.loads(done.stdout)["findings"]}
    assert len(files) >= 2 * len(NAMES)


IDS = ["../../../out/evil", "/tmp/evil", "a/b", "..", ".", "a b", "a\u0000b", "CON", "{{7*7}}", "\u202ea", "-", "É"]


@pytest.mark.parametrize("ident", IDS, ids=ascii)
def test_no_id_is_a_path(watched: Watched, place: Path, ident: str) -> None:
    """A notice's id and language are the name of its file."""
    notice = {"name": "a", "covers": "all", "languages": ["fr"], "status": "draft"}
    changes: Files = {
        "notices.yaml": json.dumps({ident: notice}).encode(),
        "notices/a.yaml": json.dumps({**notice, "languages": [ident]}).encode(),
        "sources.yaml": json.dumps({ident: {"name": "a", "origin": "observed"}}).encode(),
    }
    for name, content in changes.items():
        write(EVERY | {name: content}, place / "home" / "register")

        assert watched("build", "--output", output(place)).returncode == 1
        assert list((place / "out").iterdir()) == []


def test_thousands_of_files(watched: Watched, place: Path) -> None:
    for number in range(3_000):
        (place / "home" / "register" / "activities" / f"a{number}.yaml").write_bytes(b"")

    assert watched("validate").returncode == 1


@pytest.mark.parametrize("command", [["inspect"], ["trace", "register", "--document"]], ids=lambda one: one[0])
@pytest.mark.parametrize("text", ["/dev/zero", "/dev/full", "/proc/self/mem", ".", "nowhere"])
def test_a_text_that_is_none(command: list[str], text: str, place: Path) -> None:
    assert limited([*command, text], cwd=place / "home").returncode == 3
