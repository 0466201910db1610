"""Publication: a published notice carries no fact that is not decided."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import EVERY, Address, parse
from deskprivacy.finding import Finding, Related
from deskprivacy.model.mentions import mentions
from deskprivacy.model.public import may_show
from deskprivacy.model.register import Register
from deskprivacy.model.side import SETTINGS
from deskprivacy.model.told import told

EVENTS = "events"


def check(register: Register) -> Iterator[Finding]:
    """A finding for each proposed or disputed fact that a published notice tells."""
    undecided = [one for one in register.open_questions.values() if one.status != "unknown"]
    printed = _printed(register) if undecided else {}
    for question in undecided:
        for position, text in enumerate(question.about):
            about = parse(text)
            for where, notice in _concerned(about, printed) if may_show(about) else ():
                asked = Address("open_questions", question.id, ("about", position))
                yield Finding(
                    rule="undecided-fact-published",
                    at=where,
                    values={"address": str(where), "notice": notice, "question_status": question.status},
                    related=(Related(at=asked, part="asked", on="value"),),
                )


def _printed(register: Register) -> dict[Address, str]:
    """The entities and the register's own events that published notices tell, each with the first notice that does."""
    found: dict[Address, str] = {}
    for notice in register.notices.values():
        if notice.status == "published":
            entities = tuple(told(register, notice).entities())
            for one in entities:
                found.setdefault(one.where, notice.id)
            for kind, ident in mentions(entities):
                if kind == EVENTS:
                    found.setdefault(Address(SETTINGS, "", (EVENTS, ident)), notice.id)
    return found


def _concerned(about: Address, printed: dict[Address, str]) -> Iterator[tuple[Address, str]]:
    """The facts that an address names, as far as they are printed, each with its notice."""
    if about.kind == SETTINGS:
        yield from ((where, notice) for where, notice in printed.items() if where.covers(about) or about.covers(where))
    elif about.id != EVERY:
        if about.entity in printed:
            yield about, printed[about.entity]
    else:
        for entity, notice in printed.items():
            if entity.kind == about.kind:
                yield Address(entity.kind, entity.id, about.keys), notice
