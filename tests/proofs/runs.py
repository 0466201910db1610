"""Running the program in a process of its own, within bounds on time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from program import DATE

import deskprivacy

PACKAGES = str(Path(deskprivacy.__file__).parent.parent)  # where the program under test lies
UNDATED = ("inspect", "trace")  # commands that say the same every day


def limited(
    arguments: Sequence[str | Path],
    *,
    seconds: float = 300,  # what hangs is meant, not a slow machine
    memory: int | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """What the program says, with the day of all tests where the command has one; fails where it takes longer."""

    def bound() -> None:
        import resource

        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    day = () if arguments[0] in UNDATED else ("--date", DATE)
    return subprocess.run(
        [sys.executable, "-P", "-m", "deskprivacy", *map(str, arguments), *day],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": PACKAGES, **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=seconds,
        check=False,
        preexec_fn=bound if memory else None,
    )
