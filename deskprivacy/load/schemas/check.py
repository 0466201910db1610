"""Checking documents against the schemas: one library judges; another, slow to import, explains what was refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from deskprivacy.finding import Finding
from deskprivacy.load.schemas.judge import Judge
from deskprivacy.model.side import SETTINGS

if TYPE_CHECKING:
    from deskprivacy.load.schemas.refusal import Refusals


class Schemas:
    """The schemas of a folder, for one run."""

    def __init__(self, folder: Path) -> None:
        self._judge = Judge(folder)
        self._refusals: Refusals | None = None

    def check(self, kind: str, ident: str | None, data: object) -> Iterator[Finding]:
        """Find every fault of a document, in the order of its lines.

        With an id, the data are that entity; without, they are a whole file: entities by id, or the settings.
        """
        if self._judge.accepts(kind, "file" if ident is None or kind == SETTINGS else "entity", data):
            return iter(())
        if self._refusals is None:
            from deskprivacy.load.schemas.refusal import Refusals

            self._refusals = Refusals(self._judge)
        return self._refusals.explain(kind, ident, data)
