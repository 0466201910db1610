"""What the name of a recipient, a source or a category of persons tells, where no field does (`named_parties.yaml`)."""

from __future__ import annotations

import re
from functools import cache

from deskprivacy.law.files import data

_PUBLIC = ("public-bodies",)
_NO_ROLE = ("public-bodies", "emergency", "close", "own-people")


def needs_no_role(name: str) -> bool:
    """Whether a name is that of a body or person of whom neither a role nor a country is asked."""
    return _says(_NO_ROLE, name) and not is_foreign(name)


def is_public_body(name: str) -> bool:
    """Whether a name is that of a public body, which needs no representative in the Union (GDPR 27(2)(b))."""
    return _says(_PUBLIC, name)


def is_foreign(name: str) -> bool:
    """Whether a name tells of another country."""
    return _says(("foreign",), name)


def are_adults(name: str) -> bool:
    """Whether a name is that of persons who are of age by what they are."""
    return _says(("adults",), name)


def is_online(name: str) -> bool:
    """Whether the name of a source is that of a site, an app, or a form on one."""
    return _says(("online",), name)


def _says(parties: tuple[str, ...], name: str) -> bool:
    return _pattern(parties).search(name.casefold().replace("'", "’")) is not None


@cache
def _pattern(parties: tuple[str, ...]) -> re.Pattern[str]:
    rows = (data("named_parties")["parties"][one]["words"] for one in parties)
    words = sorted({re.escape(word) for row in rows for language in row.values() for word in language})
    return re.compile(rf"\b(?:{'|'.join(words)})")
