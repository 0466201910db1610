"""Where a path stands in data: findings come in the order of their lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskprivacy.address import Key
from deskprivacy.load.schemas.faults import Keys


@dataclass(slots=True)
class Order:
    """Where a path stands in the data, so that findings come in the order of their lines."""

    data: object
    _positions: dict[int, dict[Key, int]] = field(default_factory=dict)

    def of(self, path: Keys) -> tuple[int, ...]:
        """Give each key of a path its position in its mapping or list."""
        places, node = [], self.data
        for key in path:
            if isinstance(node, dict):
                known = self._positions.get(id(node)) or self._number(node)
                places.append(known.get(key, len(known)))
                node = node.get(key)
            elif isinstance(node, list) and isinstance(key, int):
                places.append(key)
                node = node[key]
        return tuple(places)

    def _number(self, node: dict[Key, object]) -> dict[Key, int]:
        self._positions[id(node)] = {key: position for position, key in enumerate(node)}
        return self._positions[id(node)]
