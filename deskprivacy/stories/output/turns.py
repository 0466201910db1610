"""One build at a time: whoever writes an output has its lock, and others wait for their turn.

The lock is held by a file that the system frees when its process ends, however it ends.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from deskprivacy.errors import CannotWrite
from deskprivacy.stories.output.ours import lock_name

PATIENCE = 30.0  # seconds; what another build writes while it has the lock takes a second or two
_PAUSE = 0.05


@contextmanager
def turn(output: Path, folders: Iterable[Path]) -> Iterator[set[Path]]:
    """Waits until no other build writes the output, and holds the others off; raises CannotWrite where it lasts.

    Gives those of the folders in which nobody else can be at work now: where the system has no locks, or nothing may
    be written, there is no saying.
    """
    with ExitStack() as locks:
        yield {folder for folder in folders if locks.enter_context(_lock(output, folder))}


@contextmanager
def _lock(output: Path, folder: Path) -> Iterator[bool]:
    path = folder / lock_name(output)
    opened = _wait(output, path)
    try:
        yield opened is not None
    finally:
        if opened is not None:
            try:
                with suppress(OSError):
                    path.unlink()
            finally:
                os.close(opened)


def _wait(output: Path, path: Path) -> int | None:
    """The file once it is locked; None where there are no locks."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if (opened := _take(path)) is not None:
                return opened
        except BlockingIOError as error:
            if time.monotonic() > end:
                raise CannotWrite(
                    "{folder} is being written by another build (process {process}); try again when that has ended.",
                    folder=output,
                    process=_holder(path),
                ) from error
            time.sleep(_PAUSE)
        except (ImportError, OSError):  # Windows; a file system without locks, a folder where nothing may be written
            return None


def _take(path: Path) -> int | None:
    """The file, locked; None where who had it has taken it away. Raises BlockingIOError where it is held."""
    import fcntl

    opened = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _is_there(path, opened):
            with suppress(OSError):  # the name is for others to read; a full disk takes the lock from nobody
                os.pwrite(opened, f"{os.getpid():<10}".encode(), 0)
            return opened
    except BaseException:
        os.close(opened)
        raise
    os.close(opened)
    return None


def _is_there(path: Path, opened: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(opened))
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError):
        return str(int(path.read_text("ascii")))
    return "?"
