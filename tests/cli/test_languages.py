"""What is read before a command has run, and instead of it: in the language asked for, the register's, the user's."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from program import DATE, ROOT, SAMPLES, Run

from deskprivacy.cli import main
from deskprivacy.cli.main import COMMANDS
from deskprivacy.words.catalogue import catalogue

pytestmark = pytest.mark.broad
ENGLISH = re.compile(
    r"\b(the|this|that|is|are|not|such|no|of|and|or|Usage|Try|Missing|Invalid|value|requires|required|default|"
    r"Arguments:|Options:|Commands:|Show|unexpected|cannot)\b"
)
FRENCH_USER = {"LC_ALL": "fr_FR.UTF-8"}

# Each way in which a command line can be wrong.
WRONG = [
    ("validate", "--nonsense"),
    ("validate", "--formt", "json"),
    ("validate", "--format", "xml"),
    ("validate", "--format"),
    ("validate", "--all=1"),
    ("validate", "--date", "22/11/2026"),
    ("validate", "a", "b"),
    ("build", "--output"),
    ("trace",),
    ("inspect",),
    ("explain",),
    ("explain", "nonsense"),
    ("explain", "consent-withdrawl"),
    ("rules", "--family", "nonsense"),
    ("nonsense",),
    ("valdate",),
    ("--nonsense",),
    ("--nonsense", "validate"),
]
# And each in which it cannot be done.
REFUSED = [
    ("validate",),
    ("build",),
    ("trace", "--document", "nowhere.txt"),
    ("validate", "nowhere"),
    ("inspect", "nowhere.txt"),
    ("inspect", "."),
    ("inspect", "empty.txt"),
    ("inspect", "digits.txt"),
    ("inspect", "latin.txt"),
    ("inspect", "binary.txt"),
    ("inspect", "notice.pdf"),
    ("inspect", "spanish.txt"),
    ("inspect", "x" * 300),
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for name, content in {
        "empty.txt": b"",
        "digits.txt": b"1 2 3",
        "latin.txt": "donn\u00e9es".encode("latin-1"),
        "binary.txt": b"\0\1",
        "notice.pdf": b"%PDF-1.7",
        "spanish.txt": b"Tratamos sus datos personales para gestionar los pedidos. " * 9,
    }.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_wrong_command_line_is_told_in_french(deskprivacy: Run, place: Path, arguments: tuple[str, ...]) -> None:
    done = deskprivacy(*arguments, cwd=place, env=FRENCH_USER)

    assert done.returncode == 2
    assert done.stdout == ""
    assert not ENGLISH.findall(re.sub(r"'[^']*'|`[^`]*`|deskprivacy .*", "", done.stderr)), done.stderr


@pytest.mark.parametrize("arguments", REFUSED, ids=lambda found: " ".join(found)[:30])
def test_so_is_a_refusal(deskprivacy: Run, place: Path, arguments: tuple[str, ...]) -> None:
    done = deskprivacy(*arguments, cwd=place, env=FRENCH_USER)

    assert done.returncode == 3
    assert not ENGLISH.findall(done.stderr), done.stderr


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_so_is_all_help(deskprivacy: Run, place: Path, command: str) -> None:
    done = deskprivacy(*filter(None, (command, "--help")), cwd=place, env=FRENCH_USER)

    assert done.returncode == 0
    assert not ENGLISH.findall(done.stdout), done.stdout


def test_so_is_what_a_bare_command_answers(deskprivacy: Run, place: Path) -> None:
    done = deskprivacy(cwd=place, env=FRENCH_USER)

    assert done.returncode == 2
    assert "validate" in done.stdout + done.stderr
    assert not ENGLISH.findall(done.stdout + done.stderr)


def test_a_bug_in_the_choice_of_a_language_is_told_as_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_arguments: object) -> str:
        raise ValueError("broken on purpose")

    monkeypatch.setattr(main, "language_of_run", broken)

    assert main.run([]) == 70
    assert "broken on purpose" in capsys.readouterr().err


@pytest.mark.parametrize("environment", [{}, FRENCH_USER])
@pytest.mark.parametrize("lang", [("--lang", "en"), ("--lang=en",), ("--lang", "fr"), ("--lang=fr",)])
def test_the_language_asked_for_wins(
    deskprivacy: Run, place: Path, lang: tuple[str, ...], environment: dict[str, str]
) -> None:
    shutil.copytree(SAMPLES / "bakery", place / "register")
    wanted = "Usage: " if lang[0][-2:] == "en" or lang[-1] == "en" else "Emploi : "

    for arguments in (("validate", "--help"), ("validate", "--nonsense"), ("explain",)):
        done = deskprivacy(*arguments, *lang, cwd=place, env=environment)
        assert (done.stdout + done.stderr).replace("\u00a0", " ").startswith(wanted)


def test_then_that_of_the_register(deskprivacy: Run, place: Path) -> None:
    shutil.copytree(SAMPLES / "bakery", place / "elsewhere")

    assert "Emploi" in deskprivacy("validate", "elsewhere", "--nonsense", cwd=place).stderr
    assert "Usage" in deskprivacy("validate", "--nonsense", cwd=place).stderr
    (place / "elsewhere").rename(place / "register")
    assert "Emploi" in deskprivacy("validate", "--nonsense", cwd=place, env={"LC_ALL": "en_GB.UTF-8"}).stderr
    assert "RGPD" in deskprivacy("explain", "authority-missing", cwd=place).stdout


def test_so_do_the_findings(deskprivacy: Run, place: Path) -> None:
    register = shutil.copytree(SAMPLES / "faulty", place / "register")
    french = deskprivacy("validate", "--date", DATE, cwd=place, env={"LC_ALL": "en_GB.UTF-8"}).stdout
    settings = register / "register.yaml"
    settings.write_text(settings.read_text("utf-8").replace("language: fr", "language: en"), "utf-8")
    english = deskprivacy("validate", "--date", DATE, cwd=place, env=FRENCH_USER).stdout

    assert ("erreur" in french, "error" in english) == (True, True)
    assert "erreur" not in english


Arguments = tuple[str, ...]
SPOKEN: tuple[Arguments, ...] = (("--help",), ("rules",), ("explain", "adequacy"), ("validate",))


@pytest.fixture(scope="module")
def spoken(deskprivacy: Run, tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, Arguments], str]:
    """What each of these commands says in each language."""
    nowhere = tmp_path_factory.mktemp("nowhere")
    both = [(language, arguments) for language in ("fr", "en") for arguments in SPOKEN]
    done = {of: deskprivacy(*of[1], cwd=nowhere, env={"LC_ALL": f"{of[0]}_XX.UTF-8"}) for of in both}
    return {of: one.stdout + one.stderr for of, one in done.items()}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "en_US.UTF-8"}, "fr"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_CA", "LANG": "en_US.UTF-8"}, "fr"),
        ({"LC_ALL": "", "LANG": "fr"}, "fr"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANGUAGE": "de:fr:en"}, "fr"),
        ({"LC_ALL": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": ""}, "en"),
    ],
)
def test_then_that_of_the_user(
    deskprivacy: Run,
    place: Path,
    spoken: Mapping[tuple[str, Arguments], str],
    environment: dict[str, str],
    language: str,
) -> None:
    for arguments in SPOKEN:
        done = deskprivacy(*arguments, cwd=place, env=environment)
        assert done.stdout + done.stderr == spoken[language, arguments]


def test_every_refusal_is_a_message_of_the_catalogue() -> None:
    refusals = {"NoRegister", "CannotRead", "OutputNotOurs", "UnknownTakeover", "UnknownRule", "CannotWrite"}
    refusals |= {"CannotRender", "_TypstPanicked"}
    french = catalogue("fr")
    for path in (ROOT / "deskprivacy").rglob("*.py"):
        if path.parent.name == "load":
            continue  # in load it is the reason in a finding
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in refusals:
                (message,) = node.args
                assert isinstance(message, ast.Constant), f"{path.name}:{node.lineno}: no value belongs in a message"
                assert french.gettext(str(message.value)) != message.value, message.value


def test_findings_for_editors_keep_their_words(deskprivacy: Run, tmp_path: Path) -> None:
    register = Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))
    (register / "measures.yaml").write_text("a: b: c\n", "utf-8")
    done = deskprivacy("validate", register, "--date", DATE, "--format", "concise", "--lang", "fr")

    assert re.match(r"\S+/measures.yaml:1:\d+: error: colon-in-text: ", done.stdout)


@pytest.mark.parametrize(
    ("arguments", "french", "english"),
    [
        (("validate", "a", "b", "c"), "en trop\u00a0: b c.", "Too many arguments: b c."),
        (("explain", "a", "b"), "en trop\u00a0: b.", "Too many arguments: b."),
        (("validate", "--date", "2026-02-30"), "n’existe pas au calendrier", "there is no such day in the calendar"),
        (("validate", "--date", "hier"), "année-mois-jour", "year-month-day"),
        (("build", "--output", ""), "ne désigne aucun dossier", "it names no folder"),
        (("build", "--output", "/"), "le disque entier", "is the whole disk"),
    ],
)
def test_what_is_wrong_is_said_in_whole_words(
    deskprivacy: Run, tmp_path: Path, arguments: tuple[str, ...], french: str, english: str
) -> None:
    register = shutil.copytree(SAMPLES / "bakery", tmp_path / "register")
    for language, words in (("fr", french), ("en", english)):
        done = deskprivacy(*arguments, "--lang", language, cwd=register.parent)
        assert done.returncode == 2
        assert words in done.stderr
        assert "s) (" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_help_that_cannot_be_printed_names_the_output(deskprivacy: Run) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "deskprivacy", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, **FRENCH_USER, "LANGUAGE": ""},
            check=False,
        )
    assert done.returncode == 3
    assert "la sortie standard" in done.stderr.decode()
