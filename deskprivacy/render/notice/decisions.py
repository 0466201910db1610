"""«Does a machine decide?»: profiling, scoring and automated decisions (GDPR 13(2)(f), 14(2)(g), 22)."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.model.activities import Activity, AutomatedDecision
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Entry, Paragraph, Section
from deskprivacy.render.notice.headings import sections, terms
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.phrases import cases, choice, narrowing


def block(told: Told, page: NoticePage) -> Section | None:
    """A section for each decision; where all activities declare none, a sentence says so."""
    blocks: list[Block] = []
    found: list[Section] = []
    for activity in told.activities:
        for position, decision in enumerate(activity.automated_decisions or ()):
            where = activity.where.at("automated_decisions", position)
            found.append(_decision(decision, len(found) + 1, where, activity, page))
    blocks.extend(sections(found))
    if told.activities and all(activity.automated_decisions == () for activity in told.activities):
        blocks.append(Paragraph(content=(page.words("No profiling, no scoring, no automated decision."),)))
    for activity in told.activities:
        blocks.extend(page.notes(activity.where.at("automated_decisions")))
    if not blocks and not page.is_awaited("decisions"):
        return None
    return page.section("decisions", "decisions", "Does a machine decide?", blocks)


def _decision(
    decision: AutomatedDecision, number: int, where: Address, activity: Activity, page: NoticePage
) -> Section:
    purposes = decision.purposes or activity.purposes
    return Section(
        id="-".join(("decision", *purposes[:1], str(number))),  # the number alone tells two apart
        name="decision",
        title=(page.run(decision.name),),
        level=3,
        blocks=(*terms(_entries(decision, where, page)), *page.notes(where)),
    )


def _entries(one: AutomatedDecision, where: Address, page: NoticePage) -> Iterator[Entry]:
    say = page.say
    if scope := narrowing(page, one):
        yield Entry(term=(page.words("Where it is used"),), blocks=(Paragraph(content=scope),))
    yield from page.entry(
        "Kind", where.at("kind"), (page.run(say.term("decision_kind", one.kind)),) if one.kind else ()
    )
    yield from page.entry("How it works", where.at("logic"), page.line(one.logic) if one.logic else ())
    yield from page.entry("What follows for you", where.at("effect"), page.line(one.effect) if one.effect else ())
    yield from page.entry(
        "Human involvement", where.at("human"), (page.run(say.term("human_part", one.human)),) if one.human else ()
    )
    ground = (page.run(say.term("article_22_ground", one.article_22)),) if one.article_22 else ()
    yield from page.entry("Why it is allowed", where.at("article_22"), ground)
    guards = (
        (page.run(say.listed(say.term("decision_safeguard", guard) for guard in one.safeguards)),)
        if one.safeguards
        else ()
    )
    yield from page.entry("Your safeguards", where.at("safeguards"), guards)
    if one.choice:
        yield Entry(
            term=(page.words("How to say no"),),
            blocks=cases(page, where.at("choice"), one.choice, lambda way: choice(page, way)),
        )
