"""What is declared: every entity found in the files, by kind and id, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deskprivacy.address import Address, Key
from deskprivacy.finding import Finding, On, Place, Related
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.load.files import RegisterFile
from deskprivacy.load.text.tree import Tree
from deskprivacy.model.side import SETTINGS

EVENTS = "events"  # that the settings declare beside those that are shipped


@frozen(kw_only=False)
class Declared(Frozen):
    """One entity as it stands in a file: its tree, and the id that leads to it where the file holds several."""

    tree: Tree
    prefix: tuple[str, ...] = ()

    @property
    def data(self) -> Any:
        """What the file says of it."""
        return self.tree.data[self.prefix[0]] if self.prefix else self.tree.data


class Declarations:
    """The entities of all files.

    `unread` holds the kinds of which a file could not be read: what they declare is not known. `lost` are those files.
    """

    def __init__(self) -> None:
        self.entities: dict[str, dict[str, Declared]] = {}
        self.settings: Declared | None = None
        self.unread: set[str] = set()
        self.lost: set[str] = set()

    def add(self, file: RegisterFile, tree: Tree) -> Iterator[Finding]:
        """Takes in the entities of one file; yields a finding for each that stood elsewhere already."""
        if file.kind == SETTINGS:
            self.settings = Declared(tree)
            return
        own = self.entities.setdefault(file.kind, {})
        found = {file.id: Declared(tree)} if file.id else {ident: Declared(tree, (ident,)) for ident in tree.data}
        for ident, one in found.items():
            if ident in own:
                yield self._twice(file.kind, ident, own[ident], one)
            else:
                own[ident] = one

    def skip(self, file: RegisterFile) -> None:
        """Notes a file that could not be read."""
        self.unread.add(file.kind)
        self.lost.add(file.file)
        if file.kind == SETTINGS:
            self.unread.add(EVENTS)

    def hand_over(self) -> Iterator[tuple[str, str, Any]]:
        """The kind, id and data of each entity. The data of a file are let go when all of them were taken."""
        for kind, entities in self.entities.items():
            last: Tree | None = None
            for ident, one in entities.items():
                if last is not None and last is not one.tree:
                    last.let_go()
                last = one.tree
                yield kind, ident, one.data
            if last is not None:
                last.let_go()

    def place(self, address: Address, on: On) -> Place | None:
        """Where a fact stands: at the deepest key that is written; None where no file declares the entity.

        A kind as a whole stands where its first entity does.
        """
        own = self.entities.get(address.kind, {})
        declared = self.settings if address.kind == SETTINGS else own.get(address.id or next(iter(own), ""))
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
