"""Names of services and technologies that no longer exist (`obsolete_names.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data


@frozen
class ObsoleteName(Frozen):
    """One name, and since which year it is no longer used."""

    id: str
    pattern: re.Pattern[str]
    since: str


@cache
def obsolete_names() -> tuple[ObsoleteName, ...]:
    """Every name of the list."""
    return tuple(
        ObsoleteName(id=ident, pattern=re.compile(row["pattern"], re.IGNORECASE), since=row["since"])
        for ident, row in data("obsolete_names")["names"].items()
    )


def obsolete_in(text: str) -> Iterator[tuple[ObsoleteName, str]]:
    """The names of the list that a text uses, each once, as it writes them."""
    plain = " ".join(text.split())
    for name in obsolete_names():
        if found := name.pattern.search(plain):
            yield name, " ".join(found[0].replace("«", " ").split())
