"""Single facts in words: a legal basis, a transfer, a means of contact and their like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deskprivacy.address import Address
from deskprivacy.law.adequacy import never_covered
from deskprivacy.model.activities import Required
from deskprivacy.model.contacts import Contact
from deskprivacy.model.data import Assessment, Choice, Item, LegalBasis
from deskprivacy.model.means import TrackerConsent
from deskprivacy.model.parties import Transfer
from deskprivacy.render.document import Block, Runs
from deskprivacy.render.lines import dialled
from deskprivacy.render.page import Page
from deskprivacy.render.phrases.circumstances import cases
from deskprivacy.render.phrases.names import clause, countries, either, named, together, unended

ADEQUACY = frozenset({"adequacy", "dpf"})  # GDPR 45; on any other tool GDPR 13(1)(f) wants the absence told


def basis(page: Page, one: LegalBasis, article: str = "") -> Runs:
    """A legal basis, by the article that has it where one is given, with the interest or the text that it rests on."""
    said: Runs = (page.run(page.say.term("legal_basis", one.basis)),)
    by_article: Runs = (page.run(article),) if article else ()
    rests_on = clause(page, one.interest) if one.interest else (page.run(one.text),) if one.text else ()
    customers: Runs = (page.words("customers only, for products like those they bought"),) if one.soft_opt_in else ()
    details = [part for part in (by_article, rests_on, customers) if part]
    return page.phrase("{what} ({detail})", what=said, detail=page.joined(details, "; ")) if details else said


def basis_details(page: Page, one: LegalBasis) -> tuple[Runs, ...]:
    """What more is declared of a legal basis, a line each; on a public page only what is public."""
    lines = (
        page.phrase("How consent is given: {how}", how=page.line(one.how)) if one.how else (),
        page.phrase("How it is withdrawn: {how}", how=page.line(one.withdraw)) if one.withdraw else (),
        page.phrase("For minors: {how}", how=page.line(one.parental)) if one.parental else (),
        page.phrase("Compelling grounds: {grounds}", grounds=page.line(one.compelling)) if one.compelling else (),
        page.phrase("Proof of consent: {proof}", proof=page.line(one.proof)) if one.proof else (),
        page.phrase("Balancing test: {document}", document=_weighed(page, one.assessment)) if one.assessment else (),
        page.phrase("Document: {document}", document=one.document) if one.document else (),
    )
    return tuple(line for line in lines if line)


def choice(page: Page, one: Choice) -> Runs:
    """How a person says no, within what time, and what follows; a sentence that is said last keeps its full stop."""
    parts = [page.line(one.how)] if one.how else []
    if one.delay:
        parts = [*map(unended, parts), page.phrase("within {period}", period=page.say.period(one.delay))]
    if one.effect:
        parts = [*map(unended, parts), page.phrase("effect: {effect}", effect=page.line(one.effect))]
    if one.url:
        parts = [*map(unended, parts)]
        parts.append((page.run(one.url, link=one.url),))
    return page.joined(parts, "; ")


def transfer(page: Page, one: Transfer) -> Runs:
    """A transfer: where to, what protects the data there, how to obtain a copy; inside, its documents too.

    The absence of a decision is told where a tool is relied on for want of one, and no country was ever covered.
    """
    tools = [_tool(page, tool, one) for tool in one.mechanism]
    if one.derogation and "derogation" not in one.mechanism:
        tools.append((page.run(page.say.term("derogation", one.derogation)),))
    where = countries(page, one.countries)
    parts = [page.phrase("{what}: {detail}", what=where, detail=together(page, tools)) if tools else where]
    if one.mechanism and not ADEQUACY & set(one.mechanism) and never_covered(one.countries):
        parts.append((page.words("no adequacy decision of the European Commission covers this transfer"),))
    if one.reason:
        parts.append(page.phrase("reason: {why}", why=page.say.term("transfer_reason", one.reason)))
    if one.document:
        parts.append(page.phrase("document: {document}", document=one.document))
    if one.assessment:
        parts.append(page.phrase("transfer impact assessment: {document}", document=one.assessment))
    if one.copy:
        parts.append(page.phrase("to obtain a copy: {how}", how=clause(page, one.copy)))
    return page.joined(parts, "; ")


def transfer_cases(page: Page, where: Address, entries: tuple[Transfer, ...]) -> tuple[Block, ...]:
    """Transfers side by side. Where each holds in the very countries to which it goes, they are said once."""
    if all(set(one.territories) == set(one.countries) for one in entries):
        entries = tuple(replace(one, territories=()) for one in entries)
    return cases(page, where, entries, lambda one: transfer(page, one))


def must_be_given(page: Page, one: Required) -> Runs:
    """Whether the data must be given, and on what ground."""
    if one.mandatory:
        return (page.run(page.say.term("required_ground", one.mandatory)),)
    return (page.run(page.say.term("required", "optional")),) if one.optional else ()


def required(page: Page, one: Required) -> Runs:
    """Whether the data must be given, on what ground, and what follows otherwise."""
    said = must_be_given(page, one)
    if one.otherwise:
        otherwise = page.phrase(
            "if they are not given: {consequence}"
            if page.say.in_third_person
            else "if you do not give them: {consequence}",
            consequence=page.line(one.otherwise),
        )
        said = page.joined([said, otherwise], "; ") if said else otherwise
    return said


def consent(page: Page, one: TrackerConsent) -> Runs:
    """Whether a tracker waits for consent, and else on what ground it does not."""
    if one.required is not True and one.exemption is None:
        return (page.words("no consent asked"),)  # nothing exempts a tracker but a ground that is named
    said: Runs = (page.run(page.say.term("tracker_consent", "required" if one.required else "exempt")),)
    if one.exemption is None:
        return said
    return page.phrase("{what} ({detail})", what=said, detail=page.say.term("tracker_exemption", one.exemption))


def contact(page: Page, one: Contact) -> Runs:
    """Means of contact, with links that a mail program, a telephone and a browser follow."""
    parts: list[Runs] = []
    if one.email:
        parts.append((page.run(one.email, link=f"mailto:{one.email}"),))
    if one.phone:
        parts.append((page.run(one.phone, link=f"tel:{dialled(one.phone)}"),))
    if one.post:
        parts.append((page.run(one.post),))
    if one.web:
        parts.append((page.run(one.web, link=one.web),))
    if one.form:
        parts.append((page.run(page.say("online form"), link=one.form),))
    return page.joined(parts, " · ")


def items(page: Page, chosen: Iterable[Item]) -> Runs:
    """Items of a category, one after the other."""
    return page.joined([item(page, one) for one in chosen])


def item(page: Page, one: Item) -> Runs:
    """An item, with its examples and whom else it tells about."""
    details = [
        page.phrase("for example {examples}", examples=clause(page, one.examples)) if one.examples else (),
        page.phrase("about: {people}", people=either(page, named(page, "data_subjects", one.concerns)))
        if one.concerns
        else (),
    ]
    said: Runs = (page.run(one.name),)
    shown = [detail for detail in details if detail]
    return page.phrase("{what} ({detail})", what=said, detail=page.joined(shown, "; ")) if shown else said


def lifetime(page: Page, text: str) -> Runs:
    """A period, or the fixed words for one that has no length."""
    return (page.run(page.say.period(text)),)


def _tool(page: Page, tool: str, one: Transfer) -> Runs:
    said: Runs = (page.run(page.say.term("transfer_mechanism", tool)),)
    if tool != "derogation" or one.derogation is None:
        return said
    return page.phrase("{what} ({detail})", what=said, detail=page.say.term("derogation", one.derogation))


def _weighed(page: Page, assessment: Assessment) -> Runs:
    parts = (assessment.document, page.say.date(assessment.date) if assessment.date else None)
    return page.joined([(page.run(part),) for part in parts if part])
