"""From which age a minor consents alone to an online service (`children.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data
from deskprivacy.law.reference import countries as places
from deskprivacy.law.texts import holds


@frozen
class Majority(Frozen):
    """The age of consent; `below`, the word of `minors_consent` for who consents below it, None where unread.

    `certain`: the age was read in an official text.
    """

    age: int
    below: str | None
    certain: bool


def digital_majority(countries: Iterable[str | None], day: date | None = None) -> Majority:
    """What holds for controllers in these countries on a day: the strictest; the lowest age where none is known."""
    found = [_in(one, day) for one in countries if one is not None and places().position(one) == "inside"]
    lowest = Majority(age=int(data("children")["lowest"]), below=None, certain=True)
    return max(found, key=lambda one: one.age, default=lowest)


def lowest_age() -> int:
    """The age below which no Member State may go."""
    return int(data("children")["lowest"])


def _in(country: str, day: date | None) -> Majority:
    """The choice of a country of the EEA; where none is known, 16 (GDPR 8(1)), which its law may have lowered."""
    raw = data("children")
    row = raw["countries"].get(country)
    if row is None or not holds(row, (country,), day):
        return Majority(age=int(raw["otherwise"]), below=None, certain=False)
    return Majority(age=int(row["age"]), below=row.get("below"), certain="doubt" not in row)
