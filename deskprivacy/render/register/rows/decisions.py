"""Profiling, scoring and decisions by machine (GDPR 22); the screening for an impact assessment (GDPR 35)."""

from __future__ import annotations

from deskprivacy.address import Address
from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.activities import AutomatedDecision, ImpactAssessment
from deskprivacy.model.uses import entry_address
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import cases, choice, narrowing
from deskprivacy.render.register.cells import Cell, headed, labelled, line, listed, said
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.render.register.rows.screening import reasoning


def automated_decisions(page: RegisterPage, sheet: Sheet) -> Cell:
    """Each decision with its logic, its effect and the part of a person in it."""
    where = sheet.activity.where.at("automated_decisions")
    found = sheet.activity.automated_decisions
    if found is None:
        return said(page.gap(where))
    if not found:
        return said(page.fact(where, (page.words("none: neither automated decisions nor profiling"),)))
    return listed(_decision(page, entry_address(where, found, n), one) for n, one in enumerate(found))


def impact_assessment(page: RegisterPage, sheet: Sheet) -> Cell:
    """The criteria met, whether an assessment is required, and where it stands."""
    where = sheet.activity.where.at("dpia")
    one = sheet.activity.dpia
    if one is None:
        found = tuple(reasoning(page, sheet.activity))
        silent = (page.words("the sheet does not say whether an assessment is required"),) if any(found) else ()
        return said(page.gap(where) or silent, *found)
    criteria = page.joined([(page.run(page.say.term("dpia_criterion", term)),) for term in one.criteria])
    return said(
        labelled(page, page.words("Required"), page.fact(where.at("required"), _required(page, one))),
        labelled(page, page.words("Criteria met"), page.fact(where.at("criteria"), criteria)),
        line(
            page,
            page.words("Status"),
            where.at("status"),
            page.say.term("dpia_status", one.status) if one.status else "",
        ),
        line(page, page.words("Date"), where.at("date"), page.say.date(one.date) if one.date else ""),
        line(page, page.words("Document"), where.at("document"), one.document),
        labelled(
            page, page.words("Reason"), page.fact(where.at("reason"), page.line(one.reason) if one.reason else ())
        ),
        *reasoning(page, sheet.activity),
    )


def _decision(page: Page, where: Address, one: AutomatedDecision) -> Cell:
    guards = page.say.listed(page.say.term("decision_safeguard", guard) for guard in one.safeguards)
    ground = page.say.term("article_22_ground", one.article_22) if one.article_22 else ""
    way = cases(page, where.at("choice"), one.choice, lambda entry: choice(page, entry)) if one.choice else ()
    return (
        *said(
            (page.run(one.name, strong=True),),
            line(
                page, page.words("Kind"), where.at("kind"), page.say.term("decision_kind", one.kind) if one.kind else ""
            ),
            labelled(page, page.words("Circumstances"), narrowing(page, one) or ()),
            labelled(
                page, page.words("Logic"), page.fact(where.at("logic"), page.line(one.logic) if one.logic else ())
            ),
            labelled(
                page, page.words("Effect"), page.fact(where.at("effect"), page.line(one.effect) if one.effect else ())
            ),
            line(
                page,
                page.words("Human involvement"),
                where.at("human"),
                page.say.term("human_part", one.human) if one.human else "",
            ),
            line(page, page.words("Ground of GDPR 22"), where.at("article_22"), ground),
            line(page, page.words("Safeguards"), where.at("safeguards"), guards),
        ),
        *headed(page, (page.words("How to say no"),), way),
    )


def _required(page: Page, one: ImpactAssessment) -> Runs:
    if one.required is None:
        return ()
    return (page.words("yes"),) if one.required else (page.words("no"),)
