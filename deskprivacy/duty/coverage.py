"""Coverage: for each letter of the law, which fields answer it, how, and where. The register's annex prints it."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.duty.answers import State, answer, asked, home
from deskprivacy.duty.scopes import letters_within
from deskprivacy.duty.written import Written
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.reader import Duty, duties, letters
from deskprivacy.model.register import Register


@frozen
class Covered(Frozen):
    """One field that answers a letter of the law, or ought to; `where` is None where nothing calls for it."""

    letter: str
    duty: Duty
    where: Address | None
    state: State


def coverage(register: Register) -> Iterator[Covered]:
    """Every letter with all that answers it: in the order of the law, of the duties, then of the files."""
    written = Written(register)
    answers: dict[tuple[str, str], dict[Address, State]] = {}
    for duty, subject in asked(register):
        state, path = answer(duty, subject)
        is_answered = state is not State.MISSING
        found_at = written.elsewhere(subject, path.attributes[0]) if is_answered and len(path.keys) == 1 else None
        where = found_at or home(subject, path, state)
        for letter in letters_within(duty, subject.scope):
            answers.setdefault((letter, duty.rule), {})[where] = state
    for letter in letters():
        for duty in duties():
            if letter not in duty.law:
                continue
            found = answers.get((letter, duty.rule))
            if not found:
                yield Covered(letter=letter, duty=duty, where=None, state=State.NOT_ASKED)
                continue
            for where, state in found.items():
                yield Covered(letter=letter, duty=duty, where=where, state=state)
