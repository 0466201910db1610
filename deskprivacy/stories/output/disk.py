"""Files on the disk: written, and flushed, so that a machine that loses its power has the old output or the new one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

# What some file systems, of networks above all, answer where a folder is to be flushed.
_CANNOT_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


def fill(folder: Path, files: Mapping[str, bytes], folders: Iterable[str]) -> None:
    """Makes the folder with its files, all of it on the disk when this returns."""
    for name in ("", *folders):
        (folder / name).mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name in files:
        _flush(folder / name)
    for below, _, _ in os.walk(folder, topdown=False):
        flush_folder(Path(below))


def flush_folder(folder: Path) -> None:
    """Lets the names in a folder reach the disk, where the system can."""
    if os.name != "posix":  # elsewhere a folder is no file that one opens
        return
    try:
        _flush(folder)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH:
            raise


def _flush(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
