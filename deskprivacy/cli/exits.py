"""The exit codes, the same for every command and format. `docs/cli.md` has the table for readers."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a run came to."""

    OK = 0  # nothing at or above --fail-on; the documents are written; nothing is open
    FINDINGS = 1  # findings at or above --fail-on; the build is refused; sentences are open
    USAGE = 2  # an option is wrong, the output folder is not ours, or what is named does not exist
    CANNOT_RUN = 3  # no register, nothing to check, a file that cannot be read or written
    BUG = 70  # deskprivacy failed: please report it
    INTERRUPTED = 130  # Ctrl-C
