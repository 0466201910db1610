"""One YAML text becomes a tree: plain data, and the place of every key and value.

Most files are sound: `accept` reads those, and nothing else is done. Where it refuses, or where a file holds signs of
what YAML reads otherwise than it was meant, `syntax` looks closely and says what it found.
"""

from __future__ import annotations

from array import array
from typing import Any

from deskprivacy.address import Key
from deskprivacy.finding import Finding, On, Place
from deskprivacy.load.bounds import MAX_BYTES
from deskprivacy.load.text.accept import EmptyAllowed, Keys, WrittenNone, accept
from deskprivacy.load.text.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent, all_events, span
from deskprivacy.load.text.places import Lines
from deskprivacy.load.text.suspicion import is_suspect

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Tree:
    """The data of one file, and where each of its keys and values stands.

    Places are worked out when the first is asked for: most files have nothing to be shown.
    """

    __slots__ = ("_content", "_data", "_index", "_lines", "_spans", "file")

    # Of every key and value in the order of the text: start, end, and how many others lie within.
    _spans: array[int]
    # Where the keys of a mapping stand, by the position of the mapping: a file may have thousands of mistakes.
    _index: dict[int, dict[str, int]]

    def __init__(self, file: str, data: dict[str, Any], content: bytes) -> None:
        self.file = file
        self._data: dict[str, Any] | None = data
        self._content = content
        self._lines: Lines | None = None

    @property
    def data(self) -> dict[str, Any]:
        """The data of the file; read again where they were let go."""
        if self._data is None:
            self._data = accept(self._content, _everywhere) or {}
        return self._data

    def let_go(self) -> None:
        """Keeps only the text, from which the data of the few files with something to be shown are read again."""
        self._data = None

    def place(self, keys: Keys, on: On = "value") -> Place:
        """Where a key or its value stands: that of the deepest key that is written, where the last ones are not.

        The value that is a mapping or a list stands at its key, or where the item of the list begins; so does one that
        is empty. A place in the whole file is that of its first key.
        """
        if self._lines is None:
            text = self._content.decode()
            self._lines = Lines(self.file, text)
            self._spans, self._index = _spans(text), {}
        return self._lines.place(*self._span(self._find(keys, on)))

    def source(self, keys: Keys) -> str:
        """The value as it is written: `1.10` where the data hold 1.1. Empty for a mapping or a list."""
        place = self.place(keys)
        lines = self._content.decode().splitlines()
        last = lines[place.end_line - 1][: place.end_column - 1]
        if place.line == place.end_line:
            return last[place.column - 1 :]
        return "\n".join((lines[place.line - 1][place.column - 1 :], *lines[place.line : place.end_line - 1], last))

    def _find(self, keys: Keys, on: On) -> int:
        """The position, among all keys and values, of the one that shows `keys`."""
        shown, at = (1 if self.data else 0), 0
        node: Any = self.data
        for key in keys:
            below = self._below(node, at, key)
            if below is None:
                return shown
            shown, at, node = below
        return shown if on == "key" or isinstance(node, dict | list) or node is None else at

    def _below(self, node: Any, at: int, key: Key) -> tuple[int, int, Any] | None:
        """Of a key or an item: the position that shows it, that of its value, and the value."""
        if isinstance(node, dict):
            found = self._keys_of(node, at).get(str(key))
            return None if found is None else (found, found + 1, node[str(key)])
        if isinstance(node, list) and isinstance(key, int):
            at += 1
            for number, value in enumerate(node):
                if number == key:
                    return at, at, value
                at += 1 + self._spans[3 * at + 2]
        return None

    def _keys_of(self, node: dict[str, Any], at: int) -> dict[str, int]:
        if at not in self._index:
            below, keys = at + 1, self._index.setdefault(at, {})
            for name in node:
                keys[name] = below
                below += 2 + self._spans[3 * (below + 1) + 2]
        return self._index[at]

    def _span(self, at: int) -> tuple[int, int]:
        """Start and end; a mapping or list without brackets of its own begins with what is first in it."""
        start, end, within = self._spans[3 * at : 3 * at + 3]
        if start < end:
            return start, end
        return self._span(at + 1) if within else (start - 1, start)  # an empty item: its dash


def read(
    file: str, content: bytes, empty_allowed: EmptyAllowed | None = None, written_none: WrittenNone = lambda _: None
) -> tuple[Tree | None, tuple[Finding, ...]]:
    """The tree of a file, or None, and what there is to say. Any bytes are read; none of them raise.

    An empty value is a finding but where `empty_allowed` says otherwise of its keys; `written_none` says how such a key
    tells that there is none. A tab within a line is read as a
    space: both are white space in a text, and PyYAML's two parsers differ on tabs.
    """
    if len(content) > MAX_BYTES:
        return None, (Finding(rule="file-too-large", at=Place(file), values={"limit": MAX_BYTES // (1024 * 1024)}),)
    content = content.removeprefix(_BYTE_ORDER_MARK)
    allowed = empty_allowed or _nowhere
    if not is_suspect(content) and (data := accept(content, allowed)) is not None:
        return Tree(file, data, content), ()
    from deskprivacy.load.text.syntax import explain  # most files need no explanation

    findings, is_refused = explain(file, content, allowed, written_none)
    if is_refused:
        return None, findings
    content = content.replace(b"\t", b" ")
    if (data := accept(content, allowed)) is not None:
        return Tree(file, data, content), findings
    return None, (*findings, Finding(rule="broken-yaml", at=Place(file)))


def _nowhere(_: Keys) -> bool:
    return False


def _everywhere(_: Keys) -> bool:
    return True


def _spans(text: str) -> array[int]:
    """Start, end and number of all that lies within, of every key and value in the order of the text."""
    spans = array("I")
    open_at: list[int] = []
    for event in all_events(text.encode()):
        if isinstance(event, CollectionEndEvent):
            at = open_at.pop()
            spans[at + 2] = (len(spans) - at) // 3 - 1
        elif isinstance(event, CollectionStartEvent):
            open_at.append(len(spans))
            spans.extend((*span(event), 0))
        elif isinstance(event, ScalarEvent):
            start, end = span(event)
            while end > start + 1 and text[end - 1] in " \r\n":  # a block of text has the blank lines below it
                end -= 1
            spans.extend((start, end, 0))
    return spans
