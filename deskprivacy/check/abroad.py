"""Abroad: the transfers out of the EEA that are declared, of recipients and of lines (GDPR 44–49)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskprivacy.address import Address
from deskprivacy.duty.abroad import is_outside
from deskprivacy.frozen import Frozen, frozen
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
