"""The events of a YAML text: the only module through which a register meets PyYAML.

PyYAML reads with libyaml where its wheel has it, else with its own parser in Python, ten times slower. Both give the
same events with the same positions, counted in characters; only `index` is used, for the two disagree on the line and
the column of the end of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import repeat, starmap
from typing import Any, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from deskprivacy.load.bounds import MAX_EVENTS

__all__ = [
    "AliasEvent",
    "CollectionEndEvent",
    "CollectionStartEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "NotRead",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "all_events",
    "index_of",
    "next_event",
    "span",
]

LIBYAML: Any = getattr(yaml, "CBaseLoader", None)
PYTHON: Any = yaml.BaseLoader

# Which of the two reads; tests set it to run both.
LOADER: Any = LIBYAML or PYTHON

# What PyYAML raises over a text that it cannot read. Its Python parser lets the ValueError of chr() through.
NotRead = (yaml.YAMLError, ValueError, OverflowError)


class Source(Protocol):
    """What is used of PyYAML's loaders."""

    def get_event(self) -> Any: ...
    def dispose(self) -> None: ...


def next_event(content: bytes) -> tuple[Callable[[], Any], Source]:
    """A function that gives the next event, and raises StopIteration after too many; and the source to dispose of.

    `yaml.parse` is a generator over this same `get_event`, and costs a tenth more.
    """
    source: Source = LOADER(content)
    if len(content) <= MAX_EVENTS:  # data have fewer events than bytes: `[a,a]`
        return source.get_event, source
    return starmap(source.get_event, repeat((), MAX_EVENTS)).__next__, source


def all_events(content: bytes) -> Iterator[Any]:
    """Every event of a text, without a bound: who reads them stops."""
    return yaml.parse(content, Loader=LOADER)


def span(event: Any) -> tuple[int, int]:
    """Where an event begins and ends in the text."""
    return event.start_mark.index, event.end_mark.index


def index_of(error: Exception) -> int | None:
    """Where in the text PyYAML gave up; None where it does not say."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.index if mark is not None else None
