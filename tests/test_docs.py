"""The manual: its examples work, and its generated pages are those that the code would write."""

from __future__ import annotations

import json
import os
import re
import shutil
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


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("msgmerge"), reason="gettext’s tools are not installed")
def test_the_commands_of_the_page_on_translations(deskprivacy: Run, library: Path) -> None:
    """In their order: a template, a language, its check; then a text changes: its translation is to be seen again."""
    page = (ROOT / "docs" / "traductions.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n# fichier : modele.py\n(.*?)```", page, re.DOTALL)
    (library.parent / "modele.py").write_text(program, encoding="utf-8")
    template, start, check, update = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    notice, po = library / "notices" / "readers.yaml", library / "translations" / "en.po"
    notice.write_text(notice.read_text("utf-8").replace("languages: [fr]", "languages: [fr, en]"), "utf-8")

    def run(commands: str) -> None:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "PYTHONPATH": ""}
        done = subprocess.run(
            ["sh", "-ec", commands.replace("validate", f"validate --date {DATE}")],
            cwd=library.parent,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    def told() -> set[str]:
        done = deskprivacy("validate", "--date", DATE, "--format", "json", cwd=library.parent)
        return {one["rule"] for one in json.loads(done.stdout)["findings"]}

    run(template)
    run(start)
    assert told() == {"translation-missing"}
    entry = re.compile(r'(msgid ((?:".*"\n)+))msgstr ""\n(?!")')
    empty = po.read_text("utf-8")
    po.write_text(entry.sub(r"\1msgstr \2", empty), "utf-8")
    assert told() == {"translation-copied"}
    po.write_text(entry.sub(r'\1msgstr "In English: "\n\2', empty), "utf-8")
    assert told() == set()
    run(check)
    purposes = library / "purposes.yaml"
    purposes.write_text(purposes.read_text("utf-8").replace("  name: ", "  name: Bien ", 1), "utf-8")
    assert told() == {"translation-stale"}
    run(update)
    assert "#, fuzzy" in po.read_text("utf-8").partition('msgctxt "')[2]
    assert told() == {"translation-stale"}
    po.write_text(po.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")
    assert told() == set()


def test_the_first_edit_of_the_readme(deskprivacy: Run, tmp_path: Path) -> None:
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
