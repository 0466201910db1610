"""The new output takes the place of the old: in one step where the system can; what is stopped half way is undone.

Beside the output, in a build's own folder: `new`, what it wrote; `old`, what was there before; `leaving`, a part of
that, while what cannot be replaced is emptied piece by piece.
"""

from __future__ import annotations

import errno
from pathlib import Path

from deskprivacy.stories.output.exchange import exchange
from deskprivacy.stories.output.ours import MANIFEST, is_passed_over, refuse_strangers

NEW, OLD, LEAVING = "new", "old", "leaving"


def swap(output: Path, beside: Path) -> None:
    """Puts the new folder in the place of the output. Raises OutputNotOurs where somebody put a file into that."""
    fresh, old = beside / NEW, beside / OLD
    there = identity(output)
    try:
        if there is None:
            fresh.rename(output)
        elif exchange(fresh, output):
            refuse_strangers(fresh, shown=output)
        else:
            output.rename(old)
            refuse_strangers(old, shown=output)
            fresh.rename(output)
    except BaseException:
        if there is not None and identity(fresh) == there:
            exchange(fresh, output)
        put_back(output, beside)
        raise


def identity(path: Path) -> tuple[int, int] | None:
    """Which folder lies at a path, whatever it is called; None where there is none."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_dev, stat.st_ino


def replace_contents(output: Path, beside: Path) -> None:
    """Puts what the new folder holds in the place of what the output holds, which stays the folder that it is.

    The manifest leaves first and comes last: an output that has one is whole.
    """
    leaving = beside / LEAVING
    try:
        leaving.mkdir()
        for name in _named(output, first=True):
            if not is_passed_over(name, output):
                _move(output / name, leaving / name)
        refuse_strangers(leaving, shown=output)
        leaving.rename(beside / OLD)
        for name in _named(beside / NEW, first=False):
            _move(beside / NEW / name, output / name)
    except BaseException:
        put_back(output, beside)
        raise


def put_back(output: Path, beside: Path) -> None:
    """Undoes what was stopped half way, now or in a build that was killed."""
    old, leaving = beside / OLD, beside / LEAVING
    if old.is_dir() and not output.exists():
        old.rename(output)
    if old.is_dir() and not (output / MANIFEST).exists():
        undone = beside / NEW
        undone.mkdir(exist_ok=True)
        for name in _named(old, first=False):
            if (output / name).exists():
                _move(output / name, undone / name)
            _move(old / name, output / name)
    if leaving.is_dir():
        for name in _named(leaving, first=False):
            _move(leaving / name, output / name)


def kept(beside: Path, former: tuple[int, int] | None) -> Path | None:
    """The folder that still holds the former output, or a part of it: it could not go back."""
    if former is not None and identity(beside / NEW) == former:
        return beside / NEW
    for folder in (beside / OLD, beside / LEAVING):
        if folder.is_dir() and any(folder.iterdir()):
            return folder
    return None


def _named(folder: Path, *, first: bool) -> list[str]:
    """The names in a folder, the manifest's first or last."""
    return sorted((path.name for path in folder.iterdir()), key=lambda name: (name == MANIFEST) is not first)


def _move(source: Path, target: Path) -> None:
    """Moves a file or folder, a folder file by file where it cannot move as one or a part of it is there already."""
    try:
        source.rename(target)
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.ENOTEMPTY, errno.EEXIST) or not source.is_dir():
            raise
        target.mkdir(exist_ok=True)
        for name in _named(source, first=False):
            _move(source / name, target / name)
        source.rmdir()
