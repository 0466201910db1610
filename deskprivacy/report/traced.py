"""The trace of an old text, and its formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deskprivacy.model.side import Takeover
from deskprivacy.words.sentences import Sentence
from deskprivacy.words.speech import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedSentence:
    """One sentence, the addresses of the facts that cite it, and why it was dropped, if it was."""

    sentence: Sentence
    cited_by: tuple[str, ...]
    dropped: str | None

    @property
    def is_open(self) -> bool:
        """Neither cited nor dropped: nobody has said what became of it."""
        return not self.cited_by and self.dropped is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What became of a text.

    `strangers` maps sentences that the register names, but the text does not have, to who names them.
    """

    takeover: Takeover
    language: str
    sha256_matches: bool
    paragraphs: int
    sentences: tuple[TracedSentence, ...]
    strangers: Mapping[str, tuple[str, ...]]

    @property
    def open(self) -> tuple[TracedSentence, ...]:
        """The sentences of which nobody has said what became."""
        return tuple(one for one in self.sentences if one.is_open)

    @property
    def cited(self) -> tuple[TracedSentence, ...]:
        """The sentences that some fact cites, also where a part of them was dropped."""
        return tuple(one for one in self.sentences if one.cited_by)

    @property
    def dropped(self) -> tuple[TracedSentence, ...]:
        """The sentences that were dropped whole."""
        return tuple(one for one in self.sentences if one.dropped is not None and not one.cited_by)

    @property
    def is_settled(self) -> bool:
        """Whether it is the very text that was taken over, and nothing of it is open."""
        return self.sha256_matches and not self.open and not self.strangers


def format_trace_text(trace: Trace, say: Speech) -> str:
    """Every sentence with what became of it, then what is wrong, then the counts."""
    return "\n".join([*_sentences(trace, say), *_faults(trace, say), _counts(trace, say)]) + "\n"


def format_trace_json(trace: Trace, _say: Speech) -> str:
    """The trace as one JSON document; its shape is `schemas/output/trace.schema.json`."""
    return json.dumps(as_data(trace), ensure_ascii=False, indent=2) + "\n"


def as_data(trace: Trace) -> dict[str, Any]:
    """The trace as JSON types."""
    return {
        "version": 1,
        "takeover": trace.takeover.id,
        "sha256_matches": trace.sha256_matches,
        "paragraphs": trace.paragraphs,
        "sentences": len(trace.sentences),
        "cited": len(trace.cited),
        "dropped": len(trace.dropped),
        "open": [one.sentence.id for one in trace.open],
        "sentences_by_id": {
            one.sentence.id: {"text": one.sentence.text, "cited_by": list(one.cited_by), "dropped": one.dropped}
            for one in trace.sentences
        },
        "strangers": {ident: list(named_by) for ident, named_by in trace.strangers.items()},
    }


def _sentences(trace: Trace, say: Speech) -> Iterator[str]:
    for one in trace.sentences:
        yield f"{one.sentence.id}  {one.sentence.text}"
        for address in one.cited_by:
            yield "    " + say("cited by {address}", address=address)
        if one.dropped is not None:
            yield "    " + say("dropped: {reason}", reason=one.dropped)
        if one.is_open:
            yield "    " + say("OPEN: no fact cites it, and it was not dropped")


def _faults(trace: Trace, say: Speech) -> Iterator[str]:
    yield ""
    for ident, named_by in trace.strangers.items():
        yield say("{sentence} is not in the text; it is named by {facts}", sentence=ident, facts=", ".join(named_by))
    if not trace.sha256_matches:
        yield say("This is not the text that was taken over: its SHA-256 is not that of takeovers.yaml.")


def _counts(trace: Trace, say: Speech) -> str:
    return say(
        "{paragraphs} paragraphs, {sentences} sentences: {cited} cited, {dropped} dropped, {open} open",
        paragraphs=trace.paragraphs,
        sentences=len(trace.sentences),
        cited=len(trace.cited),
        dropped=len(trace.dropped),
        open=len(trace.open),
    )


TRACE_FORMATS: Mapping[str, Callable[[Trace, Speech], str]] = {"text": format_trace_text, "json": format_trace_json}
