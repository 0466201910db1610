"""The register's page: gaps and open facts lead to the question that asks about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from deskprivacy.address import Address, parse
from deskprivacy.duty import Gap
from deskprivacy.model.register import Register
from deskprivacy.model.side import OpenQuestion
from deskprivacy.model.standing import STANDINGS, ByAddress
from deskprivacy.render.document import Run
from deskprivacy.render.page import Page
from deskprivacy.words.citation import cite_all
from deskprivacy.words.speech import Speech


@dataclass(frozen=True, slots=True)
class Numbered:
    """An open question with the number under which the register prints it."""

    number: int
    question: OpenQuestion

    @property
    def anchor(self) -> str:
        """The anchor of the question in its annex."""
        return f"question-{self.question.id}"


class RegisterPage(Page):
    """A page that may see everything, and speaks of the persons. Only gaps that have a row on the sheet are its own.

    `shown` grows with every gap that is printed, so that a sheet can count what it lacks. On a `brief` page a gap is
    marked in two words: what is missing stands on the sheets.
    """

    def __init__(
        self,
        register: Register,
        gaps: Iterable[Gap],
        say: Speech,
        untranslated: frozenset[str] = frozenset(),
        *,
        brief: bool = False,
    ) -> None:
        super().__init__(register, (gap for gap in gaps if gap.row.sheet), say.of_the_person(), untranslated)
        self._brief = brief
        self.questions = numbered(register.open_questions.values())
        self.shown: list[Gap] = []
        self.waivers = tuple((one, parse(one.about)) for one in register.waivers.values())
        self._asking = ByAddress((parse(about), one) for one in self.questions for about in one.question.about)

    def lost(self) -> tuple[Gap, ...]:
        """The gaps that no part of the register has printed."""
        printed = {id(gap) for gap in self.shown}
        return tuple(gap for gap in self.gaps if id(gap) not in printed)

    def asking(self, where: Address, standing: str) -> Numbered | None:
        """The question that asks about a fact of this standing."""
        asked = (one for one in self._asking.over(where) if STANDINGS[one.question.status] == standing)
        return next(asked, None)

    def _mark(self, gap: Gap) -> Run:
        run = super()._mark(gap)
        self.shown.append(gap)
        asked = self.asking(gap.where, "asked")
        if asked is None:
            return replace(self.words("To be completed"), mark="gap") if self._brief else run
        if self._brief:
            text = self.say("To be completed (question {number})", number=asked.number)
        else:
            text = self.say(
                "To be completed: {what} ({law}; question {number})",
                what=self.say.text(gap.row.needed),
                law=cite_all(self._law(gap), self.say),
                number=asked.number,
            )
        return replace(self.run(text, link=f"#{asked.anchor}"), mark="gap")

    def _label(self, where: Address, standing: Literal["proposed", "disputed"]) -> Run:
        asked = self.asking(where, standing)
        if asked is None:
            return super()._label(where, standing)
        word = {
            "proposed": self.say("proposed, question {number}", number=asked.number),
            "disputed": self.say("disputed, question {number}", number=asked.number),
        }[standing]
        return self.run(f" ({word})", link=f"#{asked.anchor}")


def numbered(questions: Iterable[OpenQuestion]) -> tuple[Numbered, ...]:
    """The questions by addressee, in the order in which each addressee is first named, with their numbers."""
    by_addressee: dict[str | None, list[OpenQuestion]] = {}
    for one in questions:
        by_addressee.setdefault(one.ask, []).append(one)
    ordered = (one for asked in by_addressee.values() for one in asked)
    return tuple(Numbered(number, one) for number, one in enumerate(ordered, start=1))
