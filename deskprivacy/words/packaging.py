"""Packaging: what is compiled when a wheel is built, and never committed: the catalogues, and the law's data as JSON.

Hatchling runs this as its build hook; the program itself never does.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DOMAIN = "deskprivacy"


class PackagingHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles what a wheel holds beside the sources."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile everything and name it to the builder."""
        del version  # the same for every kind of wheel
        package = Path(self.root) / "deskprivacy"
        self._compile_catalogues(package / "words" / "locale", build_data)
        self._compile_law(package / "law", build_data)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what only the wheel needs."""
        del version, build_data, artifact_path
        self._compiled.cleanup()

    def _compile_catalogues(self, folder: Path, build_data: dict[str, Any]) -> None:
        """`words/locale/<language>.po` becomes `words/locale/<language>/LC_MESSAGES/deskprivacy.mo`, here too."""
        for source in sorted(folder.glob("*.po")):
            target = folder / source.stem / "LC_MESSAGES" / f"{DOMAIN}.mo"
            target.parent.mkdir(parents=True, exist_ok=True)
            with source.open("rb") as text, target.open("wb") as compiled:
                write_mo(compiled, read_po(text, locale=source.stem, domain=DOMAIN))
            build_data["artifacts"].append(target.relative_to(self.root).as_posix())

    def _compile_law(self, folder: Path, build_data: dict[str, Any]) -> None:
        """`law/<name>.yaml` becomes `law/<name>.json`; not here, where it would hide what is edited."""
        sys.path.insert(0, self.root)
        from deskprivacy.law.files import parsed

        self._compiled = TemporaryDirectory()
        for source in sorted(folder.rglob("*.yaml")):
            name = source.relative_to(folder).with_suffix("").as_posix()
            target = Path(self._compiled.name) / f"{name}.json"
            target.parent.mkdir(exist_ok=True)
            target.write_text(json.dumps(parsed(name), ensure_ascii=False), encoding="utf-8")
            build_data["force_include"][str(target)] = f"deskprivacy/law/{name}.json"
