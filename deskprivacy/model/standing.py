"""Standing: whether a fact is asked for, proposed or disputed. Documents mark facts by it; it carries no text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from deskprivacy.address import EVERY, Address
from deskprivacy.model.register import Standing

STANDINGS: Mapping[str, Standing] = {"unknown": "asked", "proposed": "proposed", "disputed": "disputed"}

T = TypeVar("T")


class ByAddress(Generic[T]):
    """Values by the addresses that they speak of, found from any address at or below one of those."""

    def __init__(self, pairs: Iterable[tuple[Address, T]]) -> None:
        self._by_entity: dict[tuple[str, str], list[tuple[Address, T]]] = {}
        for address, value in pairs:
            self._by_entity.setdefault((address.kind, address.id), []).append((address, value))

    def over(self, address: Address) -> list[T]:
        """The values whose address is this one, lies above it, or names it by `*`."""
        candidates = (
            *self._by_entity.get((address.kind, address.id), ()),
            *self._by_entity.get((address.kind, EVERY), ()),
        )
        return [value for about, value in candidates if about.covers(address)]
