"""Open questions against the facts: the status that each declares must hold, and its date must not have passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from deskprivacy.address import EVERY, Address, parse
from deskprivacy.finding import Finding
from deskprivacy.model.register import Register
from deskprivacy.model.shape import noun_of
from deskprivacy.model.side import OpenQuestion


def check(register: Register, today: date) -> Iterator[Finding]:
    """Questions whose status does not hold, and those that are overdue.

    An unknown fact must be absent; a proposed or disputed one must be there.
    """
    for question in register.open_questions.values():
        where = Address("open_questions", question.id)
        if question.due and date.fromisoformat(question.due) < today:
            yield Finding(
                rule="overdue-question", at=where.at("due"), values={"due_day": question.due, "ask": question.ask}
            )
        for position, text in enumerate(question.about):
            unknown = question.status == "unknown"
            present = [is_declared(register, one, throughout=unknown) for one in _concerned(register, parse(text))]
            wrong = all(present) if unknown else not any(present)
            if wrong:
                rule = "answered-question" if question.status == "unknown" else "question-without-fact"
                yield Finding(
                    rule=rule,
                    at=where.at("about", position),
                    values={"address": text, "question_status": question.status},
                )


def _concerned(register: Register, address: Address) -> Iterator[Address]:
    if address.id != EVERY:
        yield address
        return
    for ident in register.of_kind(address.kind):
        yield Address(address.kind, ident, address.keys)


def is_declared(register: Register, address: Address, *, throughout: bool) -> bool:
    """Whether the fact at an address is declared; an entity alone always is.

    Where an address does not say which entry of a list it means, one must declare the fact, or, `throughout`, each.
    """
    value: Any = register.settings if not address.id else _entity(register, address)
    for key in address.keys:
        if isinstance(key, int):
            value = value[key] if isinstance(value, tuple) and len(value) > 1 else value
            continue
        if isinstance(value, tuple) and len(value) == 1:
            value = value[0]  # a single member may stand without its list
        below = value.get(str(key)) if isinstance(value, dict) else _attribute(value, str(key), throughout)
        if below is None:
            return False
        value = below
    return True


def _entity(register: Register, address: Address) -> Any:
    side: dict[str, OpenQuestion] = getattr(register, address.kind)
    return side[address.id]


def _attribute(value: Any, key: str, throughout: bool) -> Any:
    """A field's value, None where it holds its default: then nothing is declared."""
    if isinstance(value, tuple):
        found = [_attribute(one, key, throughout) for one in value]
        declared = [one for one in found if one is not None]
        return declared[0] if declared and (len(declared) == len(found) or not throughout) else None
    field = noun_of(type(value)).fields[key]
    found = getattr(value, field.name)
    return None if found == field.default and not field.required else found
