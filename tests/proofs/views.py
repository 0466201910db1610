"""The documents of a register: their views, and what they become, as a build makes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from proofs.registers import TODAY

from deskprivacy.model.public import public
from deskprivacy.render.document import Document, Run
from deskprivacy.resources import schemas, templates
from deskprivacy.stories import build as story
from deskprivacy.stories.validate import Outcome


def documents_of(outcome: Outcome) -> dict[str, Document]:
    """Every document of a register that loads, by the name of its file; made as the build makes them."""
    made: dict[str, Document] = {}

    def keep(name: str, document: Document, *_: object) -> Iterator[tuple[str, bytes]]:
        made[name] = document
        return iter(())

    assert outcome.register is not None
    places = story.Places(register=outcome.loaded.folder, schemas=schemas(), templates=templates(), output=Path())
    both, story._both = story._both, keep
    try:
        list(story._files(outcome, outcome.register, places, TODAY))
    finally:
        story._both = both
    return made


def notices_of(documents: dict[str, Document]) -> dict[str, Document]:
    """The notices among the documents."""
    return {name: one for name, one in documents.items() if one.kind == "notice"}


def as_json(documents: dict[str, Document]) -> dict[str, str]:
    """The views as text."""
    return {name: json.dumps(one.as_data(), ensure_ascii=False) for name, one in documents.items()}


def without_lines(text: str) -> str:
    """A view of the register without the numbers of lines in its findings and coverage."""
    return re.sub(r"(\.(?:yaml|po)):\d+", r"\1", text)


def runs_of(thing: object) -> Iterator[Run]:
    """Every run of a document, wherever it stands."""
    if isinstance(thing, Run):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from runs_of(one)
    elif hasattr(thing, "__dataclass_fields__"):
        for name in thing.__dataclass_fields__:
            yield from runs_of(getattr(thing, name))


__all__ = ["Iterable", "as_json", "documents_of", "notices_of", "public", "runs_of", "without_lines"]
