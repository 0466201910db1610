"""What a register has no use for in the events of a YAML text, and what makes a text other than it was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from deskprivacy.finding import Finding, Place, Related, Value, Where
from deskprivacy.load.accept import MERGE, EmptyAllowed, begins_or_ends_with_space, is_item_without_space, is_no_name
from deskprivacy.load.bounds import MAX_DEPTH, MAX_FINDINGS
from deskprivacy.load.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    span,
)
from deskprivacy.load.mistake import Mistake, end_of_line, excerpt, odd_escape, reserved
from deskprivacy.load.places import Lines

_NOTHING = frozenset({"", "null", "~"})
_HASH = re.compile(r" +(#[^ \r\n#][^\r\n]*)")
_HASH_AS_VALUE = re.compile(r" *: +(#[^ \r\n#][^\r\n]*)")
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


def _end(at: Where) -> tuple[int, int] | None:
    return (at.end_line, at.end_column) if isinstance(at, Place) else None


class Inspection:
    """One slow reading of a text, event by event; `findings` are in the order of its lines."""

    def __init__(self, file: str, text: str, allowed: EmptyAllowed) -> None:
        self.text = text
        self._lines = Lines(file, text)
        self._allowed = allowed
        self._found: dict[tuple[int, str], Finding] = {}
        self._open: list[_Open] = []
        self._documents = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noted, in the order of the text."""
        return tuple(self._found[at] for at in sorted(self._found))

    def note(self, rule: str, start: int, end: int, **values: Value) -> None:
        """Notes a finding; the same one twice counts once."""
        finding = Finding(rule=rule, at=self._lines.place(start, end), values=values)
        self._found.setdefault((start, rule), finding)

    def note_mistake(self, mistake: Mistake) -> None:
        """Notes a mistake that was found in the text."""
        self.note(mistake.rule, mistake.start, mistake.end, **mistake.values)

    def stop_at(self, mistake: Mistake) -> None:
        """Notes the mistake that ended the reading: what was read from there on was misread, and is forgotten."""
        for start, rule in tuple(self._found):
            if start >= mistake.start:
                del self._found[start, rule]
        place = self._lines.place(mistake.start, mistake.end)
        if not any(one.rule == mistake.rule and _end(one.at) == _end(place) for one in self.findings):
            self.note_mistake(mistake)  # else it has been told of more of the text

    def end(self) -> None:
        """The text has been read to its end."""
        if not self._documents:
            self.note("empty-file", 0, 0)

    def take(self, event: Any) -> bool:
        """Looks at the next event; False where reading on makes no sense."""
        start, end = span(event)
        if len(self._found) >= MAX_FINDINGS:
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
        return True

    def _document(self, start: int, end: int) -> bool:
        self._documents += 1
        if self._documents > 1:
            self.note("second-document", start, end)
        return self._documents == 1

    def _is_sound_root(self, event: Any, start: int, end: int) -> bool:
        if isinstance(event, MappingStartEvent):
            return True
        if isinstance(event, AliasEvent) or self._extras(event, start):
            self.note_mistake(reserved(self.text, start))
        elif isinstance(event, ScalarEvent) and not event.style and event.value in _NOTHING:
            self.note("empty-file", start, end)
        elif isinstance(event, ScalarEvent) and (word := _NO_SPACE.match(self.text, start)):
            self._missing_space(word)
        else:
            self.note("not-a-mapping", start, end_of_line(self.text, start))
        return False

    def _start(self, event: Any, start: int, end: int) -> bool:
        if len(self._open) >= MAX_DEPTH:
            self.note("too-deep", start, end, limit=MAX_DEPTH)
            return False
        self._extras(event, start)
        holder = self._open[-1] if self._open else None
        if holder and holder.is_mapping and holder.key is None:
            holder.span = (start, end_of_line(self.text, start))
            self.note("key-not-text", *holder.span, text=excerpt(self.text[slice(*holder.span)]))
        is_mapping = isinstance(event, MappingStartEvent)
        is_pair = bool(is_mapping and event.flow_style and start == end)
        if is_pair:
            self._unquoted(start, "?" if self.text.startswith("?", start) else ":")
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
            self.note_mistake(reserved(self.text, start))
        self._node_read("")

    def _scalar(self, event: Any, start: int, end: int) -> None:
        holder = self._open[-1]
        has_extras = self._extras(event, start)
        if holder.is_mapping and holder.key is None:
            self._key(holder, event.value, start, end)
        elif not event.style and not has_extras and event.value in _NOTHING:
            self._empty(holder, start, end)
        elif not event.style and is_item_without_space(event.value):
            self.note("missing-space", start, start + 1, character="-", text=excerpt(event.value))
        if not event.style:
            self._plain(holder, event.value, start, end)
        elif self.text.startswith('"', start) and (odd := odd_escape(self.text, start + 1, end - 1)):
            self.note_mistake(odd)
        self._node_read(event.value)

    def _extras(self, event: Any, start: int) -> bool:
        if event.tag is None and event.anchor is None:
            return False
        self.note_mistake(reserved(self.text, start))
        return True

    def _key(self, holder: _Open, key: str, start: int, end: int) -> None:
        holder.span = (start, end)
        text = excerpt(key)
        if key == MERGE:
            self.note("merge-key", start, end)
        elif key and begins_or_ends_with_space(key):
            self.note("no-break-space", start, end, text=text.strip())
        elif is_no_name(key):
            self.note("key-not-text", start, max(end, start + 1), text=text)
        elif key in holder.starts:
            self._doubled(text, holder.starts[key], start, end)
        holder.starts.setdefault(key, start)

    def _doubled(self, key: str, first: int, start: int, end: int) -> None:
        before = self._lines.place(first, first + end - start)
        self._found[start, "doubled-key"] = Finding(
            rule="doubled-key",
            at=self._lines.place(start, end),
            values={"key": key, "line": before.line},
            related=(Related(at=before, part="first"),),
        )

    def _plain(self, holder: _Open, value: str, start: int, end: int) -> None:
        """A text without quotes: whether YAML ended it too early."""
        if holder.in_brackets and "?" in value:
            self._unquoted(start, "?")
        lost = _HASH.match(self.text, end) if value else None
        if lost:
            self.note("text-after-hash", *lost.span(1), text=excerpt(lost[1]))

    def _empty(self, holder: _Open, start: int, end: int) -> None:
        """A value that is empty, or `null`, or `~`: allowed, or what was meant instead."""
        lost = None
        if start == end:
            lost = _HASH_AS_VALUE.match(self.text, holder.span[1]) if holder.is_mapping else _HASH.match(self.text, end)
        if self._allowed(tuple(one.items if one.key is None else one.key for one in self._open)):
            if lost:
                self.note("text-after-hash", *lost.span(1), text=excerpt(lost[1]))
        elif lost:
            self.note("special-first-character", *lost.span(1), character="#", text=excerpt(lost[1]))
        elif not holder.is_mapping:
            self.note("empty-item", min(start, max(end - 1, 0)), end)
        elif holder.in_brackets and start == end and not self.text[holder.span[1] :].lstrip(" \r\n").startswith(":"):
            self._without_colon(holder)
        elif not holder.is_pair:
            self.note("empty-value", *holder.span, key=excerpt(holder.key or ""))

    def _without_colon(self, holder: _Open) -> None:
        """A text between commas in braces, which YAML takes for a key."""
        if word := _NO_SPACE.match(self.text, holder.span[0]):
            self._missing_space(word)
        elif not holder.is_pair:
            self._unquoted(holder.span[0], ",")

    def _missing_space(self, word: re.Match[str]) -> None:
        self.note("missing-space", *word.span(), character=":", text=excerpt(word[0]))

    def _unquoted(self, start: int, character: str) -> None:
        found = _ENTRY.match(self.text, start)
        text = found[0].rstrip() if found else ""
        self.note("unquoted-text-in-brackets", start, start + len(text), character=character, text=excerpt(text))
