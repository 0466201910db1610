"""Annex: the findings that are open, rule by rule, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deskprivacy.address import parse
from deskprivacy.law.reader import duties, vocabulary
from deskprivacy.render.document import Block, Run, Runs, Section
from deskprivacy.render.register.addresses import in_words
from deskprivacy.render.register.cells import Cell, labelled, said, table
from deskprivacy.render.register.checked import OpenFinding
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.words.citation import cite_all

_SHOWN = 1_000  # the gravest; nobody reads further, and the time to set a table grows faster than its rows

Groups = dict[tuple[str, str], list[OpenFinding]]


def annex(page: RegisterPage, findings: Sequence[OpenFinding]) -> Section:
    """What findings are, then a section for each rule; of very many findings, the first."""
    order = list(vocabulary("severity"))
    ranked = sorted(findings, key=lambda one: order.index(one.severity))
    groups: Groups = {}
    for one in ranked[:_SHOWN]:
        groups.setdefault((one.severity, one.rule), []).append(one)
    blocks: list[Block] = [*said(*_lead(page, ranked)), *(_rule(page, found) for found in groups.values())]
    return page.section("annex-findings", "annex", "Annex: open findings", (*blocks, *said(_others(page, ranked))))


def _lead(page: RegisterPage, findings: Sequence[OpenFinding]) -> Iterator[Runs]:
    say = page.say
    if not findings:
        yield (page.words("No finding is open."),)
        return
    missing = page.missing(page.gaps)
    others = [one for one in findings if one.rule not in {duty.rule for duty in duties()}]
    counted = {one: sum(one == found.severity for found in others) for one in vocabulary("severity")}
    shown = (
        say.count("{n} error", "{n} errors", counted["error"]) if counted["error"] else "",
        say.count("{n} warning", "{n} warnings", counted["warning"]) if counted["warning"] else "",
        say.count("{n} remark", "{n} remarks", counted["info"]) if counted["info"] else "",
    )
    yield labelled(
        page,
        page.words("Missing"),
        (page.run(say.count("{n} fact to be completed", "{n} facts to be completed", missing)),) if missing else (),
    )
    yield labelled(
        page,
        page.words("On what is declared"),
        (page.run(say.listed(one for one in shown if one)),) if others else (),
    )
    yield (
        page.words(
            "A finding says what the register lacks or where it contradicts itself, and which text asks for it."
        ),
    )


def _rule(page: RegisterPage, findings: Sequence[OpenFinding]) -> Section:
    """What a rule asks and what to do, then a row for each place where it found something."""
    say, first = page.say, findings[0]
    law = tuple(dict.fromkeys(letter for one in findings for letter in one.law))
    alike = all(one.help == first.help for one in findings)
    questions = {one.question.id: one.number for one in page.questions}
    columns = (say("Fact"), say("Finding"), *((say("Question"),) if any(one.question for one in findings) else ()))
    rows = [_row(page, one, questions, len(columns) > 2, alike) for one in findings]
    facts = (
        labelled(page, page.words("Severity"), (page.run(say.term("severity", first.severity)),)),
        labelled(page, page.words("Law"), (page.run(cite_all(law, say)),) if law else ()),
        labelled(page, page.words("Rule"), (page.run(first.rule),)),
    )
    about = page.joined([one for one in facts if one], ". ")
    remedy = labelled(page, page.words("What to do"), _worded(page, first.help) if alike and first.help else ())
    title = first.title[:1].upper() + first.title[1:]
    return Section(
        id=f"finding-{first.severity}-{first.rule}",
        name="rule",
        title=(page.run(title or first.rule),),
        level=3,
        blocks=(*said(about, remedy), table(page, "", columns, rows, heads=False)),
    )


def _row(
    page: RegisterPage, one: OpenFinding, questions: dict[str, int], is_asked: bool, alike: bool
) -> tuple[Cell, ...]:
    number = questions.get(one.question or "")
    asked = (page.run(str(number), link=f"#question-{one.question}"),) if number else ()
    fact = said(in_words(page, parse(one.address)) if one.address else (), (page.run(one.place),))
    found = said(_worded(page, one.message), _worded(page, one.help) if one.help and not alike else ())
    return (fact, found, said(asked)) if is_asked else (fact, found)


def _worded(page: RegisterPage, text: str) -> Runs:
    """The text of a finding; what is to be typed, which stands in backquotes, is emphasised and left as it is."""
    return tuple(
        Run(text=part, emphasis=True) if odd % 2 else page.run(part) for odd, part in enumerate(text.split("`")) if part
    )


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
