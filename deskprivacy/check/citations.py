"""Citations: each must lead to a text that the register took over, and to a paragraph that the text has."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.finding import Finding
from deskprivacy.model.citations import all_citations
from deskprivacy.model.register import Register
from deskprivacy.model.side import Takeover


def check(register: Register) -> Iterator[Finding]:
    """A finding for each citation that leads nowhere. Which sentences a paragraph has, only `trace` can tell."""
    for sentence, where in all_citations(register):
        text, _, ident = sentence.rpartition("/")
        taken = _taken(register, text)
        if taken is None or (taken.paragraphs is not None and _paragraph(ident) > taken.paragraphs):
            yield Finding(rule="unknown-sentence", at=where.at("stated_in"), values={"sentence": sentence})


def _taken(register: Register, text: str) -> Takeover | None:
    if text:
        return register.takeovers.get(text)
    return next(iter(register.takeovers.values())) if len(register.takeovers) == 1 else None


def _paragraph(ident: str) -> int:
    return int(ident.removeprefix("P").partition(".")[0])
