"""The output folder: it appears whole or not at all, and nothing that deskprivacy did not write is ever removed."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from deskprivacy import __version__
from deskprivacy.errors import CannotWrite, OutputNotOurs, reason_of
from deskprivacy.load.leftovers import is_of_the_system

MANIFEST = "manifest.json"
_TOOL = "deskprivacy"


def check(output: Path, register: Path) -> None:
    """Raises OutputNotOurs unless the folder is absent, empty, or holds only what an earlier build wrote.

    A folder within the register is refused too: what is written there would be read as a part of it.
    """
    if not output.exists() and not output.is_symlink():
        _outside(output, register)
        return
    if not output.is_dir():
        raise OutputNotOurs("{folder} is not a folder.", folder=output)
    _outside(output, register)
    found = sorted(
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if (not path.is_dir() or path.is_symlink()) and not _is_passed_over(path.relative_to(output), output)
    )
    if not found and all(_is_passed_over(path.relative_to(output), output) for path in output.iterdir()):
        return
    ours = _files_of(output / MANIFEST)
    if ours is None:
        raise OutputNotOurs(
            "{folder} is not empty and holds no {file} of deskprivacy; choose another folder.",
            folder=output,
            file=MANIFEST,
        )
    strangers = [file for file in found if file not in ours and file != MANIFEST]
    if strangers:
        raise OutputNotOurs(
            "{folder} holds files that deskprivacy did not write ({files}); move them away.",
            folder=output,
            files=", ".join(strangers[:3]),
        )


def _outside(output: Path, register: Path) -> None:
    if output.resolve().is_relative_to(register.resolve()):
        raise OutputNotOurs(
            "{folder} lies in the register, which would read what is written there; choose a folder beside it.",
            folder=output,
        )


def _is_passed_over(path: Path, output: Path) -> bool:
    """What the system put there, and what a build left that was killed."""
    return any(map(is_of_the_system, path.parts)) or path.parts[0].startswith(_beside(output.resolve()))


def write(output: Path, files: Mapping[str, bytes], folders: Iterable[str], about: Mapping[str, Any]) -> None:
    """Writes the files and a manifest beside the folder, then puts them in its place.

    A link to a folder is followed. What cannot be replaced, a mounted volume or the folder in which one stands, has its
    contents replaced. `about` is what the manifest says beside the files. Raises CannotWrite; then what was there
    before is still there.
    """
    output = output.resolve()
    in_place = output.is_dir() and (os.path.ismount(output) or output == Path.cwd())
    home = output if in_place else output.parent
    try:
        home.mkdir(parents=True, exist_ok=True)
        _recover(output, home)
        beside = Path(tempfile.mkdtemp(prefix=f"{_beside(output)}{os.getpid()}-", dir=home))
    except OSError as error:
        raise CannotWrite("{folder} cannot be written: {reason}.", folder=home, reason=reason_of(error)) from error
    fresh, old = beside / "new", beside / "old"
    try:
        _fill(fresh, {**files, MANIFEST: manifest(files, about)}, folders)
        if in_place:
            _exchange(output, fresh, old)
        else:
            _swap(output, fresh, old)
        shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        if _is_lost(old):
            raise CannotWrite(
                "{folder} cannot be written: {reason}. What was there before lies in {old}.",
                folder=output,
                reason=reason_of(error),
                old=old,
            ) from error
        raise CannotWrite("{folder} cannot be written: {reason}.", folder=output, reason=reason_of(error)) from error
    finally:
        if not _is_lost(old):
            shutil.rmtree(beside, ignore_errors=True)


def _beside(output: Path) -> str:
    """How the folder begins in whose name a build of this output works; the number of its process comes next."""
    return f".{output.name}-"


def _is_lost(old: Path) -> bool:
    """Whether what was there before still lies here: it could not go back."""
    return old.is_dir() and any(old.iterdir())


def _recover(output: Path, home: Path) -> None:
    """Puts back and clears away what builds left that were killed; those that are still at work are let alone."""
    for left in home.iterdir():
        number = left.name.removeprefix(_beside(output)).partition("-")[0]
        if not left.name.startswith(_beside(output)) or not number.isdigit() or _is_at_work(int(number)):
            continue
        old = left / "old"
        if _is_lost(old) and not output.exists():
            old.rename(output)
        elif _is_lost(old) and not (output / MANIFEST).exists():
            _move(old, output)
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


def manifest(files: Mapping[str, bytes], about: Mapping[str, Any]) -> bytes:
    """What was written, by which version, from which register: `schemas/output/manifest.schema.json`."""
    content = {
        "version": 1,
        "tool": {"name": _TOOL, "version": __version__},
        **about,
        "files": {name: sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _fill(folder: Path, files: Mapping[str, bytes], folders: Iterable[str]) -> None:
    for name in ("", *folders):
        (folder / name).mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _swap(output: Path, fresh: Path, old: Path) -> None:
    """Puts the fresh folder in the place of the output; what is stopped half way, even by Ctrl-C, is undone."""
    try:
        if output.exists():
            output.rename(old)
        fresh.rename(output)
    finally:
        if old.exists() and not output.exists():
            old.rename(output)


def _exchange(output: Path, fresh: Path, old: Path) -> None:
    """Puts what the fresh folder holds in the place of what the output holds; what is stopped half way is undone."""
    old.mkdir()
    try:
        _move(output, old, but=fresh.parent)
        try:
            _move(fresh, output)
        except BaseException:
            _move(output, fresh, but=fresh.parent)
            raise
    except BaseException:  # in a step of its own: what had not yet been moved away is not fresh
        _move(old, output)
        raise


def _move(source: Path, target: Path, but: Path | None = None) -> None:
    for one in source.iterdir():
        if one != but:
            one.rename(target / one.name)


def _files_of(path: Path) -> set[str] | None:
    """The files that a manifest of ours lists; None where it is not ours."""
    try:
        content = json.loads(path.read_bytes())
        if content["tool"]["name"] != _TOOL:
            return None
        return set(content["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
