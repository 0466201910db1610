"""What is ours in an output folder: the files that its manifest names. All others are somebody's."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from deskprivacy import __version__
from deskprivacy.errors import OutputNotOurs
from deskprivacy.load.leftovers import is_of_the_system

MANIFEST = "manifest.json"
_TOOL = "deskprivacy"
_FOLDER = re.compile(r"([0-9]+)-[a-z0-9_]{8}")  # what tempfile adds: an output called «out-1» is another than «out»


def manifest(files: Mapping[str, bytes], about: Mapping[str, Any]) -> bytes:
    """What was written, by which version, from which register: `schemas/output/manifest.schema.json`."""
    content = {
        "version": 1,
        "tool": {"name": _TOOL, "version": __version__},
        **about,
        "files": {name: sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def working_name(output: Path) -> str:
    """How the names begin of all with which builds of this output work: the folder of each, and their lock."""
    return f".{output.name}-"


def working_process(name: str, output: Path) -> int | None:
    """The number of the process whose folder has this name; None where it is no such folder."""
    found = (
        _FOLDER.fullmatch(name.removeprefix(working_name(output))) if name.startswith(working_name(output)) else None
    )
    return int(found[1]) if found else None


def lock_name(output: Path) -> str:
    """The file whose holder may write the output."""
    return f"{working_name(output)}lock"


def is_passed_over(name: str, output: Path) -> bool:
    """What the system put into the output, and what builds of it work with."""
    return is_of_the_system(name) or name == lock_name(output) or working_process(name, output) is not None


def refuse_strangers(folder: Path, shown: Path) -> None:
    """Raises OutputNotOurs unless the folder is empty or its files are those of its manifest.

    `shown` is the output by the name that its user gave it; the folder may have been moved away from there.
    """
    output = shown.resolve()
    found = sorted(
        path.relative_to(folder)
        for path in folder.rglob("*")
        if (not path.is_dir() or path.is_symlink()) and not _is_below(path.relative_to(folder), output)
    )
    if not found and all(is_passed_over(path.name, output) for path in folder.iterdir()):
        return
    ours = _files_of(folder / MANIFEST)
    if ours is None:
        raise OutputNotOurs(
            "{folder} is not empty and holds no {file} of deskprivacy; choose another folder.",
            folder=shown,
            file=MANIFEST,
        )
    strangers = [path.as_posix() for path in found if path.as_posix() not in ours | {MANIFEST}]
    if strangers:
        raise OutputNotOurs(
            "{folder} holds files that deskprivacy did not write ({files}); move them away.",
            folder=shown,
            files=", ".join(strangers[:3]),
        )


def _is_below(path: Path, output: Path) -> bool:
    return is_passed_over(path.parts[0], output) or any(map(is_of_the_system, path.parts))


def _files_of(path: Path) -> set[str] | None:
    """The files that a manifest of ours lists; None where it is not ours."""
    try:
        content = json.loads(path.read_bytes())
        if content["tool"]["name"] != _TOOL:
            return None
        return set(content["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
