"""The same register and the same day give the same bytes: whatever the machine, the folder, the user; and offline."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping
from pathlib import Path

import pytest
from program import DATE, ROOT
from proofs.registers import Files, bakery_with_every_file, files_of, write
from proofs.runs import PACKAGES, limited

SMALL = bakery_with_every_file()

# Another machine, as far as a process can tell.
MACHINES = {
    "east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": "/nonexistent"},
    "west": {"TZ": "America/Adak", "LANG": "fr_FR.UTF-8", "LANGUAGE": "de:tr", "PYTHONHASHSEED": "2"},
    "ascii": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "3"},
    "fonts and packages of typst": {"TYPST_FONT_PATHS": "/usr/share/fonts", "TYPST_PACKAGE_PATH": "/nonexistent"},
    "a clock of its own": {"SOURCE_DATE_EPOCH": "1", "TYPST_ROOT": "/"},
    "without asserts and docstrings": {"PYTHONOPTIMIZE": "2"},
    "development mode": {"PYTHONDEVMODE": "1"},
}

ALONE = ("--map-root-user", "--net")
AS_NOBODY = ("--reuid=65534", "--regid=65534", "--clear-groups")

# What the terminal or the pipe can show; Windows' are the second and the third.
ENCODINGS = ["ascii", "cp1252", "cp437", "latin-1", "utf-8", "utf-16"]


def built(register: Path, output: Path, **more: object) -> Files:
    done = limited(["build", register, "--output", output], **more)  # type: ignore[arg-type]
    assert done.returncode == 0, done.stderr
    return files_of(output)


def check_same(one: Files, other: Files) -> None:
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(SMALL, tmp_path_factory.mktemp("register") / "register")


@pytest.fixture(scope="module")
def here(register: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The output of a plain build."""
    return built(register, tmp_path_factory.mktemp("here") / "out")


@pytest.mark.parametrize("env", MACHINES.values(), ids=MACHINES)
def test_another_machine(register: Path, here: Files, env: Mapping[str, str], tmp_path: Path) -> None:
    check_same(here, built(register, tmp_path / "out", env=env))


@pytest.mark.skipif(sys.platform == "win32", reason="no umask")
@pytest.mark.parametrize("umask", [0o000, 0o027, 0o077])
def test_another_umask(register: Path, here: Files, umask: int, tmp_path: Path) -> None:
    command = f"umask {umask:o}; exec {sys.executable} -P -m deskprivacy build {register} --output out --date {DATE}"
    subprocess.run(["sh", "-c", command], cwd=tmp_path, env={**os.environ, "PYTHONPATH": PACKAGES}, check=True)

    check_same(here, files_of(tmp_path / "out"))
    for path in (tmp_path / "out").rglob("*"):
        assert path.stat().st_mode & umask == 0, path


def test_another_user(register: Path, here: Files, tmp_path: Path) -> None:
    """Somebody else, who has neither a home nor a name."""
    if not (can("unshare", "--user") or can("setpriv", *AS_NOBODY)):
        pytest.skip("the system lets nobody become another user")
    apart = ["unshare", "--user"] if can("unshare", "--user") else ["setpriv", *AS_NOBODY]
    script = "import os; assert os.getuid() == 65534; from deskprivacy.__main__ import main; main()"
    with tempfile.TemporaryDirectory() as folder:  # pytest's own are for nobody else
        Path(folder).chmod(0o777)
        theirs = Path(shutil.copytree(register, Path(folder) / "register"))
        output = Path(folder) / "out"
        command = [*apart, sys.executable, "-P", "-c", script, "build", theirs, "--output", output, "--date", DATE]
        env = {**os.environ, "PYTHONPATH": PACKAGES, "HOME": "/nonexistent", "USER": "somebody", "LOGNAME": "somebody"}
        subprocess.run(list(map(str, command)), cwd=folder, env=env, check=True)

        check_same(here, files_of(output))


NAMES = ["Registre des traitements", "déjà vu – « 2026 »", "名前 🧑", "a'b\"c$(d)`e`;f&g", "-r", "%41#?x=1", "x" * 200]


