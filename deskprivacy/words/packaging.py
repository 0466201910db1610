"""Packaging: the catalogues of translations are compiled when a wheel is built; `.mo` files are never committed.

Hatchling runs this as its build hook. It is the only module that is not part of the running program.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DOMAIN = "deskprivacy"


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles `words/locale/<language>.po` into the wheel, as `words/locale/<language>/LC_MESSAGES/deskprivacy.mo`."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue and name it to the builder."""
        del version  # the same catalogues for every kind of wheel
        folder = Path(self.root) / "deskprivacy" / "words" / "locale"
        for source in sorted(folder.glob("*.po")):
            target = folder / source.stem / "LC_MESSAGES" / f"{DOMAIN}.mo"
            target.parent.mkdir(parents=True, exist_ok=True)
            with source.open("rb") as text, target.open("wb") as compiled:
                write_mo(compiled, read_po(text, locale=source.stem, domain=DOMAIN))
            build_data["artifacts"].append(target.relative_to(self.root).as_posix())
