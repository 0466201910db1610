"""Annex: the open questions by addressee, as letters ready to send."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import parse
from deskprivacy.render.document import Block, List, Paragraph, Runs, Section
from deskprivacy.render.phrases import contact
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
    return Section(
        id=f"letter-{number}",
        name="letter",
        title=(to,),
        level=3,
        blocks=(*said(*_opening(page, asked)), *(_question(page, one) for one in asked), _closing(page, number)),
    )


def _opening(page: RegisterPage, asked: list[Numbered]) -> Iterator[Runs]:
    """Why we write."""
    yield (page.words("Dear Sir or Madam,"),)
    yield (
        page.words(
            "The GDPR asks us to keep a record of what we do with personal data (Art. 30), and to tell people about it "
            "(Art. 13 and 14)."
        ),
    )
    needed = page.say.count(
        "For these documents to be accurate, we need your answer to the question below.",
        "For these documents to be accurate, we need your answers to the {n} questions below.",
        len(asked),
    )
    yield (page.run(needed),)


def _closing(page: RegisterPage, number: int) -> Section:
    """What to do with what one cannot answer, and whom to answer."""
    officers = [one.dpo.contact for one in page.register.own_controllers if one.dpo and one.dpo.contact]
    answers = page.joined([contact(page, one) for one in officers], "; ")
    lines = (
        (
            page.words(
                "If a question is for somebody else, please tell us who. If the answer is not known, please say so: we "
                "would rather have an incomplete record than an inaccurate one."
            ),
        ),
        page.phrase("Please send your answers to: {contact}.", contact=answers) if answers else (),
        (page.words("Thank you for your help."),),
    )
    return page.section(f"letter-{number}-answer", "answer", "Your answer", said(*lines), level=4)


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
    yield List(items=tuple(said(fact) for fact in in_words_together(page, map(parse, question.about))))
    if question.due:
        yield Paragraph(content=page.phrase("Please answer by {date}.", date=page.say.date(question.due)))
