"""The output folder: it appears whole or not at all, and nothing that deskprivacy did not write is ever removed."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from deskprivacy import __version__
from deskprivacy.errors import CannotWrite, OutputNotOurs
from deskprivacy.load.leftovers import is_of_the_system

MANIFEST = "manifest.json"
_TOOL = "deskprivacy"


def check(output: Path) -> None:
    """Raises OutputNotOurs unless the folder is absent, empty, or holds only what an earlier build wrote."""
    if not output.exists() and not output.is_symlink():
        return
    if not output.is_dir() or output.is_symlink():
        raise OutputNotOurs(f"{output} is not a folder.")
    found = sorted(
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if (not path.is_dir() or path.is_symlink()) and not any(map(is_of_the_system, path.relative_to(output).parts))
    )
    if not found and all(is_of_the_system(path.name) for path in output.iterdir()):
        return
    ours = _files_of(output / MANIFEST)
    if ours is None:
        raise OutputNotOurs(f"{output} is not empty and holds no {MANIFEST} of deskprivacy; choose another folder.")
    strangers = [file for file in found if file not in ours and file != MANIFEST]
    if strangers:
        raise OutputNotOurs(
            f"{output} holds files that deskprivacy did not write ({', '.join(strangers[:3])}); move them away."
        )


def write(output: Path, files: Mapping[str, bytes], folders: Iterable[str], about: Mapping[str, Any]) -> None:
    """Writes the files and a manifest beside the folder, then puts them in its place.

    `about` is what the manifest says beside the files. Raises CannotWrite; then what was there before is still there.
    """
    output = output.absolute()
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    except OSError as error:
        raise CannotWrite(f"{output.parent} cannot be written: {error.strerror or error}.") from error
    fresh, old = beside / "new", beside / "old"
    try:
        _fill(fresh, {**files, MANIFEST: manifest(files, about)}, folders)
        _swap(output, fresh, old)
    except OSError as error:
        kept = f" What was there before lies in {old}." if old.exists() else ""
        raise CannotWrite(f"{output} cannot be written: {error.strerror or error}.{kept}") from error
    finally:
        if output.exists() or not old.exists():  # else it holds the last output, which could not go back
            shutil.rmtree(beside, ignore_errors=True)


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


def _files_of(path: Path) -> set[str] | None:
    """The files that a manifest of ours lists; None where it is not ours."""
    try:
        content = json.loads(path.read_bytes())
        if content["tool"]["name"] != _TOOL:
            return None
        return set(content["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
