"""The commands as users run them: each row of the table of exit codes, and what goes to which stream."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from program import DATE, ROOT, SAMPLES, Run

BAKERY = SAMPLES / "bakery"
FORMATS = ("text", "concise", "json")


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BAKERY, tmp_path / "register"))


def spoil(register: Path, file: str, old: str, new: str) -> None:
    path = register / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.broad
class TestExitCodes:
    def test_0_where_nothing_is_found(self, deskprivacy: Run, bakery: Path, format_: str) -> None:
        assert deskprivacy("validate", bakery, "--date", DATE, "--format", format_).returncode == 0

    def test_1_on_an_error(self, deskprivacy: Run, bakery: Path, format_: str) -> None:
        spoil(bakery, "controllers.yaml", "  name: Boulangerie Aubépine SARL\n", "")

        done = deskprivacy("validate", bakery, "--date", DATE, "--format", format_)

        assert done.returncode == 1
        assert "controller-name-missing" in done.stdout
        assert done.stderr == ""

    def test_0_on_an_error_that_nobody_wants_to_fail_on(self, deskprivacy: Run, bakery: Path, format_: str) -> None:
        spoil(bakery, "controllers.yaml", "  name: Boulangerie Aubépine SARL\n", "")

        done = deskprivacy("validate", bakery, "--date", DATE, "--format", format_, "--fail-on", "never")

        assert done.returncode == 0
        assert "controller-name-missing" in done.stdout

    def test_1_on_a_warning_only_where_it_is_asked_for(self, deskprivacy: Run, bakery: Path, format_: str) -> None:
        spoil(bakery, "sources.yaml", "order-form:", "till:\n  name: Caisse\n  origin: observed\norder-form:")
        command = ("validate", bakery, "--date", DATE, "--format", format_)

        assert deskprivacy(*command).returncode == 0
        assert deskprivacy(*command, "--fail-on", "warning").returncode == 1

    def test_2_on_a_wrong_option(self, deskprivacy: Run, bakery: Path, format_: str) -> None:
        done = deskprivacy("validate", bakery, "--format", format_, "--nonsense")

        assert done.returncode == 2
        assert done.stdout == ""
        assert "--nonsense" in done.stderr

    def test_3_where_there_is_no_register(self, deskprivacy: Run, tmp_path: Path, format_: str) -> None:
        done = deskprivacy("validate", "--format", format_, cwd=tmp_path)

        assert done.returncode == 3
        assert done.stdout == ""
        assert "register" in done.stderr

    def test_70_on_a_bug(self, bakery: Path, format_: str) -> None:
        script = (
            "import sys\n"
            "import deskprivacy.stories.validate as story\n"
            "from deskprivacy.cli.main import run\n"
            "def broken(*_): raise RuntimeError('broken on purpose')\n"
            "story.gaps = broken\n"
            "sys.exit(run(sys.argv[1:]))\n"
        )
        command = [sys.executable, "-P", "-c", script, "validate", str(bakery), "--date", DATE, "--format", format_]
        done = subprocess.run(command, capture_output=True, text=True, check=False)

        assert done.returncode == 70
        assert done.stdout == ""
        assert "DESKPRIVACY_DEBUG" in done.stderr

    def test_130_on_an_interruption(self, bakery: Path, format_: str) -> None:
        script = (
            "import sys\n"
            "import deskprivacy.stories.validate as story\n"
            "from deskprivacy.cli.main import run\n"
            "def interrupted(*_): raise KeyboardInterrupt\n"
            "story.gaps = interrupted\n"
            "sys.exit(run(sys.argv[1:]))\n"
        )
        command = [sys.executable, "-P", "-c", script, "validate", str(bakery), "--date", DATE, "--format", format_]

        assert subprocess.run(command, capture_output=True, check=False).returncode == 130


def test_the_manual_has_every_exit_code() -> None:
    from deskprivacy.cli.exits import Exit

    manual = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    assert [f"| {code.value} | " in manual for code in Exit] == [True] * len(Exit)


def test_validate_finds_the_register_here(deskprivacy: Run, bakery: Path) -> None:
    assert deskprivacy("validate", "--date", DATE, cwd=bakery.parent).returncode == 0
    assert deskprivacy("validate", "--date", DATE, cwd=bakery).returncode == 0


def test_messages_come_in_the_register_s_language_or_the_one_asked_for(deskprivacy: Run, bakery: Path) -> None:
    assert "Aucun constat." in deskprivacy("validate", bakery, "--date", DATE).stdout
    assert "No finding." in deskprivacy("validate", bakery, "--date", DATE, "--lang", "en").stdout


def test_a_pipe_gets_no_escape_codes(deskprivacy: Run, bakery: Path) -> None:
    spoil(bakery, "controllers.yaml", "  name: Boulangerie Aubépine SARL\n", "")
    command = ("validate", bakery, "--date", DATE)

    assert "\x1b" not in deskprivacy(*command).stdout
    assert "\x1b" in deskprivacy(*command, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b" not in deskprivacy(*command, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's pipe")
def test_a_closed_pipe_is_silent(bakery: Path) -> None:
    spoil(bakery, "purposes.yaml", "legal_basis: contract", "legal_basis: contrat")
    command = f"{sys.executable} -P -m deskprivacy validate {bakery} --date {DATE} --format json | head -c 1"

    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)

    assert done.stdout == "{"
    assert done.stderr == ""


def test_the_json_has_its_schema(deskprivacy: Run, bakery: Path) -> None:
    import jsonschema

    spoil(bakery, "purposes.yaml", "legal_basis: contract", "legal_basis: contrat")
    found = json.loads(deskprivacy("validate", bakery, "--date", DATE, "--format", "json").stdout)

    jsonschema.validate(found, json.loads((ROOT / "schemas/output/findings.schema.json").read_text(encoding="utf-8")))
    (finding,) = found["findings"]
    assert (finding["rule"], finding["file"], finding["line"], finding["column"]) == (
        "unknown-word",
        "purposes.yaml",
        5,
        16,
    )
    assert finding["address"] == "purposes/order-preparation.legal_basis"
    assert "contract" in finding["help"]


def test_version(deskprivacy: Run) -> None:
    from deskprivacy import __version__

    assert deskprivacy("--version").stdout == f"deskprivacy {__version__}\n"


class TestBuild:
    def test_it_writes_everything(self, deskprivacy: Run, bakery: Path, tmp_path: Path) -> None:
        done = deskprivacy("build", bakery, "--output", tmp_path / "out", "--date", DATE)

        assert done.returncode == 0, done.stderr
        written = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*")}
        assert written == {
            "draft",
            "draft/customers.fr.html",
            "draft/customers.fr.pdf",
            "internal",
            "internal/coverage.fr.html",
            "internal/coverage.fr.pdf",
            "internal/findings.json",
            "internal/register.fr.html",
            "internal/register.fr.pdf",
            "internal/register.json",
            "manifest.json",
            "public",
        }

    def test_it_is_refused_where_the_register_does_not_load(
        self, deskprivacy: Run, bakery: Path, tmp_path: Path
    ) -> None:
        deskprivacy("build", bakery, "--output", tmp_path / "out", "--date", DATE)
        before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
        spoil(bakery, "purposes.yaml", "legal_basis: contract", "legal_basis: contrat")

        done = deskprivacy("build", bakery, "--output", tmp_path / "out", "--date", DATE)

        assert done.returncode == 1
        assert done.stdout == ""
        assert "unknown-word" in done.stderr
        assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()} == before

    def test_a_folder_that_is_not_ours_is_left_alone(self, deskprivacy: Run, bakery: Path, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "thesis.txt").write_text("years of work")

        done = deskprivacy("build", bakery, "--output", tmp_path / "out", "--date", DATE)

        assert done.returncode == 2
        assert (tmp_path / "out" / "thesis.txt").read_text() == "years of work"


class TestTrace:
    TEXT = "Nous prenons votre nom.\n\nNous le gardons un an. Nous sommes les meilleurs.\n"

    @pytest.fixture
    def taken(self, bakery: Path) -> Path:
        from hashlib import sha256

        (bakery.parent / "old.txt").write_text(self.TEXT, encoding="utf-8")
        digest = sha256(self.TEXT.encode()).hexdigest()
        (bakery / "takeovers.yaml").write_text(
            f"old-notice:\n  title: Ancienne affiche\n  paragraphs: 2\n  sha256: {digest}\n"
            "  dropped:\n    P2.2: Réclame\n",
            encoding="utf-8",
        )
        spoil(
            bakery,
            "data_categories.yaml",
            "    name: {name: Nom}\n",
            "    name:\n      name: Nom\n      stated_in: [P1.1]\n",
        )
        return bakery

    def test_an_open_sentence_is_named(self, deskprivacy: Run, taken: Path) -> None:
        done = deskprivacy("trace", taken, "--document", taken.parent / "old.txt", "--format", "json")

        found = json.loads(done.stdout)
        assert done.returncode == 1
        assert found["sha256_matches"] is True
        assert (found["paragraphs"], found["sentences"], found["cited"], found["dropped"]) == (2, 3, 1, 1)
        assert found["open"] == ["P2.1"]
        assert found["sentences_by_id"]["P1.1"]["cited_by"] == ["data_categories/contact-details.items.name"]
        assert found["sentences_by_id"]["P2.2"]["dropped"] == "Réclame"

    def test_0_where_nothing_is_open(self, deskprivacy: Run, taken: Path) -> None:
        spoil(taken, "retention_rules.yaml", "  then: delete\n", "  then: delete\n  stated_in: [P2.1]\n")

        done = deskprivacy("trace", taken, "--document", taken.parent / "old.txt")

        assert done.returncode == 0, done.stdout
        assert "0 ouvertes" in done.stdout

    def test_another_text_is_told(self, deskprivacy: Run, taken: Path) -> None:
        spoil(taken, "retention_rules.yaml", "  then: delete\n", "  then: delete\n  stated_in: [P2.1]\n")
        (taken.parent / "old.txt").write_text(self.TEXT + "\nPS.\n", encoding="utf-8")

        found = json.loads(
            deskprivacy("trace", taken, "--document", taken.parent / "old.txt", "--format", "json").stdout
        )

        assert found["sha256_matches"] is False
        assert found["open"] == ["P3.1"]

    def test_a_text_that_is_not_there(self, deskprivacy: Run, taken: Path) -> None:
        assert deskprivacy("trace", taken, "--document", taken / "nowhere.txt").returncode == 3

    def test_a_text_that_was_not_taken_over(self, deskprivacy: Run, taken: Path) -> None:
        done = deskprivacy("trace", taken, "--document", taken.parent / "old.txt", "--takeover", "old-notise")

        assert done.returncode == 2
        assert "old-notice" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="closed by a POSIX shell")
def test_a_closed_stream_changes_no_verdict() -> None:
    command = f'"{sys.executable}" -P -m deskprivacy validate "{SAMPLES / "bakery"}" --date {DATE} >&- 2>&-'

    assert subprocess.run(["sh", "-c", command], check=False).returncode == 0
