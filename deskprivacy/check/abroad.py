"""Abroad: where recipients are outside the EEA, and the transfers that are declared for them (GDPR 44–49)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskprivacy.address import Address
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.reader import countries
from deskprivacy.model.parties import Recipient, Transfer
from deskprivacy.model.register import Register
from deskprivacy.model.uses import Disclosure, entry_address


@frozen
class DeclaredTransfer(Frozen):
    """One entry of `transfer` with its recipient; `line` is the disclosure that declares it, None for the recipient."""

    where: Address
    recipient: Recipient
    entry: Transfer
    line: Disclosure | None = None

    @property
    def outside(self) -> tuple[str, ...]:
        """The countries of the entry that lie outside the EEA; what is disputed, such as NC, is left out."""
        return tuple(code for code in self.entry.countries if is_outside(code))


def declared_transfers(register: Register, disclosures: Iterable[Disclosure]) -> Iterator[DeclaredTransfer]:
    """The entries of every recipient, then those of the lines."""
    for recipient in register.recipients.values():
        entries = recipient.transfer or ()
        for position, entry in enumerate(entries):
            where = entry_address(recipient.where.at("transfer"), entries, position)
            yield DeclaredTransfer(where=where, recipient=recipient, entry=entry)
    for line in disclosures:
        entries = line.line.transfer or ()
        for position, entry in enumerate(entries):
            where = entry_address(line.where.at("transfer"), entries, position)
            yield DeclaredTransfer(where=where, recipient=line.recipient, entry=entry, line=line)


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
