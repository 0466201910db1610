"""Abroad: where recipients are, store and read outside the EEA, as they declare it (GDPR 44)."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.law.reader import countries
from deskprivacy.model.parties import Recipient


def places(recipient: Recipient) -> Iterator[tuple[Address, str]]:
    """Every country that a recipient declares, with its address: its own, where it stores, reads, and its members'."""
    where = recipient.where
    if recipient.country:
        yield where.at("country"), recipient.country
    for key in ("stored_in", "access_from"):
        for position, code in enumerate(getattr(recipient, key)):
            yield where.at(key, position), code
    for ident, member in (recipient.members or {}).items():
        if member.country:
            yield where.at("members", ident, "country"), member.country


def places_abroad(recipient: Recipient, home: str | None = None) -> Iterator[tuple[Address, str]]:
    """The places of a recipient outside the EEA, and outside the country of the controllers."""
    return ((where, code) for where, code in places(recipient) if is_outside(code) and code != home)


def is_outside(code: str) -> bool:
    """Whether a country lies outside the EEA beyond dispute."""
    return countries().position(code) == "outside"
