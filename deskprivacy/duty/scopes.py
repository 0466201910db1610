"""Scopes: of what a letter of the law is asked. A scope is a set of bits, so that an entity's uses add up by `|`.

The low bits say which articles reach a fact; each bit above them stands for one notice that prints it, in the order of
the register's notices.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from deskprivacy.law.reader import Duty, letters

COLLECTED = 1  # a notice covers it, and data come from the person: GDPR 13
OBTAINED = 2  # a notice covers it, and data come from elsewhere: GDPR 14
OWN = 4  # an activity for which we answer: GDPR 26, 30(1); LIL 82
ON_BEHALF = 8  # an activity carried out on behalf of others: GDPR 30(2)

INFORMED = COLLECTED | OBTAINED
_ARTICLES = INFORMED | OWN | ON_BEHALF
_FIRST_NOTICE = 4

_ASKED_OF = {"collected": COLLECTED, "obtained": OBTAINED, "informed": INFORMED, "own": OWN, "on-behalf": ON_BEHALF}


def notice_bit(position: int) -> int:
    """The bit of the notice at this position among the register's notices."""
    return 1 << (_FIRST_NOTICE + position)


def notices_in(scope: int, ids: Iterable[str]) -> tuple[str, ...]:
    """The notices that this scope names, given all their ids in order."""
    return tuple(ident for position, ident in enumerate(ids) if scope & notice_bit(position))


def without_notices(scope: int) -> int:
    """The same scope, for a fact that no notice prints."""
    return scope & (OWN | ON_BEHALF)


def letters_within(duty: Duty, scope: int) -> tuple[str, ...]:
    """The letters of a duty that are asked of a fact with this scope, in the order of the row."""
    return _letters(duty.law, scope & _ARTICLES)


@cache
def _letters(law: tuple[str, ...], scope: int) -> tuple[str, ...]:
    return tuple(letter for letter in law if _ASKED_OF[letters()[letter].asked_of] & scope)
