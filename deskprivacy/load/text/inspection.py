"""What a register has no use for in the events of a YAML text, and what makes a text other than it was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from deskprivacy.load.bounds import MAX_DEPTH, MAX_FINDINGS
from deskprivacy.load.text.accept import (
    MERGE,
    EmptyAllowed,
    WrittenNone,
    begins_or_ends_with_space,
    is_item_without_space,
    is_no_name,
)
from deskprivacy.load.text.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    span,
)
from deskprivacy.load.text.mistake import (
    BLOCK,
    end_of_line,
    excerpt,
    lone_word,
    missing_space,
    odd_escape,
    reserved,
)
from deskprivacy.load.text.notes import Notes

_NOTHING = frozenset({"", "null", "~"})
_HASH = re.compile(r" +(#[^ \r\n#][^\r\n]*)")
_HASH_AS_VALUE = re.compile(r" *: +(#[^ \r\n#][^\r\n]*)")
_COLON = re.compile(r"[ \r\n]*:")
_COLON_AT_ONCE = re.compile(r" *:[,\]}]")
_ENTRY = re.compile(r"[^\r\n,\[\]{}]*")
_NO_SPACE = re.compile(r"[\w-]+:(?=[^ \r\n/])")


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; of a mapping, where each key stands, and the key that awaits its value."""

    is_mapping: bool = False
    in_brackets: bool = False
    is_pair: bool = False  # `[Objet : paie]`: a mapping without braces, told where it begins
    starts: dict[str, int] = field(default_factory=dict)
    key: str | None = None
    span: tuple[int, int] = (0, 0)
    items: int = 0


