"""Which channels of direct marketing ask for prior consent, and what none may sell (`direct_marketing.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


@frozen
class Ban(Frozen):
    """What may not be sold over a channel to consumers of a country, whatever they agreed to."""

    id: str
    channel: str
    country: str
    since: date
    words: Mapping[str, tuple[str, ...]]  # by language, how the name of a purpose tells of it

    def concerns(self, name: str, language: str) -> bool:
        """Whether the name of a purpose tells of what is banned."""
        said = name.casefold()
        return any(word in said for word in self.words.get(language, ()))


@cache
def bans() -> tuple[Ban, ...]:
    """What may not be sold over some channel."""
    return tuple(
        Ban(
            id=ident,
            channel=row["channel"],
            country=row["country"],
            since=date.fromisoformat(row["from"]),
            words={language: tuple(words) for language, words in row["words"].items()},
        )
        for ident, row in data("direct_marketing")["banned"].items()
    )


@cache
def opt_ins() -> Mapping[str, OptIn]:
    """The channels that ask for prior consent, by the word that `channels` holds."""
    return {
        channel: OptIn(
            channel=channel,
            customers=row.get("customers") == "true",
            since=date.fromisoformat(row["from"]) if "from" in row else None,
            country=row.get("country"),
        )
        for channel, row in data("direct_marketing")["channels"].items()
    }


def all_professionals(told: Iterable[str], language: str, country: str | None) -> bool:
    """Whether each of these texts says that the persons are written to at work, in a country where that matters."""
    row = data("direct_marketing")["professionals"].get(country)
    if row is None:
        return False
    texts = [text.casefold() for text in told]
    words, others = row["words"].get(language, ()), row["unless"].get(language, ())
    return bool(texts) and all(
        any(word in text for word in words) and not any(word in text for word in others) for text in texts
    )
