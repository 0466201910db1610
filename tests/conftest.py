"""What all tests share: a skip is a failure in CI, and two ways to run the program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from program import ROOT, Run

# What a run of the tests must not hand on: colours, and the language of whoever runs them.
UNSET = ("NO_COLOR", "FORCE_COLOR", "LANGUAGE", "LC_MESSAGES", "LANG")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):  # type: ignore[no-untyped-def]
    """Turns a skip into a failure where CI=true: there, whatever a test needs must be installed."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def deskprivacy() -> Run:
    """Runs the installed program in a process of its own, as users do."""

    def run(
        *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if key not in UNSET}
        return subprocess.run(
            [sys.executable, "-P", "-m", "deskprivacy", *map(str, arguments)],
            cwd=cwd or ROOT,
            env={**clean, "LC_ALL": "C.UTF-8", **(env or {})},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run
