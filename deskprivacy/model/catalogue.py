"""Catalogues: the translations of a register's texts into one language, by the address of the text.

A text that has changed since has no translation any more: the one in the catalogue is of another text, so it is stale.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from unicodedata import normalize

from deskprivacy.address import Address
from deskprivacy.finding import Place
from deskprivacy.frozen import Frozen, frozen


@frozen
class Translation(Frozen):
    """One entry of a catalogue: what was translated, how, and whether the translator was sure.

    `place` is where its words stand (`msgstr`), `context` where it says of which text they are (`msgctxt`).
    """

    text: str
    words: str
    fuzzy: bool
    place: Place
    context: Place

    def is_of(self, text: str) -> bool:
        """Whether this is a finished translation of a text as it stands today; macOS writes an accent apart."""
        is_same = self.text == text or normalize("NFC", self.text) == normalize("NFC", text)
        return is_same and bool(self.words) and not self.fuzzy


@frozen
class Catalogue(Frozen):
    """The translations of one language, by the written address of the text."""

    language: str
    entries: Mapping[str, tuple[Translation, ...]]

    def of(self, where: Address, text: str) -> str | None:
        """The translation of the text at an address; None where there is none, or only of another text."""
        return next((one.words for one in self.entries.get(str(where), ()) if one.is_of(text)), None)

    def about(self, where: Address) -> tuple[Translation, ...]:
        """All that the catalogue has for an address, of this text or of an older one."""
        return self.entries.get(str(where), ())

    def all(self) -> Iterator[tuple[str, Translation]]:
        """Every entry with its address as it is written in the catalogue."""
        for where, entries in self.entries.items():
            for one in entries:
                yield where, one
