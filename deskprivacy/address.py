"""Addresses: how findings, questions, waivers and translations name one fact of the register.

`kind/id.key.key`, for instance `activities/orders.data.contact-details.retention`. A list ends an address; `*` in
place of the id stands for every entity of the kind; a key that is no identifier is quoted. `register.title` names a
fact of `register.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

Key = str | int

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SHAPE = re.compile(
    r"([a-z_]+)(?:/(\*|[A-Za-z0-9_-]+|\"(?:[^\"\\]|\\.)*\"))?((?:\.(?:[A-Za-z0-9_-]+|\"(?:[^\"\\]|\\.)*\"))*)"
)
_KEY = re.compile(r"\.(?:([A-Za-z0-9_-]+)|\"((?:[^\"\\]|\\.)*)\")")

EVERY = "*"


@dataclass(frozen=True, slots=True)
class Address:
    """The address of an entity, or of a fact below it.

    `keys` may hold positions in lists: they find the line in the file, and are left out of the written form.
    `register.yaml` has no entities: its `id` is empty.
    """

    kind: str
    id: str = ""
    keys: tuple[Key, ...] = ()

    def __str__(self) -> str:
        head = f"{self.kind}/{_quoted(self.id)}" if self.id else self.kind
        return head + "".join(f".{_quoted(key)}" for key in self.named)

    @property
    def named(self) -> tuple[str, ...]:
        """The keys up to the first list, which ends the written address."""
        names: list[str] = []
        for key in self.keys:
            if isinstance(key, int):
                break
            names.append(key)
        return tuple(names)

    @property
    def entity(self) -> Address:
        """The address of the entity that holds the fact."""
        return Address(self.kind, self.id)

    def at(self, *keys: Key) -> Address:
        """The address of a fact further below."""
        return Address(self.kind, self.id, self.keys + keys)

    def covers(self, other: Address) -> bool:
        """Whether `other` is the fact that this address names, or lies below it; `*` names every entity.

        A written address cannot say which entry of a list it means: it means each.
        """
        if self.kind != other.kind or self.id not in (EVERY, other.id):
            return False
        names = tuple(key for key in other.keys if not isinstance(key, int))
        return names[: len(self.named)] == self.named

    def within(self, other: Address) -> Address:
        """The fact that this address names, in the entries of lists where `other` lies, which it covers."""
        left, depth = len(self.named), 0
        while left:
            left -= not isinstance(other.keys[depth], int)
            depth += 1
        return Address(other.kind, other.id, other.keys[:depth])


@cache
def parse(text: str) -> Address:
    """The address that `text` writes. Raises ValueError where it writes none."""
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        raise ValueError(text)
    kind, ident, tail = shape.groups()
    keys = tuple(bare or _unquoted(quoted) for bare, quoted in _KEY.findall(tail))
    return Address(kind, _unquoted(ident[1:-1]) if ident and ident.startswith('"') else ident or "", keys)


def _quoted(key: str) -> str:
    if key == EVERY or _BARE.fullmatch(key):
        return key
    return '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
