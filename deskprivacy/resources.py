"""Where `schemas/` and `templates/` are: inside an installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def schemas() -> Path:
    """The folder of the JSON Schemas."""
    return _folder("schemas")


def templates() -> Path:
    """The folder of the templates."""
    return _folder("templates")


def _folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
