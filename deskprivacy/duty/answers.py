"""Answers: how a subject answers a duty - declared, declared as none, or not at all - and at which address."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from keyword import iskeyword
from typing import Any, NamedTuple

from deskprivacy.address import Address
from deskprivacy.duty.conditions import CONDITIONS
from deskprivacy.duty.scopes import letters_within
from deskprivacy.duty.subjects import Subject, subjects
from deskprivacy.law.reader import Duty, duties
from deskprivacy.model.register import Register
from deskprivacy.model.uses import DataUse


class State(StrEnum):
    """What the register says to a duty. `NOT_ASKED` is of a letter that nothing in the register calls for."""

    DECLARED = "declared"
    NONE = "declared-as-none"
    MISSING = "missing"
    NOT_ASKED = "not-asked"


class Path(NamedTuple):
    """A field of `duties.yaml`: its keys as the register writes them, and as the nouns call them."""

    keys: tuple[str, ...]
    attributes: tuple[str, ...]


def asked(register: Register) -> Iterator[tuple[Duty, Subject]]:
    """Every duty with each subject that it is asked of."""
    for subject in subjects(register):
        for duty in _of(subject.of):
            if is_asked(duty, subject):
                yield duty, subject


def unanswered(register: Register) -> Iterator[tuple[Duty, Subject]]:
    """Every duty with each subject that it is asked of and that does not answer.

    What is answered is seen first, for it is seen fastest and is most of a register.
    """
    for subject in subjects(register):
        for duty, fields in _of_with_paths(subject.of):
            if all(_state(subject, path) is State.MISSING for path in fields) and is_asked(duty, subject):
                yield duty, subject


def is_asked(duty: Duty, subject: Subject) -> bool:
    """Whether some letter of the duty holds for the subject, and all its conditions."""
    return bool(letters_within(duty, subject.scope)) and all(CONDITIONS[name](subject) for name in duty.when)


def answer(duty: Duty, subject: Subject) -> tuple[State, Path]:
    """How the subject answers, and by which field; where it does not, the field that would be filled first."""
    fields = paths(duty.fields)
    for path in fields:
        state = _state(subject, path)
        if state is not State.MISSING:
            return state, path
    return State.MISSING, fields[0]


def home(subject: Subject, path: Path, state: State) -> Address:
    """The address at which an answer is written or, where there is none, missed."""
    if subject.of == "register":
        return Address(path.keys[0])
    if isinstance(subject.thing, DataUse):
        return _home_on_line(subject.thing, path, state)
    depth = len(path.keys)
    if state is State.MISSING:  # an absent parent is what is missing
        depth = next((i for i in range(1, depth) if _value(subject, path.attributes[:i]) is None), depth)
    return subject.where.at(*path.keys[:depth])


def _home_on_line(use: DataUse, path: Path, state: State) -> Address:
    """A line inherits from its activity, its sources from its category too.

    What the activity leaves out is missed there, once for all its lines; what its default does not reach, on the line.
    """
    attribute, key = path.attributes[0], path.keys[0]
    if state is State.MISSING:
        return (use if getattr(use.activity, attribute, None) else use.activity).where.at(key)
    if getattr(use.line, attribute, None):
        return use.where.at(key)
    holder = use.activity if getattr(use.activity, attribute, None) else use.category
    return holder.where.at(key)


def _state(subject: Subject, path: Path) -> State:
    thing: object = subject
    for attribute in path.attributes:
        value = subject.get(attribute) if thing is subject else getattr(thing, attribute)
        if value is None:
            return State.MISSING
        if not value and isinstance(value, tuple | Mapping):
            wide = thing is subject and attribute in subject.facts
            noun: Any = type(subject.thing if thing is subject else thing)
            return State.NONE if wide or _absent_is_none(noun, attribute) else State.MISSING
        thing = value
    return State.DECLARED


def _value(subject: Subject, attributes: tuple[str, ...]) -> object:
    value: object = subject.get(attributes[0])
    for attribute in attributes[1:]:
        value = getattr(value, attribute, None)
    return value


@cache
def _absent_is_none(noun: Any, attribute: str) -> bool:
    """Whether an absent field is None, so that an empty one says «none»."""
    return any(field.name == attribute and field.default is None for field in dataclasses.fields(noun))


@cache
def _of(word: str) -> tuple[Duty, ...]:
    return tuple(duty for duty in duties() if duty.of == word)


@cache
def _of_with_paths(word: str) -> tuple[tuple[Duty, tuple[Path, ...]], ...]:
    return tuple((duty, paths(duty.fields)) for duty in _of(word))


@cache
def paths(fields: tuple[str, ...]) -> tuple[Path, ...]:
    """The fields of a duty, each as a path: `from` is `from_` in the nouns, for Python keeps that word."""
    keys = tuple(tuple(field.split(".")) for field in fields)
    return tuple(Path(path, tuple(f"{key}_" if iskeyword(key) else key for key in path)) for path in keys)
