"""What builds left that were killed: put back or cleared away by the next one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from deskprivacy.stories.output.ours import working_process
from deskprivacy.stories.output.placing import put_back


def left_behind(output: Path, home: Path) -> dict[Path, int]:
    """The folders of builds of this output, at work or killed, each with the number of its process."""
    try:
        numbers = {path: working_process(path.name, output) for path in home.iterdir()}
    except (FileNotFoundError, PermissionError):  # there may be some; nobody lets us see
        return {}
    return {path: number for path, number in numbers.items() if number is not None}


def recover(output: Path, home: Path, *, sure: bool) -> None:
    """Puts back and clears away what builds of this output left in a folder.

    `sure`: nobody else can be at work there. Where that is not known, builds whose process is there are let alone.
    """
    for left, process in left_behind(output, home).items():
        if sure or not _is_at_work(process):
            put_back(output, left)
            shutil.rmtree(left, ignore_errors=True)


def _is_at_work(process: int) -> bool:
    if os.name != "posix":  # elsewhere nobody can ask without harm
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
