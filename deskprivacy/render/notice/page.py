"""The page of a notice: it cites only what asks for public information, and has the notes of a draft."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from deskprivacy.address import Address
from deskprivacy.duty.gaps import Gap
from deskprivacy.model.register import Register
from deskprivacy.render.document import Block, Paragraph, Run, Runs
from deskprivacy.render.notice.notes import Note, Notes
from deskprivacy.render.notice.undecided import undecided
from deskprivacy.render.page import Page
from deskprivacy.words.citation import cite_all
from deskprivacy.words.speech import Speech

_OF_THE_REGISTER = "GDPR 30"


class NoticePage(Page):
    """What the blocks of a notice have at hand."""

    def __init__(
        self,
        register: Register,
        gaps: Iterable[Gap],
        say: Speech,
        untranslated: frozenset[str] = frozenset(),
        notes: Iterable[Note] = (),
        *,
        tells: Collection[Address] = (),
        is_published: bool = False,
    ) -> None:
        """What is published shows no mark: it has no gap and no note, whatever was waived or left as a warning.

        `tells` are the entities of which the notice tells.
        """
        super().__init__(register, () if is_published else gaps, say, untranslated)
        self.is_published = is_published
        self._notes = Notes(() if is_published else notes)
        self._undecided = () if is_published else tuple(undecided(register, tells))
        self._marked: set[Address] = set()

    def standing(self, where: Address) -> Literal["proposed", "disputed"] | None:
        """What is published stands: whoever publishes what is not decided, against the gate, has decided it."""
        if self.is_published:
            return None
        self._marked.update(one for one in self._undecided if one.covers(where) and _is_near(one, where))
        return super().standing(where)

    def unmarked(self) -> tuple[Address, ...]:
        """What is proposed or disputed of what the notice tells, and no block has marked."""
        return tuple(one for one in self._undecided if one not in self._marked)

    def cell(self, where: Address, content: Runs) -> tuple[Block, ...]:
        """A fact in the cell of a table; where it is absent, a short mark: the column's head says what is missing."""
        if content:
            return (Paragraph(content=self.fact(where, content)),)
        gaps = self.gaps_below(where)
        self.marks(gaps)
        law = tuple(dict.fromkeys(letter for gap in gaps for letter in self._law(gap)))
        if not gaps:
            return ()
        text = self.say("To be completed ({law})", law=cite_all(law, self.say))
        return (Paragraph(content=(Run(text=self.run(text).text, mark="gap"),)),)

    def notes(self, where: Address, *, besides: Collection[str] = ()) -> tuple[Paragraph, ...]:
        """The findings about a fact that nothing has shown yet; those below the keys `besides` have a better place."""
        return tuple(Paragraph(content=(self.note(one),)) for one in self._notes.below(where, besides))

    def note(self, one: Note) -> Run:
        """A finding as a mark."""
        title = self.say.text(one.title)
        text = self.say("To be reviewed: {what}", what=title)
        if one.law:
            text = self.say("To be reviewed: {what} ({law})", what=title, law=cite_all(one.law, self.say))
        return Run(text=self.run(text).text, mark="finding")

    def left(self, block: str) -> tuple[Note, ...]:
        """The findings about facts of a block that its own text had no place for."""
        return self._notes.left(block)

    def is_awaited(self, block: str) -> bool:
        """Whether a block has to be there, whatever is declared: a gap or a finding stands in it."""
        return bool(self.unprinted(block) or self._notes.has_left(block))

    def _law(self, gap: Gap) -> tuple[str, ...]:
        return tuple(letter for letter in gap.law if not letter.startswith(_OF_THE_REGISTER)) or gap.law


def _is_near(undecided: Address, where: Address) -> bool:
    """Whether a mark at an address is seen as that of the whole, and not of a detail deep in it."""
    return len(where.named) - len(undecided.named) <= 1
