"""From which age a minor consents alone to an online service (`children.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data


@frozen
class Majority(Frozen):
    """The age of consent; `below`, the word of `minors_consent` for who consents below it, None where unread."""

    age: int
    below: str | None


def digital_majority(countries: Iterable[str | None]) -> Majority:
    """What holds for controllers in these countries: the strictest of those that were read, else the lowest age."""
    raw = data("children")
    read = [raw["countries"][one] for one in countries if one in raw["countries"]]
    found = [Majority(age=int(row["age"]), below=row["below"]) for row in read]
    return max(found, key=lambda one: one.age, default=Majority(age=int(raw["lowest"]), below=None))
