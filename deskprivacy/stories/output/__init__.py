"""The output folder: it appears whole or not at all, and nothing that deskprivacy did not write is ever removed.

A build works in a folder of its own beside the output, flushes it to the disk, and puts it in the output's place. One
build at a time has its turn at an output; it first puts right what a killed one left.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from deskprivacy.errors import CannotWrite, OutputNotOurs, reason_of
from deskprivacy.stories.output import disk
from deskprivacy.stories.output.left import left_behind, recover
from deskprivacy.stories.output.ours import MANIFEST, manifest, refuse_strangers, working_name
from deskprivacy.stories.output.placing import NEW, identity, kept, replace_contents, swap
from deskprivacy.stories.output.turns import turn

__all__ = ["MANIFEST", "check", "write"]

# What a system answers of a folder that has to stay: a volume that does not look like one, a lower layer of overlayfs.
_STAYS = frozenset({errno.EBUSY, errno.EXDEV})


def check(output: Path, register: Path) -> None:
    """Raises OutputNotOurs unless the folder is absent, empty, or holds only what an earlier build wrote.

    A folder within the register is refused too: what is written there would be read as a part of it.
    """
    if (output.exists() or output.is_symlink()) and not output.is_dir():
        raise OutputNotOurs("{folder} is not a folder.", folder=output)
    real = output.resolve()
    if real == real.parent:
        raise OutputNotOurs("{folder} is the whole disk; choose a folder on it.", folder=output)
    if real.is_relative_to(register.resolve()):
        raise OutputNotOurs(
            "{folder} lies in the register, which would read what is written there; choose a folder beside it.",
            folder=output,
        )
    homes = [home for home in (real.parent, real) if left_behind(real, home)]
    with turn(real, homes) as sure:
        for home in homes:
            recover(real, home, sure=home in sure)
        if output.is_dir():
            refuse_strangers(output, shown=output)


def write(output: Path, files: Mapping[str, bytes], folders: Iterable[str], about: Mapping[str, Any]) -> None:
    """Writes the files and a manifest beside the folder, then puts them in its place.

    A link to a folder is followed. What cannot be replaced, a mounted volume or the folder in which one stands, has its
    contents replaced. `about` is what the manifest says beside the files. Raises CannotWrite, or OutputNotOurs where
    somebody put a file into the folder meanwhile; then what was there before is still there.
    """
    real = output.resolve()
    fill = partial(disk.fill, files={**files, MANIFEST: manifest(files, about)}, folders=tuple(folders))
    stays = real.is_dir() and (os.path.ismount(real) or real == Path.cwd())
    if not stays:
        try:
            return _write(real, real.parent, fill)
        except CannotWrite as error:
            if getattr(error.__cause__, "errno", None) not in _STAYS or not real.is_dir():
                raise
    return _write(real, real, fill)


def _write(output: Path, home: Path, fill: Callable[[Path], None]) -> None:
    """Works in a folder of its own in `home`: beside the output, or within it, which then stays the same folder."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        with turn(output, dict.fromkeys((output.parent, home))) as sure:
            recover(output, home, sure=home in sure)
            beside = Path(tempfile.mkdtemp(prefix=f"{working_name(output)}{os.getpid()}-", dir=home))
            _fill_and_put(output, beside, fill, replace_contents if home == output else swap)
    except OSError as error:
        raise CannotWrite("{folder} cannot be written: {reason}.", folder=output, reason=reason_of(error)) from error


def _fill_and_put(output: Path, beside: Path, fill: Callable[[Path], None], put: Callable[[Path, Path], None]) -> None:
    former, done = identity(output), False
    try:
        fill(beside / NEW)
        put(output, beside)
        done = True
        with suppress(OSError):  # the old output or the new one is on the disk, and the new one is there for all to see
            disk.flush_folder(beside.parent)
        shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        if not done and (old := kept(beside, former)):
            raise CannotWrite(
                "{folder} cannot be written: {reason}. What was there before lies in {old}.",
                folder=output,
                reason=reason_of(error),
                old=old,
            ) from error
        raise
    finally:
        if done or not kept(beside, former):
            shutil.rmtree(beside, ignore_errors=True)
