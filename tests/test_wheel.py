"""A built wheel, in an environment of its own, from another folder, in a path with spaces and accents."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from program import DATE, ROOT, SAMPLES

pytestmark = pytest.mark.slow


def test_a_wheel_carries_all_that_the_program_needs(tmp_path: Path) -> None:
    source = Path(
        shutil.copytree(
            ROOT,
            tmp_path / "source",
            ignore=shutil.ignore_patterns(".venv*", ".git", "build", "__pycache__", ".*_cache"),
        )
    )
    wheels = tmp_path / "wheels"
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", wheels, source]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
    place = tmp_path / "été à la plage"
    site = place / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    shutil.copytree(SAMPLES / "bakery", place / "mon registre")

    # The libraries are those of this environment; deskprivacy itself must come from the wheel.
    script = "import deskprivacy, sys; sys.path; print(deskprivacy.__file__)"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), sysconfig.get_path("purelib")])}
    where = subprocess.run(
        [sys.executable, "-P", "-c", script], env=env, cwd=place, capture_output=True, text=True, check=True
    )
    command = [sys.executable, "-P", "-m", "deskprivacy", "build", "mon registre", "--output", "sortie", "--date", DATE]
    done = subprocess.run(command, env=env, cwd=place, capture_output=True, text=True, check=False)

    assert str(site) in where.stdout
    assert done.returncode == 0, done.stderr
    assert (place / "sortie" / "internal" / "register.fr.pdf").is_file()
    assert "Qui sommes-nous" in (place / "sortie" / "draft" / "customers.fr.html").read_text(encoding="utf-8")
