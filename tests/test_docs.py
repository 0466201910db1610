"""The manual: its examples work, and its generated pages are those that the code would write."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from program import DATE, ROOT, Run

EXAMPLE = re.compile(r"```yaml\n# fichier : (?P<file>\S+)\n(?P<text>.*?)```", re.DOTALL)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The register that the examples of docs/registre.md make together."""
    for found in EXAMPLE.finditer((ROOT / "docs" / "registre.md").read_text(encoding="utf-8")):
        path = tmp_path / "register" / found["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found["text"], encoding="utf-8")
    return tmp_path / "register"


def test_the_examples_make_a_register_without_findings(deskprivacy: Run, library: Path) -> None:
    done = deskprivacy("validate", "--date", DATE, "--fail-on", "warning", cwd=library.parent)

    assert done.returncode == 0, done.stdout


def test_the_examples_build(deskprivacy: Run, library: Path) -> None:
    done = deskprivacy("build", "--output", "build", "--date", DATE, cwd=library.parent)

    assert done.returncode == 0, done.stderr
    assert (library.parent / "build" / "draft" / "readers.fr.pdf").read_bytes().startswith(b"%PDF-")


def test_the_first_edit_of_the_readme(deskprivacy: Run, tmp_path: Path) -> None:
    import shutil

    register = Path(shutil.copytree(ROOT / "register", tmp_path / "register"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (edit,) = re.findall(r"```yaml\n(deskmanager:\n.*?)```", readme, re.DOTALL)
    controllers = register / "controllers.yaml"
    text = controllers.read_text(encoding="utf-8")
    before = "deskmanager:\n  trade_name: DESKMANAGER\n"
    assert before in text
    controllers.write_text(text.replace(before, edit), encoding="utf-8")

    done = deskprivacy("validate", register, "--date", DATE, "--format", "concise")

    assert "answered-question" in done.stdout


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

    reasons = re.findall(r"^\| ([a-z][a-z0-9-]*) [^|]*\| \S", plan.partition("| package | reason |")[2], re.MULTILINE)

    assert sorted(reasons) == [re.split(r"[<>=]", one)[0] for one in project["dependencies"]]


def test_the_generated_pages_are_up_to_date(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "docs" / "generate.py", tmp_path], check=True)

    for page in tmp_path.iterdir():
        assert (ROOT / "docs" / page.name).read_text(encoding="utf-8") == page.read_text(encoding="utf-8"), "make docs"


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
