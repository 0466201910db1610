"""What is kept how long: a use of data with one of the retention rules that it applies."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.model.circumstances import holding
from deskprivacy.model.data import RetentionRule
from deskprivacy.model.means import RetentionUse
from deskprivacy.model.register import Register
from deskprivacy.model.uses import DataUse, entry_address


@frozen
class Kept(Frozen):
    """Data kept by a rule; `where` is the entry that names the rule, on the line or on its activity."""

    where: Address
    use: DataUse
    entry: RetentionUse
    rule: RetentionRule
    purposes: tuple[str, ...]  # for which the data are kept by this rule; empty where it is not declared


def kept(register: Register, use: DataUse) -> Iterator[Kept]:
    """The rules by which the data of one use are kept."""
    own = use.line.retention is not None
    entries = (use.line.retention if own else use.activity.retention) or ()
    base = use.where if own else use.activity.where
    for entry in use.retention or ():
        position = next(number for number, one in enumerate(entries) if one is entry)
        yield Kept(
            where=entry_address(base.at("retention"), entries, position),
            use=use,
            entry=entry,
            rule=register.retention_rules[entry.rule],
            purposes=_purposes(entry, use),
        )


def _purposes(entry: RetentionUse, use: DataUse) -> tuple[str, ...]:
    """Those of the use for which an entry holds: it names them, or no narrower entry holds in its place."""
    return tuple(
        one
        for one in use.purposes
        if any(entry is held for held in holding(use.retention or (), {**use.circumstance, "purposes": (one,)}))
    )
