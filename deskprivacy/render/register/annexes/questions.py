"""Annex: the open questions by addressee, as letters ready to send."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import parse
from deskprivacy.render.document import Block, List, Paragraph, Section
from deskprivacy.render.register.addresses import in_words_together
from deskprivacy.render.register.cells import said
from deskprivacy.render.register.page import Numbered, RegisterPage


def annex(page: RegisterPage) -> Section:
    """A letter for each addressee."""
    by_addressee: dict[str | None, list[Numbered]] = {}
    for one in page.questions:
        by_addressee.setdefault(one.question.ask, []).append(one)
    letters = [_letter(page, n, ask, asked) for n, (ask, asked) in enumerate(by_addressee.items(), start=1)]
    blocks: list[Block] = [*letters] or [*said((page.words("No question is open."),))]
    return page.section("annex-questions", "annex", "Annex: open questions by addressee", blocks)


def _letter(page: RegisterPage, number: int, ask: str | None, asked: list[Numbered]) -> Section:
    to = page.words("To: {addressee}", addressee=ask) if ask else page.words("Addressee not declared")
    opening = page.say.count(
        "To keep the register of processing activities true, we need your answer to the question below.",
        "To keep the register of processing activities true, we need your answers to the {n} questions below.",
        len(asked),
    )
    return Section(
        id=f"letter-{number}",
        name="letter",
        title=(to,),
        level=3,
        blocks=(*said((page.run(opening),)), *(_question(page, one) for one in asked)),
    )


def _question(page: RegisterPage, one: Numbered) -> Section:
    question = one.question
    return Section(
        id=one.anchor,
        name="question",
        title=(page.words("Question {number}", number=one.number),),
        level=4,
        blocks=(*page.prose(question.question), *_about(page, one)),
    )


def _about(page: RegisterPage, one: Numbered) -> Iterator[Block]:
    """What the register has on the matter, the facts concerned, and by when it is needed."""
    question = one.question
    standing = {
        "unknown": page.words("The register does not say:"),
        "proposed": page.words("The register holds a proposal, to be confirmed or corrected:"),
        "disputed": page.words("The register holds statements that contradict each other:"),
    }[question.status]
    yield Paragraph(content=(standing,))
    yield List(items=tuple(said((page.run(fact),)) for fact in in_words_together(page, map(parse, question.about))))
    if question.due:
        yield Paragraph(content=page.phrase("Please answer by {date}.", date=page.say.date(question.due)))