class Inspection:
    """One slow reading of a text, event by event."""

    def __init__(self, file: str, text: str, allowed: EmptyAllowed, written_none: WrittenNone) -> None:
        self.text = text
        self.notes = Notes(file, text)
        self._allowed = allowed
        self._written_none = written_none
        self._open: list[_Open] = []
        self._documents = 0
        self.gave_up: int | None = None  # where the other of PyYAML's two parsers gives up

    def end(self) -> None:
        """The text has been read to its end."""
        if not self._documents:
            self.notes.note("empty-file", 0, 0)

    def take(self, event: Any) -> bool:
        """Looks at the next event; False where reading on makes no sense."""
        start, end = span(event)
        if len(self.notes) >= 2 * MAX_FINDINGS:  # half of them warnings, at most
            return False
        if isinstance(event, DocumentStartEvent):
            return self._document(start, end)
        if isinstance(event, CollectionEndEvent):
            self._open.pop()
            self._node_read("")
        elif isinstance(event, AliasEvent | ScalarEvent | CollectionStartEvent):
            if not self._open and not self._is_sound_root(event, start, end):
                return False
            if isinstance(event, CollectionStartEvent):
                return self._start(event, start, end)
            if isinstance(event, ScalarEvent):
                self._scalar(event, start, end)
            else:
                self._alias(start)
        return self.gave_up is None

    def _document(self, start: int, end: int) -> bool:
        self._documents += 1
        if self._documents > 1:
            self.notes.note("second-document", start, end)
        return self._documents == 1

    def _is_sound_root(self, event: Any, start: int, end: int) -> bool:
        if isinstance(event, MappingStartEvent):
            return True
        if isinstance(event, AliasEvent) or self._extras(event, start):
            self.notes.note_mistake(reserved(self.text, start))
        elif isinstance(event, ScalarEvent) and not event.style and event.value in _NOTHING:
            self.notes.note("empty-file", start, end)
        elif isinstance(event, ScalarEvent) and (word := _NO_SPACE.match(self.text, start)):
            self._missing_space(word)
        elif isinstance(event, ScalarEvent) and (alone := lone_word(self.text, start)):
            self.notes.note_mistake(alone)
        else:
            self.notes.note("not-a-mapping", start, end_of_line(self.text, start))
        return False

    def _start(self, event: Any, start: int, end: int) -> bool:
        if len(self._open) >= MAX_DEPTH:
            self.notes.note("too-deep", start, end, limit=MAX_DEPTH)
            return False
        self._extras(event, start)
        holder = self._open[-1] if self._open else None
        if holder and holder.is_mapping and holder.key is None:
            holder.span = (start, end_of_line(self.text, start))
            self.notes.note("key-not-text", *holder.span, text=excerpt(self.text[slice(*holder.span)]))
        elif holder and holder.is_mapping and holder.span[1] + 1 == start and self.text[holder.span[0]] not in "\"'":
            self.gave_up = start  # `{a:[b]}`
            return False
        is_mapping = isinstance(event, MappingStartEvent)
        is_pair = bool(is_mapping and event.flow_style and start == end)
        if is_pair:
            self._unquoted(start, ":")
        self._open.append(_Open(is_mapping, bool(event.flow_style), is_pair))
        return True

    def _node_read(self, key: str) -> None:
        """A key, a value or an item has been read: what comes next in the mapping or list that holds it."""
        if not self._open:
            return
        holder = self._open[-1]
        if holder.is_mapping and holder.key is None:
            holder.key = key
        else:
            holder.key = None
            holder.items += 1

    def _alias(self, start: int) -> None:
        if self._open[-1].key != MERGE:  # the merge key has been told
            self.notes.note_mistake(reserved(self.text, start))
        self._node_read("")

    def _scalar(self, event: Any, start: int, end: int) -> None:
        holder = self._open[-1]
        has_extras = self._extras(event, start)
        if holder.in_brackets and holder.key is None and self._stands_after_question_mark(start):
            self.gave_up = start  # `{?a: b}`, which is no text, nor what anybody means
        elif holder.is_mapping and holder.key is None:
            self._key(holder, event.value, start, end)
        elif holder.in_brackets and start == end and _COLON_AT_ONCE.match(self.text, holder.span[1]):
            self.gave_up = holder.span[0]  # `{a:}`
        elif not event.style and not has_extras and event.value in _NOTHING:
            self._empty(holder, start, end)
        elif not event.style and is_item_without_space(event.value):
            without = missing_space(self.text, start, start + 1)
            values = (
                {**without.values, "text": excerpt(event.value)} if "character" in without.values else without.values
            )
            self.notes.note(without.rule, without.start, without.end, **values)
        if not event.style:
            self._plain(holder, event.value, start, end)
        elif event.style in ("|", ">") and not has_extras and not BLOCK.match(self.text, start):
            self.gave_up = start  # `>#`, which libyaml alone reads
        elif self.text.startswith('"', start) and (odd := odd_escape(self.text, start + 1, end - 1)):
            self.notes.note_mistake(odd)
        self._node_read(event.value)

    def _extras(self, event: Any, start: int) -> bool:
        if event.tag is None and event.anchor is None:
            return False
        self.notes.note_mistake(reserved(self.text, start))
        return True

    def _stands_after_question_mark(self, at: int) -> bool:
        while at and self.text[at - 1] in " \r\n":
            at -= 1
        return self.text.endswith("?", 0, at)

    def _key(self, holder: _Open, key: str, start: int, end: int) -> None:
        holder.span = (start, end)
        text = excerpt(key)
        if key == MERGE:
            self.notes.note("merge-key", start, end)
        elif key and begins_or_ends_with_space(key):
            self.notes.note("no-break-space", start, end, text=text.strip())
        elif is_no_name(key):
            self.notes.note("key-not-text", start if end > start else max(start - 1, 0), end, text=text)
        elif key in holder.starts:
            self.notes.note_doubled(text, holder.starts[key], start, end)
        holder.starts.setdefault(key, start)

    def _plain(self, holder: _Open, value: str, start: int, end: int) -> None:
        """A text without quotes: whether YAML ended it too early."""
        if holder.in_brackets and "?" in value:
            self.gave_up = start  # likewise
        lost = _HASH.match(self.text, end) if value else None
        if lost:
            self.notes.note("text-after-hash", *lost.span(1), text=excerpt(lost[1]))

    def _empty(self, holder: _Open, start: int, end: int) -> None:
        """A value that is empty, or `null`, or `~`: allowed, or what was meant instead."""
        lost = None
        if start == end:
            lost = _HASH_AS_VALUE.match(self.text, holder.span[1]) if holder.is_mapping else _HASH.match(self.text, end)
        keys = tuple(one.items if one.key is None else one.key for one in self._open)
        if self._allowed(keys):
            if lost:
                self.notes.note("text-after-hash", *lost.span(1), text=excerpt(lost[1]))
        elif lost:
            self.notes.note("special-first-character", *lost.span(1), character="#", text=excerpt(lost[1]))
        elif not holder.is_mapping:
            self.notes.note("empty-item", min(start, max(end - 1, 0)), end)
        elif holder.in_brackets and start == end and not _COLON.match(self.text, holder.span[1]):
            self._without_colon(holder)
        elif holder.key and not holder.is_pair:
            if none := self._written_none(keys):
                self.notes.note("empty-list-value", *holder.span, key=excerpt(holder.key), none=none)
            else:
                self.notes.note("empty-value", *holder.span, key=excerpt(holder.key))

    def _without_colon(self, holder: _Open) -> None:
        """A text between commas in braces, which YAML takes for a key."""
        if word := _NO_SPACE.match(self.text, holder.span[0]):
            self._missing_space(word)
        elif not holder.is_pair:
            self._unquoted(holder.span[0], ",")

    def _missing_space(self, word: re.Match[str]) -> None:
        self.notes.note_mistake(missing_space(self.text, *word.span()))

    def _unquoted(self, start: int, character: str) -> None:
        found = _ENTRY.match(self.text, start)
        text = found[0].rstrip() if found else ""
        self.notes.note("unquoted-text-in-brackets", start, start + len(text), character=character, text=excerpt(text))
