"""The build of the real register: no gap is hidden, nothing internal is shown, the bytes are the same."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import html5lib
import jsonschema
import pikepdf
import pytest
from program import DATE, ROOT, SAMPLES, Run

from deskprivacy.model.public import public
from deskprivacy.render.document import Document, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import Outcome, validate
from deskprivacy.words.speech import speech
from deskprivacy.words.typography import typeset

pytestmark = pytest.mark.slow  # the register is large, and is built three times


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return validate(ROOT / "register", schemas(), date.fromisoformat(DATE))


@pytest.fixture(scope="module")
def built(deskprivacy: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("built") / "out"
    done = deskprivacy("build", ROOT / "register", "--output", output, "--date", DATE)
    assert done.returncode == 0, done.stderr
    return output


def notice(outcome: Outcome) -> Document:
    assert outcome.register is not None
    return notice_document(public(outcome.register), "consumers", outcome.gaps, speech("fr"))


def text_of(path: Path) -> str:
    tree = html5lib.parse(path.read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", "".join(tree.itertext()))


def test_every_gap_of_the_notice_is_shown(outcome: Outcome, built: Path) -> None:
    shown = text_of(built / "draft" / "consumers.fr.html")
    asked = [gap for gap in outcome.gaps if "consumers" in gap.notices]

    assert asked
    for gap in asked:
        needed = re.sub(r"\s+", " ", typeset(gap.row.needed["fr"], "fr"))
        law = gap.law[0].removeprefix("GDPR ").removeprefix("LIL ")
        assert needed in shown or re.search(rf"À compléter \([^)]*{re.escape(law)}", shown), gap.row.rule


def test_every_gap_of_the_register_is_shown(outcome: Outcome, built: Path) -> None:
    """On its sheets what the record must hold; what only notices must tell, beside them."""
    sheets, beside = (text_of(built / "internal" / f"{name}.fr.html") for name in ("register", "coverage"))

    for gap in outcome.gaps:
        shown = sheets if gap.row.sheet else beside
        assert re.sub(r"\s+", " ", typeset(gap.row.needed["fr"], "fr")) in shown, gap.row.rule


def test_nothing_internal_is_in_the_notice(outcome: Outcome, built: Path) -> None:
    shown = text_of(built / "draft" / "consumers.fr.html")
    assert outcome.register is not None

    for activity in outcome.register.activities.values():
        assert activity.name is not None
        assert typeset(activity.name, "fr") not in shown
    for question in outcome.register.open_questions.values():
        assert typeset(question.question[:40], "fr") not in shown


def test_headings_never_skip_a_level(outcome: Outcome) -> None:
    levels = [1] + [block.level for block in walk(notice(outcome).blocks) if hasattr(block, "level")]

    for above, below in pairwise(levels):
        assert below <= above + 1


def test_what_is_written_has_its_schema(built: Path) -> None:
    for name, file in (
        ("findings", "internal/findings.json"),
        ("register", "internal/register.json"),
        ("manifest", "manifest.json"),
    ):
        schema = json.loads((ROOT / "schemas" / "output" / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(json.loads((built / file).read_text(encoding="utf-8")), schema)


def test_the_manifest_knows_every_file(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    files = {path.relative_to(built).as_posix(): path for path in built.rglob("*") if path.is_file()}
    del files["manifest.json"]

    assert manifest["files"] == {name: hashlib.sha256(files[name].read_bytes()).hexdigest() for name in sorted(files)}


@pytest.mark.parametrize(
    "env",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Adak", "PYTHONHASHSEED": "2", "LANG": "fr_FR.UTF-8"},
    ],
)
def test_the_bytes_are_the_same_everywhere(deskprivacy: Run, built: Path, tmp_path: Path, env: dict[str, str]) -> None:
    import shutil

    moved = shutil.copytree(ROOT / "register", tmp_path / "un autre endroit" / "registre")
    output = tmp_path / "sortie"
    done = deskprivacy("build", moved, "--output", output, "--date", DATE, cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr

    before = {path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()}
    after = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    assert sorted(before) == sorted(after)
    for name, content in before.items():
        assert after[name] == content, name


def test_the_documents_load_nothing(built: Path) -> None:
    for path in built.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in html
        assert "<script" not in html
        assert not re.search(r"<(?:link|img|iframe|object)\b", html)


def test_a_register_of_one_activity_is_a_few_pages(deskprivacy: Run, tmp_path: Path) -> None:
    done = deskprivacy("build", SAMPLES / "bakery", "--output", tmp_path / "out", "--date", DATE)
    assert done.returncode == 0, done.stderr

    with pikepdf.open(tmp_path / "out" / "internal" / "register.fr.pdf") as register:
        assert len(register.pages) <= 5


def test_what_the_law_asks_for_stands_beside_the_register(built: Path) -> None:
    for language in ("fr", "en"):
        assert (built / "internal" / f"coverage.{language}.pdf").is_file()
        assert "legal_basis" in text_of(built / "internal" / f"coverage.{language}.html")
