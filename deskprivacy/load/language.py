"""In which language a register speaks, without loading it: for commands that explain and judge nothing."""

from __future__ import annotations

from pathlib import Path

from deskprivacy.errors import CannotRead
from deskprivacy.load.files import RegisterFile, read_bytes
from deskprivacy.load.text.tree import read
from deskprivacy.model.side import SETTINGS


def language_of(folder: Path) -> str | None:
    """The language that the `register.yaml` of a folder names; None where it cannot be read or names none."""
    file = f"{SETTINGS}.yaml"
    try:
        content = read_bytes(RegisterFile(kind=SETTINGS, id=None, file=file, path=folder / file))
    except CannotRead:
        return None
    tree, _findings = read(file, content)
    language = tree.data.get("language") if tree else None
    return language if isinstance(language, str) else None
