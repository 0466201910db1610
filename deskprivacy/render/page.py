"""The page: what every block of a document needs at hand: the facts, their standing, the gaps, and the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from deskprivacy.address import Address
from deskprivacy.duty.gaps import Gap
from deskprivacy.model import texts
from deskprivacy.model.register import Register
from deskprivacy.model.standing import ByAddress
from deskprivacy.render.document import Block, Entry, Paragraph, Run, Runs, Section
from deskprivacy.render.markdown import blocks as markdown_blocks
from deskprivacy.render.markdown import runs as markdown_runs
from deskprivacy.words.citation import cite_all
from deskprivacy.words.names import Names
from deskprivacy.words.speech import Speech
from deskprivacy.words.typography import typeset, typeset_pieces


class Page:
    """The facts that one document prints, and the words it prints them in.

    `register` is what the document may see: for a notice, `public(register)`. `gaps` are those that the document
    must show. `untranslated` holds the texts that stand in the register's own language, for want of a translation.
    Nothing here knows which block is printed.
    """

    def __init__(
        self, register: Register, gaps: Iterable[Gap], say: Speech, untranslated: frozenset[str] = frozenset()
    ) -> None:
        self.register = register
        self.say = say
        self.language = say.language
        self.untranslated = untranslated
        self.names = Names(texts.names(register))
        self._own = register.settings.language
        self.gaps = tuple(gaps)
        self._standing = ByAddress(register.standing.items())
        self._by_address: dict[Address, list[Gap]] = {}
        self._of_entity: dict[Address, list[Gap]] = {}
        self._printed: set[int] = set()
        for gap in self.gaps:
            self._by_address.setdefault(gap.where, []).append(gap)
            self._of_entity.setdefault(gap.where.entity, []).append(gap)

    # --- words ---

    def run(self, text: str, *, strong: bool = False, link: str | None = None) -> Run:
        """A run of fixed words or of a name, typeset."""
        if text in self.untranslated:
            foreign = f"{typeset(text, self._own, self.names)} [{self._own}]"
            return Run(text=foreign, strong=strong, link=link, language=self._own)
        return Run(text=typeset(text, self.language, self.names), strong=strong, link=link)

    def words(self, message: str, **values: object) -> Run:
        """A fixed phrase as a run."""
        return self.run(self.say(message, **values))

    def prose(self, text: str) -> tuple[Block, ...]:
        """A Markdown text of the register as blocks."""
        if text in self.untranslated:
            return (*markdown_blocks(text, self._own, self._foreign, self.names), Paragraph(content=(self._sign(),)))
        return markdown_blocks(text, self.language, names=self.names)

    def line(self, text: str) -> Runs:
        """A Markdown text of the register as running text."""
        if text in self.untranslated:
            return (*markdown_runs(text, self._own, self._foreign, self.names), Run(text=" "), self._sign())
        return markdown_runs(text, self.language, names=self.names)

    def translation_note(self) -> tuple[Block, ...]:
        """What the sign of untranslated texts means; nothing where there are none."""
        if not self.untranslated:
            return ()
        return (Paragraph(content=(self.words("[{language}]: this text is not translated.", language=self._own),)),)

    def _sign(self) -> Run:
        return Run(text=f"[{self._own}]")

    @property
    def _foreign(self) -> Run:
        return Run(text="", language=self._own)

    def phrase(self, message: str, **parts: Runs | str) -> Runs:
        """A fixed phrase whose `{parts}` are running text; the whole is typeset in one go."""
        said = self.say(message, **{name: f"\0{name}\0" for name in parts})
        return self._set(self._part(parts[piece]) if odd % 2 else piece for odd, piece in enumerate(said.split("\0")))

    def _part(self, part: Runs | str) -> Runs | str:
        """A part as it stands; a text that is not translated says so, whoever puts it into a phrase."""
        return (self.run(part),) if isinstance(part, str) and part in self.untranslated else part

    def joined(self, parts: Sequence[Runs], separator: str = ", ") -> Runs:
        """Several pieces of running text, one after the other."""
        return self._set(piece for n, part in enumerate(parts) for piece in ((separator, part) if n else (part,)))

    def _set(self, parts: Iterable[Runs | str]) -> Runs:
        """Running text and fixed words in a row; the words are typeset in the light of what stands beside them."""
        runs: list[Run] = []
        kept: list[int] = []
        for part in parts:
            if isinstance(part, str):
                runs.append(Run(text=part))
            else:
                kept.extend(range(len(runs), len(runs) + len(part)))
                runs.extend(part)
        texts = _typeset(tuple(run.text for run in runs), self.language, tuple(kept), self.names)
        both = zip(runs, texts, strict=True)
        return tuple(run if run.text == text else replace(run, text=text) for run, text in both if text)

    # --- facts and gaps ---

    def fact(self, where: Address, content: Runs) -> Runs:
        """A fact with the mark of its standing; where it is absent (no runs), the gap that the law sees there."""
        if not content:
            return self.gap(where)
        standing = self.standing(where)
        if standing is None:
            return content
        if {run.mark for run in content} <= {"gap", standing}:
            return content  # what stands within says it already, or there are only gaps
        marked = tuple(replace(run, mark=run.mark or standing) for run in content)
        return (*marked, replace(self._label(where, standing), mark=standing))

    def shaded(self, where: Address, content: Runs) -> Runs:
        """More of a fact whose first words say how it stands: marked like them, without saying it again."""
        standing = self.standing(where)
        return tuple(replace(run, mark=run.mark or standing) for run in content) if standing else content

    def standing(self, where: Address) -> Literal["proposed", "disputed"] | None:
        """`proposed` or `disputed` where a fact is; None where nothing is open about it, or it is only asked for."""
        standings = set(self._standing.over(where)) - {"asked"}
        return "disputed" if "disputed" in standings else "proposed" if standings else None

    def _label(self, where: Address, standing: Literal["proposed", "disputed"]) -> Run:  # noqa: ARG002 - for the register
        word = {"proposed": self.say("proposed"), "disputed": self.say("disputed")}[standing]
        return self.run(f" ({word})")

    def gap(self, where: Address) -> Runs:
        """What the law asks to be declared at an address and is not: a run for each gap, none where there is no gap."""
        return self.joined([(self._mark(gap),) for gap in self._by_address.get(where, ())], "; ")

    def gaps_within(self, where: Address) -> tuple[Gap, ...]:
        """The gaps at an address and below it, in this very entry of a list, printed already or not."""
        depth = len(where.keys)
        return tuple(gap for gap in self._of_entity.get(where.entity, ()) if gap.where.keys[:depth] == where.keys)

    def gaps_below(self, where: Address) -> tuple[Gap, ...]:
        """The gaps at an address and below it that no block has printed yet."""
        return tuple(
            g for g in self._of_entity.get(where.entity, ()) if id(g) not in self._printed and where.covers(g.where)
        )

    def unprinted(self, block: str) -> tuple[Gap, ...]:
        """The gaps of a notice's block that its own text had no place for."""
        return tuple(gap for gap in self.gaps if gap.row.block == block and id(gap) not in self._printed)

    def marks(self, gaps: Iterable[Gap]) -> tuple[Runs, ...]:
        """These gaps as marks, each a piece of running text."""
        return tuple((self._mark(gap),) for gap in gaps)

    def _mark(self, gap: Gap) -> Run:
        self._printed.add(id(gap))
        needed = self.say.text(gap.row.needed)
        text = self.say("To be completed: {what} ({law})", what=needed, law=cite_all(self._law(gap), self.say))
        return Run(text=typeset(text, self.language, self.names), mark="gap")

    def _law(self, gap: Gap) -> tuple[str, ...]:
        """The articles that the mark of a gap cites."""
        return gap.law

    # --- blocks ---

    def entry(self, term: str, where: Address, content: Runs) -> Iterable[Entry]:
        """A term of a description list with a fact; nothing where it is absent and no law asks for it."""
        shown = self.fact(where, content)
        if shown:
            yield Entry(term=(self.words(term),), blocks=(Paragraph(content=shown),))

    def section(
        self, ident: str, name: str, title: str, blocks: Sequence[Block], *, level: int = 2, boxed: bool = False
    ) -> Section:
        """A section under a heading that is a fixed phrase."""
        return Section(id=ident, name=name, title=(self.words(title),), level=level, blocks=tuple(blocks), boxed=boxed)


@lru_cache(maxsize=4096)  # labels stand before the same words again and again
def _typeset(pieces: tuple[str, ...], language: str, kept: tuple[int, ...], names: Names) -> tuple[str, ...]:
    return typeset_pieces(pieces, language, kept, names)
