"""What is declared: every entity found in the files, by kind and id, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from deskprivacy.address import Address, Key
from deskprivacy.finding import Finding, On, Place, Related
from deskprivacy.load.files import RegisterFile
from deskprivacy.load.text.tree import Tree

SETTINGS = "register"


@dataclass(frozen=True, slots=True)
class Declared:
    """One entity as it stands in a file: its tree, the keys that lead to it, its data."""

    tree: Tree
    prefix: tuple[Key, ...]
    data: Any


@dataclass(slots=True)
class Declarations:
    """The entities of all files.

    `unread` holds the kinds of which a file could not be read: what they declare is not known.
    """

    entities: dict[str, dict[str, Declared]] = field(default_factory=dict)
    settings: Declared | None = None
    unread: set[str] = field(default_factory=set)

    def add(self, file: RegisterFile, tree: Tree) -> Iterator[Finding]:
        """Takes in the entities of one file; yields a finding for each that stood elsewhere already."""
        if file.kind == SETTINGS:
            self.settings = Declared(tree, (), tree.data)
            return
        own = self.entities.setdefault(file.kind, {})
        found = (
            [(file.id, (), tree.data)] if file.id else [(ident, (ident,), data) for ident, data in tree.data.items()]
        )
        for ident, prefix, data in found:
            if ident in own:
                yield self._twice(file.kind, ident, own[ident], Declared(tree, prefix, data))
            else:
                own[ident] = Declared(tree, prefix, data)

    def skip(self, file: RegisterFile) -> None:
        """Notes a file that could not be read; the id of a file in a folder is known all the same."""
        self.unread.add(file.kind)

    def place(self, address: Address, on: On) -> Place | None:
        """Where a fact stands: at the deepest key that is written; None where no file declares the entity."""
        declared = self.settings if address.kind == SETTINGS else self.entities.get(address.kind, {}).get(address.id)
        if declared is None:
            return None
        return declared.tree.place(declared.prefix + _as_written(declared.data, address.keys), on)

    def _twice(self, kind: str, ident: str, first: Declared, second: Declared) -> Finding:
        return Finding(
            rule="declared-twice",
            at=second.tree.place(second.prefix, "key"),
            values={"kind": kind, "id": ident},
            related=(Related(at=first.tree.place(first.prefix, "key"), part="first"),),
        )


def _as_written(data: Any, keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """The keys without the positions that the file does not need: a single member may stand without its list."""
    written: list[Key] = []
    for key in keys:
        if isinstance(key, int) and not isinstance(data, list):
            continue
        if isinstance(data, list) and not isinstance(key, int) and len(data) == 1:
            written.append(0)
            data = data[0]
        written.append(key)
        data = _below(data, key)
    return tuple(written)


def _below(data: Any, key: Key) -> Any:
    if isinstance(data, dict):
        return data.get(key)
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return data[key]
    return None
