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
from deskprivacy.render.document import Run, Runs
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
        waived: Iterable[Gap] = (),
        found: Iterable[Address] = (),
        brief: bool = False,
    ) -> None:
        """`found` are the addresses of the open findings: whatever is absent there, some rule asks for."""
        accepted = tuple(waived)
        super().__init__(
            register, (gap for gap in (*gaps, *accepted) if gap.row.sheet), say.of_the_person(), untranslated
        )
        self._brief = brief
        self.questions = numbered(register.open_questions.values())
        self.shown: list[Gap] = []
        self._waived = frozenset((gap.row.rule, gap.where) for gap in accepted)
        self._asking = ByAddress((parse(about), one) for one in self.questions for about in one.question.about)
        self._found = ByAddress((where, where) for where in found)
        self._accepted = ByAddress((parse(one.about), one) for one in register.waivers.values())

    def is_waived(self, rule: str, where: Address) -> bool:
        """Whether what a rule asks for at an address is absent, and accepted for a time."""
        return (rule, where) in self._waived

    def missing(self, gaps: Iterable[Gap]) -> int:
        """How many of these gaps are to be completed; each is counted once, a waived one not at all."""
        return len({id(gap) for gap in gaps if not self.is_waived(gap.row.rule, gap.where)})

    def lost(self) -> tuple[Gap, ...]:
        """The gaps that no part of the register has printed."""
        printed = {id(gap) for gap in self.shown}
        return tuple(gap for gap in self.gaps if id(gap) not in printed)

    def asking(self, where: Address, standing: str) -> Numbered | None:
        """The question that asks about a fact of this standing."""
        asked = (one for one in self._asking.over(where) if STANDINGS[one.question.status] == standing)
        return next(asked, None)

    def gap(self, where: Address) -> Runs:
        """What the law asks for and is absent; else that a question, a rule or a waiver speaks of what is absent."""
        return super().gap(where) or self._wanted(where)

    def _wanted(self, where: Address) -> Runs:
        """That a fact is not declared though it is asked for; nothing where nobody asks for this very fact."""
        asked = self.asking(where, "asked")
        if asked and any(parse(about).keys for about in asked.question.about):
            text = self.say("not declared (question {number})", number=asked.number)
            return (self.run(text, link=f"#{asked.anchor}"),)
        if any(one.keys for one in self._found.over(where)):
            return (self.run(self.say("not declared (see the open findings)"), link="#annex-findings"),)
        if any(parse(one.about).keys for one in self._accepted.over(where)):
            return (self.run(self.say("not declared (accepted by a waiver)"), link="#annex-waivers"),)
        return ()

    def _mark(self, gap: Gap) -> Run:
        run = super()._mark(gap)
        self.shown.append(gap)
        if self.is_waived(gap.row.rule, gap.where):
            return self._waiver(gap)
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

    def _waiver(self, gap: Gap) -> Run:
        if self._brief:
            return self.words("missing (accepted by a waiver)")
        needed, law = self.say.text(gap.row.needed), cite_all(self._law(gap), self.say)
        text = self.say("Missing, accepted by a waiver: {what} ({law})", what=needed, law=law)
        return self.run(text, link="#annex-waivers")

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
