"""The documents of a small club, in both languages, whole or with some of its files changed."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from program import SAMPLES
from proofs.registers import files_of, judge, write

from deskprivacy.model.public import public
from deskprivacy.render.document import Block, Description, Document, Paragraph, Runs, Section, walk
from deskprivacy.render.notice import notice_document
from deskprivacy.stories import build as story
from deskprivacy.stories.validate import Outcome
from deskprivacy.words.speech import speech

CLUB = SAMPLES / "club"


@dataclass(frozen=True)
class Club:
    """A notice and a register."""

    notice: Document
    register: Document


@cache
def club(language: str = "fr") -> Club:
    return _documents(CLUB, language)


def changed(changes: Mapping[str, tuple[str, str]], language: str = "fr") -> Club:
    """The club with a text replaced in each of some files; `""` is replaced by writing at the end."""
    files = files_of(CLUB)
    for name, (old, new) in changes.items():
        text = files.get(name, b"").decode()
        assert old in text, name
        files[name] = (text.replace(old, new, 1) if old else text + new).encode()
    with tempfile.TemporaryDirectory() as folder:
        return _documents(write(files, Path(folder) / "register"), language)


def _documents(folder: Path, language: str) -> Club:
    outcome = judge(folder)
    assert outcome.register is not None, outcome.reported
    shown, say = public(outcome.register), speech(language)
    return Club(
        notice=notice_document(shown, "adherents", outcome.gaps, say),
        register=_internal(outcome, language),
    )


def _internal(outcome: Outcome, language: str) -> Document:
    assert outcome.register is not None
    documents = story._internal_documents(outcome, story._edition(outcome.register, language))
    return next(document for name, document in documents if name == "register")


def plain(runs: Runs) -> str:
    """Running text with plain spaces, and without the sign of what is not translated."""
    return re.sub(" ?\\[fr\\]", "", re.sub("[\u00a0\u202f]", " ", "".join(run.text for run in runs)))


def lines(document: Document) -> list[str]:
    """Every paragraph and heading of a document."""
    found = []
    for block in walk((*document.lead, *document.blocks)):
        if isinstance(block, Paragraph):
            found.append(plain(block.content))
        elif isinstance(block, Section):
            found.append(plain(block.title))
    return found


def section(document: Document, ident: str) -> Section:
    (found,) = (one for one in walk(document.blocks) if isinstance(one, Section) and one.id == ident)
    return found


def within(blocks: tuple[Block, ...]) -> list[str]:
    return [plain(one.content) for one in walk(blocks) if isinstance(one, Paragraph)]


def entries(found: Section) -> dict[str, list[str]]:
    """The terms of a section's description lists, with their lines."""
    return {
        plain(entry.term): within(entry.blocks)
        for block in walk(found.blocks)
        if isinstance(block, Description)
        for entry in block.entries
    }
