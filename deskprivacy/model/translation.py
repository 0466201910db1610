"""Translation: the register in another language, and what of it stays in its own."""

from __future__ import annotations

from dataclasses import replace

from deskprivacy.address import Address
from deskprivacy.model.catalogue import Catalogue
from deskprivacy.model.register import Register
from deskprivacy.model.side import SETTINGS
from deskprivacy.model.texts import every_text, in_other_words

_TITLE = Address(SETTINGS, "", ("title",))


def translated(register: Register, language: str) -> tuple[Register, frozenset[str]]:
    """The register in another language, and the texts that stay in the reference language for want of a translation."""
    if language == register.settings.language:
        return register, frozenset()
    catalogue = register.catalogues.get(language, Catalogue(language=language, entries={}))
    texts = [(_TITLE, register.settings.title), *every_text(register)]
    left = frozenset(text for where, text in texts if catalogue.of(where, text) is None)

    def words(where: Address, text: str) -> str:
        return catalogue.of(where, text) or text

    title = words(_TITLE, register.settings.title)
    other = in_other_words(register, words)
    return replace(other, settings=replace(other.settings, title=title)), left
