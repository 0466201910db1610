"""DESKMANAGER's register, as CI and its data protection officer see it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from program import DATE, ROOT, Run

REGISTER = ROOT / "register"


def test_it_validates(deskprivacy: Run) -> None:
    done = deskprivacy("validate", REGISTER, "--date", DATE, "--format", "json")

    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["summary"]["error"] == 0
    gaps = [one for one in found["findings"] if one["question"]]
    assert gaps, "the gaps of the old notice are shown, as asked"


def without(register: Path, question: str) -> None:
    path = register / "open_questions.yaml"
    blocks = re.split(r"(?m)^(?=[a-z0-9-]+:$)", path.read_text(encoding="utf-8"))
    kept = [block for block in blocks if not block.startswith(f"{question}:")]
    assert len(kept) == len(blocks) - 1
    path.write_text("".join(kept), encoding="utf-8")


@pytest.mark.parametrize("question", ["controller-identity"])
def test_a_gap_that_nobody_asks_about_is_an_error(deskprivacy: Run, tmp_path: Path, question: str) -> None:
    register = Path(shutil.copytree(REGISTER, tmp_path / "register"))
    without(register, question)

    assert deskprivacy("validate", register, "--date", DATE).returncode == 1


def test_nothing_of_the_old_notice_lies_in_the_repository() -> None:
    takeovers = (REGISTER / "takeovers.yaml").read_text(encoding="utf-8")
    (digest,) = re.findall(r"sha256: \"?([0-9a-f]{64})", takeovers)
    from hashlib import sha256

    for path in ROOT.rglob("*.txt"):
        if not {".venv", "build", ".git"} & set(path.relative_to(ROOT).parts):
            assert sha256(path.read_bytes()).hexdigest() != digest
