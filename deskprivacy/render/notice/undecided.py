"""What is proposed or disputed of all that a notice tells, whether a sentence marks it or not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from deskprivacy.address import EVERY, Address
from deskprivacy.model.public import may_show
from deskprivacy.model.register import KINDS, Register


def undecided(register: Register, tells: Collection[Address]) -> Iterator[Address]:
    """The public facts that are not decided, of the entities of which a notice tells, as far as they are there."""
    for about, standing in register.standing.items():
        if standing == "asked" or about.kind not in KINDS or not may_show(about):
            continue
        for entity in tells:
            if entity.kind == about.kind and about.id in (EVERY, entity.id):
                where = Address(entity.kind, entity.id, about.keys)
                if _is_there(register, where):
                    yield where


def _is_there(register: Register, where: Address) -> bool:
    """Whether something is declared at an address; an entity alone always is."""
    found: list[object] = [register.of_kind(where.kind).get(where.id)]
    for key in where.named:
        below = [_below(one, key) for holder in found for one in (holder if isinstance(holder, tuple) else (holder,))]
        found = [one for one in below if one is not None]
    return any(one is not None for one in found)


def _below(holder: object, key: str) -> object:
    if isinstance(holder, Mapping):
        return holder.get(key)
    return getattr(holder, key, getattr(holder, f"{key}_", None))
