"""The data of a YAML text in which nothing is wrong.

Scalars follow JSON's grammar: `NO` is Norway, `01000` a postcode and `2026-03-01` text. What a register has no use for
(aliases, doubled keys, a second document) refuses the text; `syntax` then reads it again and explains why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from math import isfinite
from sys import intern
from typing import Any

from deskprivacy.address import Key
from deskprivacy.load.bounds import MAX_DEPTH
from deskprivacy.load.text.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NotRead,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    next_event,
)
from deskprivacy.load.text.suspicion import FORBIDDEN, NO_BREAK_SPACE

Keys = tuple[Key, ...]
EmptyAllowed = Callable[[Keys], bool]
WrittenNone = Callable[[Keys], str | None]  # how a key says that there is none, where it takes several
Next = Callable[[], Any]

MERGE = "<<"

_UNPRINTED = re.compile(rf"[\n\t\r]|{FORBIDDEN.pattern}")
_WORDS = {"null": None, "true": True, "false": False, "~": None}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_NUMBER_STARTS = frozenset("-0123456789")
_SHORT = 40  # characters of a text that is probably an id, and named in many files: one string serves them all
_EXACT = 15  # digits of a number that every program that reads JSON keeps; a longer one is a reference, kept as text


class _RefusedError(Exception):
    """The text holds what a register does not; `syntax` says what."""


def is_no_name(key: str) -> bool:
    """Whether a key is one that no register can hold, whatever the schemas say."""
    return not key or key == MERGE or begins_or_ends_with_space(key) or _UNPRINTED.search(key) is not None


def begins_or_ends_with_space(key: str) -> bool:
    """Whether a no-break space was taken for a part of a key: `name :` where French puts one before the colon."""
    return NO_BREAK_SPACE.match(key) is not None or NO_BREAK_SPACE.match(key, len(key) - 1) is not None


def is_item_without_space(text: str) -> bool:
    """Whether a text without quotes is rather an item of a list: `-customers`, or with a no-break space."""
    return text.startswith("-") and (text[1:2].isalpha() or NO_BREAK_SPACE.match(text, 1) is not None)


_BLOCKS = ("|", ">")


def accept(content: bytes, allowed: EmptyAllowed) -> dict[str, Any] | None:
    """The data of a text that is a mapping without any fault, else None. The text must not be suspect.

    That it holds neither tags nor anchors is seen by their characters: to ask each event takes a tenth of the time.
    """
    source = None
    try:
        get, source = next_event(content)
        get()
        if type(get()) is not DocumentStartEvent or type(first := get()) is not MappingStartEvent:
            return None
        data = _mapping(get, allowed, (), first, None)
        return data if type(get()) is DocumentEndEvent and type(get()) is StreamEndEvent else None
    except (_RefusedError, StopIteration, *NotRead):
        return None
    finally:
        if source is not None:
            source.dispose()


# Two functions that call each other, with all they need as arguments: no closure keeps libyaml's buffers alive, and
# nothing asks twice what comes next. Half of the time that remains is PyYAML's, for its events.


def _mapping(get: Next, allowed: EmptyAllowed, path: Keys, start: Any, name: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    in_brackets = _enter(path, start, name)
    while type(name := get()) is ScalarEvent:
        key = _name(name.value)
        is_unread = in_brackets and "?" in key and not name.style
        if is_unread or key in found:
            raise _RefusedError
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if not event.style and (len(value) < 6 or value[0] in _NUMBER_STARTS or (in_brackets and "?" in value)):
                value = _plain(value, in_brackets)
                if value is None and not allowed((*path, key)):
                    raise _RefusedError
            else:
                value = _text(value, event.style)
            found[key] = value
        elif kind is MappingStartEvent:
            found[key] = _mapping(get, allowed, (*path, key), event, name)
        elif kind is SequenceStartEvent:
            found[key] = _sequence(get, allowed, (*path, key), event, name)
        else:
            raise _RefusedError
    if type(name) is not MappingEndEvent:
        raise _RefusedError
    return found


def _sequence(get: Next, allowed: EmptyAllowed, path: Keys, start: Any, name: Any) -> list[Any]:
    found: list[Any] = []
    in_brackets = _enter(path, start, name)
    while True:
        event = get()
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if not event.style and (len(value) < 6 or value[0] in _NUMBER_STARTS or (in_brackets and "?" in value)):
                value = _plain(value, in_brackets)
                if value is None and not allowed((*path, len(found))):
                    raise _RefusedError
            else:
                value = _text(value, event.style)
            found.append(value)
        elif kind is SequenceEndEvent:
            return found
        elif kind is MappingStartEvent:
            if event.flow_style and event.start_mark.index == event.end_mark.index:
                raise _RefusedError  # `[Objet : paie]`, which YAML takes for a mapping
            found.append(_mapping(get, allowed, (*path, len(found)), event, None))
        elif kind is SequenceStartEvent:
            found.append(_sequence(get, allowed, (*path, len(found)), event, None))
        else:
            raise _RefusedError


def _enter(path: Keys, start: Any, name: Any) -> bool:
    """Checks the start of a mapping or list, and the key before it; whether it is one in brackets."""
    if len(path) >= MAX_DEPTH:
        raise _RefusedError
    if name is not None and start.start_mark.index == name.end_mark.index + 1 and not name.style:
        raise _RefusedError  # `{a:[b]}`, which libyaml does not read, and PyYAML's Python parser does
    return bool(start.flow_style)


def _text(value: str, style: str | None) -> str:
    """A text: a block ends its last line, and nobody means that as a part of it; a short one is stored once."""
    if style in _BLOCKS:
        value = value.rstrip("\n")
    return intern(value) if len(value) < _SHORT else value


@lru_cache(maxsize=4096)
def _name(text: str) -> str:
    """A key: one and the same string in all files, which saves memory."""
    if is_no_name(text):
        raise _RefusedError
    return intern(text)


def _plain(text: str, in_brackets: bool) -> str | int | float | bool | None:
    """What text without quotes stands for, by JSON's grammar; None where it is empty."""
    if in_brackets and "?" in text:
        raise _RefusedError  # libyaml reads it, PyYAML's Python parser does not
    if not text:
        return None
    if text in _WORDS:
        return _WORDS[text]
    number = _NUMBER.fullmatch(text)
    if number is None or len(text) > _EXACT:
        if is_item_without_space(text):
            raise _RefusedError
        return text
    if number[1] is None and number[2] is None:
        return int(text)
    value = float(text)
    return value if isfinite(value) else text
