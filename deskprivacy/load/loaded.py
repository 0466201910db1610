"""What loading has found in a folder: the files, the findings, the register, and where each fact stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from deskprivacy.address import Address
from deskprivacy.finding import Finding, LeftOut, On, Place
from deskprivacy.load.declared import Declarations
from deskprivacy.model.catalogue import Catalogue
from deskprivacy.model.register import Register
from deskprivacy.model.side import SETTINGS
from deskprivacy.words.signs import rare

# HTML, an escape of YAML, or the link of a text: what may be, or may lead to, what no document prints.
_REASON = re.compile(r"[<\\]|&[#A-Za-z0-9]+;|\]\(")
_LINE_END = re.compile(r"\r\n|\r|\n")
DEFAULT_LANGUAGE = "fr"  # of messages about a register that cannot say its own


class Loaded:
    """A register as it was found in a folder. `register` is None where its structure has errors.

    Then `rest` is the register without what is unsound, and `left_out` says what that is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.declared = Declarations()
        self.findings: list[Finding] = []
        self.contents: dict[str, bytes] = {}  # of the files that were read, in the one order
        self.catalogues: dict[str, Catalogue] = {}  # of translations, by language
        self.register: Register | None = None
        self.rest: Register | None = None
        self.left_out: tuple[LeftOut, ...] = ()
        self._lines: dict[str, list[str]] = {}

    @property
    def language(self) -> str:
        """The register's own language, as far as it says one."""
        settings = self.declared.settings.data if self.declared.settings else None
        language = settings.get("language") if isinstance(settings, dict) else None
        return language if isinstance(language, str) else DEFAULT_LANGUAGE

    @property
    def severities(self) -> Collection[str]:
        """The rules whose severity the settings change, as far as they can be read."""
        settings = self.declared.settings.data if self.declared.settings else None
        found = settings.get("severities") if isinstance(settings, dict) else None
        return found if isinstance(found, dict) else ()

    @property
    def judged(self) -> Register | None:
        """What judgement looks at: the register, else what is left of it; None where nothing can be judged."""
        return self.register or self.rest

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each file, in the one order."""
        from hashlib import sha256  # it loads OpenSSL, for a third of the time in which Python starts

        return {file: sha256(content).hexdigest() for file, content in self.contents.items()}

    @property
    def digest(self) -> str:
        """SHA-256 over the names and digests of the register's files: the same for the same content."""
        from hashlib import sha256

        lines = "".join(f"{digest}  {file}\n" for file, digest in self.digests.items())
        return sha256(lines.encode()).hexdigest()

    def may_hold_odd_signs(self) -> bool:
        """Whether the signs of the texts must be looked at, one by one: few files give a reason."""
        return any(_REASON.search(text) or rare(text) for text in self._texts())

    def _texts(self) -> Iterator[str]:
        for content in self.contents.values():
            yield content.decode("utf-8-sig", errors="replace")

    def place(self, address: Address, on: On = "key") -> Place:
        """The file, line and column of a fact: of the deepest key that is written, else of the settings."""
        found = self.declared.place(address, on)
        if found is None and self.declared.settings:
            found = self.declared.settings.tree.place((), "key")
        return found or Place(f"{SETTINGS}.yaml")

    def quote(self, file: str, line: int) -> str:
        """The text of a line of a file that was read; empty for any other file, which must not even be opened."""
        if file not in self._lines:
            text = self.contents.get(file, b"").decode("utf-8-sig", errors="replace")
            self._lines[file] = _LINE_END.split(text)
        lines = self._lines[file]
        return lines[line - 1] if line <= len(lines) else ""
