"""Which channels of direct marketing ask for prior consent (`direct_marketing.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data


@frozen
class OptIn(Frozen):
    """A channel that asks for consent; `since` and `country` are None where it always does, and in the whole Union."""

    channel: str
    customers: bool  # whether customers may be written to without it
    since: date | None
    country: str | None


@cache
def opt_ins() -> Mapping[str, OptIn]:
    """The channels that ask for prior consent, by the word that `channels` holds."""
    return {
        channel: OptIn(
            channel=channel,
            customers=row.get("customers") == "true",
            since=date.fromisoformat(row["since"]) if "since" in row else None,
            country=row.get("country"),
        )
        for channel, row in data("direct_marketing")["channels"].items()
    }