@pytest.mark.skipif(sys.platform == "win32", reason="signs that its names may not hold")
@pytest.mark.parametrize("name", NAMES)
def test_another_folder(here: Files, name: str, tmp_path: Path) -> None:
    register = write(SMALL, tmp_path / name / "register")

    check_same(here, built(register, tmp_path / name / "out"))
    done = limited(["build", "--output", "out 2"], cwd=tmp_path / name)
    assert done.returncode == 0, done.stderr
    check_same(here, files_of(tmp_path / name / "out 2"))


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_a_folder_whose_name_is_no_text(here: Files, tmp_path: Path) -> None:
    register = write(SMALL, Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9")) / "register")

    check_same(here, built(register, register.parent / "out", env={"PYTHONIOENCODING": "utf-8"}))
    done = limited(["validate", register], env={"PYTHONIOENCODING": "utf-8"})
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_register_behind_a_link(register: Path, here: Files, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(register)

    check_same(here, built(tmp_path / "link", tmp_path / "out"))


def test_another_time_of_the_files(register: Path, here: Files, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(register, tmp_path / "register"))
    for path in copy.rglob("*"):
        os.utime(path, (1, 1))

    check_same(here, built(copy, tmp_path / "out"))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_terminal_with_another_encoding(register: Path, encoding: str, tmp_path: Path) -> None:
    """What it cannot show is shown otherwise; the exit code stays, and the files too."""
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    faulty = write(SMALL | {"sources.yaml": "é\u202f😀: x\nλ: [☃]\n".encode()}, tmp_path / "register")

    for command in (["validate", register], ["build", register, "--output", tmp_path / "out"]):
        done = limited(command, env=env)
        assert done.returncode == 0, done.stderr
    for format_ in ("text", "concise", "json"):
        done = limited(["validate", faulty, "--format", format_], env=env)
        assert done.returncode == 1, done.stderr
        assert done.stdout


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the built wheel and, of everything else, only the libraries."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    for name in ("deskprivacy", "schemas", "templates"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, source], check=True)
    shutil.rmtree(source)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False, symlinks=sys.platform != "win32")
    python = folder / "env" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([*pip, "--python", python, "install", "--no-deps", "--no-index", wheel], check=True)
    libraries = folder / "libraries"
    libraries.mkdir()
    for path in Path(next(p for p in sys.path if p.endswith("site-packages"))).iterdir():
        if not path.name.startswith("deskprivacy") and path.suffix != ".pth":
            (libraries / path.name).symlink_to(path, target_is_directory=path.is_dir())
    own = subprocess.run(
        [python, "-c", "import site; print(site.getsitepackages()[0])"], capture_output=True, text=True
    )
    Path(own.stdout.strip(), "libraries.pth").write_text(str(libraries), encoding="utf-8")
    Path(own.stdout.strip(), "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return python


# No socket may be made, no name looked up.
NO_NETWORK = """
import os, sys

def hook(event, arguments):
    if event.startswith("socket.") or event in ("urllib.Request", "http.client.connect", "ftplib.connect"):
        os.write(2, f"NETWORK {event} {arguments}\\n".encode())
        os._exit(99)

sys.addaudithook(hook)
"""


def run_alone(python: Path, *arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command of the installed program; where the system can, in a network of its own that leads nowhere."""
    apart = ["unshare", *ALONE] if can("unshare", *ALONE) else []
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:9")
    command = [*apart, python.parent / "deskprivacy", *arguments, "--date", DATE]
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env={**clean, **proxies}, capture_output=True, text=True, check=False
    )


def can(program: str, *options: str) -> bool:
    """Whether the system lets us run Python by a program like `unshare`."""
    if not shutil.which(program):
        return False
    return subprocess.run([program, *options, sys.executable, "-P", "-c", ""], capture_output=True).returncode == 0


def test_the_wheel_gives_the_same_bytes_offline(alone: Path, here: Files, tmp_path: Path) -> None:
    home = tmp_path / "Été à la mer" / "déjà vu"
    write(SMALL, home / "register")

    done = run_alone(alone, "build", "--output", "sortie", cwd=home)

    assert done.returncode == 0, done.stderr
    check_same(here, files_of(home / "sortie"))


def test_the_wheel_brings_its_own_data(alone: Path, tmp_path: Path) -> None:
    """Schemas, templates, the law and the catalogues of words come from the wheel: there is no checkout beside it."""
    write(SMALL | {"purposes.yaml": b"x: {nom: y}\n"}, tmp_path / "register")
    script = (
        "import deskprivacy, json; from pathlib import Path; from deskprivacy import resources; "
        "from deskprivacy.words.catalogue import languages; "
        "home = Path(deskprivacy.__file__).parent; "
        "assert 'env' in home.parts and 'libraries' not in home.parts, home; "
        "assert resources.schemas() == home / 'schemas' and resources.schemas().is_dir(); "
        "assert resources.templates() == home / 'templates' and resources.templates().is_dir(); "
        "assert (home / 'law' / 'duties.yaml').is_file(); "
        "assert set(languages()) >= {'en', 'fr'}, languages()"
    )
    subprocess.run([alone, "-I", "-c", script], cwd=tmp_path, check=True)

    done = run_alone(alone, "validate", cwd=tmp_path)

    assert done.returncode == 1, done.stderr
    assert "erreur" in done.stdout
    assert "unknown-key" in done.stdout
