"""Publication: a published notice carries no fact that is not decided."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import EVERY, Address, parse
from deskprivacy.finding import Finding, Related
from deskprivacy.model.register import KINDS, Register
from deskprivacy.model.shape import is_public, noun_of
from deskprivacy.model.told import told


def check(register: Register) -> Iterator[Finding]:
    """A finding for each proposed or disputed fact that a published notice tells."""
    undecided = [one for one in register.open_questions.values() if one.status != "unknown"]
    printed = _printed(register) if undecided else {}
    for question in undecided:
        for position, text in enumerate(question.about):
            about = parse(text)
            if about.kind not in KINDS or not is_public(noun_of(KINDS[about.kind]), about.keys):
                continue
            for where in _concerned(about, printed):
                asked = Address("open_questions", question.id, ("about", position))
                yield Finding(
                    rule="undecided-fact-published",
                    at=where,
                    values={"address": str(where), "notice": printed[where.entity], "question_status": question.status},
                    related=(Related(at=asked, part="asked", on="value"),),
                )


def _printed(register: Register) -> dict[Address, str]:
    """The entities that published notices tell of, each with the first notice that does."""
    found: dict[Address, str] = {}
    for notice in register.notices.values():
        if notice.status == "published":
            for one in told(register, notice).entities():
                found.setdefault(one.where, notice.id)
    return found


def _concerned(about: Address, printed: dict[Address, str]) -> Iterator[Address]:
    if about.id != EVERY:
        if about.entity in printed:
            yield about
        return
    for entity in printed:
        if entity.kind == about.kind:
            yield Address(entity.kind, entity.id, about.keys)
