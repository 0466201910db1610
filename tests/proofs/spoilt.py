"""Entries of a register spoilt one at a time, as hands spoil them: a key or a word that nobody knows, a broken line."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

from proofs.trees import Trees, in_block_style, nodes

from deskprivacy.address import Address
from deskprivacy.model.register import KINDS
from deskprivacy.model.side import SIDE

UNKNOWN = "zzqx"
_KINDS = (*KINDS, *SIDE)


def entries(trees: Trees) -> Iterator[tuple[str, Address]]:
    """Every entry of a register, with its file."""
    for name, data in trees.items():
        kind, _, ident = name.removesuffix(".yaml").partition("/")
        if kind in _KINDS:
            yield from ((name, Address(kind, one)) for one in ([ident] if ident else data))


def spoilt(trees: Trees, name: str, where: Address, way: str, at: int = 0) -> dict[str, str] | None:
    """The file of an entry with a mistake in it: at one of its keys, or of its words; None where there is none."""
    data: Any = deepcopy(trees[name])
    entry = data if "/" in name else data[where.id]
    if way == "key more":
        entry[UNKNOWN] = "x"
    elif way == "broken":
        lines = in_block_style(data)
        return {name: lines + ("  zzqx: [\n" if "/" not in name else "zzqx: [\n")}
    else:
        found = [(holder, key) for holder, key in nodes(entry) if _fits(holder, key, way)]
        if not found:
            return None
        holder, key = found[at % len(found)]
        if way == "key":
            kept = {f"{key}_{UNKNOWN}" if one == key else one: value for one, value in holder.items()}
            holder.clear()
            holder.update(kept)
        else:
            holder[key] = UNKNOWN if way == "word" else {UNKNOWN: [holder[key]]}
    return {name: in_block_style(data)}


def _fits(holder: Any, key: Any, way: str) -> bool:
    return isinstance(holder, dict) if way == "key" else isinstance(holder[key], str) and " " not in holder[key]


WAYS = ("key more", "key", "word", "shape", "broken")


def how_many(trees: Trees, name: str, where: Address, way: str) -> int:
    """How many places an entry can be spoilt at in one way."""
    entry = trees[name] if "/" in name else trees[name][where.id]
    return 1 if way in ("key more", "broken") else sum(1 for holder, key in nodes(entry) if _fits(holder, key, way))


def all_ways(
    trees: Trees, random: Random | None = None, most: int = 0
) -> Iterator[tuple[str, Address, dict[str, str]]]:
    """Each entry spoilt in each way, at each place, or at up to `most` chosen ones."""
    for name, where in entries(trees):
        for way in WAYS:
            places = range(how_many(trees, name, where, way))
            chosen = random.sample(places, min(most, len(places))) if random else places
            for at in chosen:
                changed = spoilt(trees, name, where, way, at)
                if changed:
                    yield f"{way} {at} of {where}", where, changed
