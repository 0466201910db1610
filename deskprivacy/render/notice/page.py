"""The page of a notice: it cites only what asks for public information, and has short marks for narrow cells."""

from __future__ import annotations

from deskprivacy.address import Address
from deskprivacy.duty.gaps import Gap
from deskprivacy.render.document import Block, Paragraph, Run, Runs
from deskprivacy.render.page import Page
from deskprivacy.words.citation import cite_all

_OF_THE_REGISTER = "GDPR 30"


class NoticePage(Page):
    """What the blocks of a notice have at hand."""

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

    def _law(self, gap: Gap) -> tuple[str, ...]:
        return tuple(letter for letter in gap.law if not letter.startswith(_OF_THE_REGISTER)) or gap.law
