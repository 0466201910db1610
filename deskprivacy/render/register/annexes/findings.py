"""Annex: the findings that are open, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence

from deskprivacy.address import parse
from deskprivacy.law.reader import vocabulary
from deskprivacy.render.document import Runs, Section
from deskprivacy.render.register.addresses import in_words
from deskprivacy.render.register.cells import Cell, said, table
from deskprivacy.render.register.checked import OpenFinding
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.words.citation import cite_all

_SHOWN = 1_000  # the gravest; nobody reads further, and the time to set a table grows faster than its rows


def annex(page: RegisterPage, findings: Sequence[OpenFinding]) -> Section:
    """A row for each finding, in the order of its severity, then in that of the files; of very many, the first."""
    order = list(vocabulary("severity"))
    questions = {one.question.id: one.number for one in page.questions}
    ranked = sorted(findings, key=lambda one: order.index(one.severity))
    say = page.say
    columns = (say("Finding"), say("Severity"), say("Fact"), say("Question"))
    rows = [_row(page, one, questions) for one in ranked[:_SHOWN]]
    caption = say.count("{n} open finding", "{n} open findings", len(ranked))
    blocks = (table(page, caption, columns, rows, heads=False),) if rows else said((page.words("No finding is open."),))
    return page.section("annex-findings", "annex", "Annex: open findings", (*blocks, *said(_others(page, ranked))))


def _others(page: RegisterPage, findings: Sequence[OpenFinding]) -> Runs:
    left = len(findings) - _SHOWN
    if left <= 0:
        return ()
    say = page.say
    return (
        page.run(
            say.count("{n} further finding is in findings.json.", "{n} further findings are in findings.json.", left)
        ),
    )


def _row(page: RegisterPage, one: OpenFinding, questions: dict[str, int]) -> tuple[Cell, ...]:
    law = (page.run(cite_all(one.law, page.say)),) if one.law else ()
    number = questions.get(one.question or "")
    asked = (page.run(str(number), link=f"#question-{one.question}"),) if number else ()
    return (
        said(page.line(one.message), law),
        said((page.run(page.say.term("severity", one.severity)),)),
        said((page.run(in_words(page, parse(one.address))),) if one.address else (), (page.run(one.place),)),
        said(asked),
    )
