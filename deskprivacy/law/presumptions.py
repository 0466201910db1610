"""What a recipient's sector and name let one presume (`usual_roles.yaml`, `vague_recipients.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data


@frozen
class UsualRole(Frozen):
    """The roles that a body of some sector hardly ever has, and the one that it has as a rule."""

    unlikely: frozenset[str]
    usual: str


@cache
def usual_roles() -> Mapping[str, UsualRole]:
    """What is presumed of the role, by sector."""
    return {
        sector: UsualRole(unlikely=frozenset(row["unlikely"]), usual=row["usual"])
        for sector, row in data("usual_roles")["sectors"].items()
    }


@cache
def callings() -> frozenset[str]:
    """The sectors whose bodies decide for themselves by their calling: nobody means them by «our providers»."""
    return frozenset(data("usual_roles")["callings"])


def says_nothing_of_who(name: str) -> bool:
    """Whether a recipient's name is made of words, such as «our partners», that stand for anybody."""
    lists = data("vague_recipients")
    text = name.casefold().replace("'", "’").removeprefix("l’").strip()
    while (first := text.partition(" ")[0]) in lists["before"]:
        text = text.removeprefix(first).strip()
    head = next((one for one in lists["heads"] if text == one or text.startswith(f"{one} ")), None)
    rest = text.removeprefix(head).strip() if head else text
    while found := next((one for one in lists["after"] if rest == one or rest.startswith(f"{one} ")), None):
        rest = rest.removeprefix(found).strip()
    return head is not None and not rest
