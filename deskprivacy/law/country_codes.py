"""The codes that stand for a country, and what people write in their place (`country_codes.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from deskprivacy.law.files import data


@cache
def country_codes() -> tuple[str, ...]:
    """Every code that may be written, in the order of the alphabet; the areas last."""
    raw = data("country_codes")
    return (*sorted((*raw["assigned"], *raw["beside"])), *raw["areas"])


@cache
def areas() -> frozenset[str]:
    """The codes of what is no country: somewhere inside, not said where."""
    return frozenset(data("country_codes")["areas"])


@cache
def otherwise_written() -> Mapping[str, str]:
    """What is no code and no name of CLDR either, with the code that it means."""
    return {name: row["code"] for row in data("country_codes")["also"] for name in row["names"]}
