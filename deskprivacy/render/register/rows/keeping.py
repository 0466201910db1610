"""Which activity this is, who keeps its sheet true, and with what it is carried out."""

from __future__ import annotations

from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.activities import Activity
from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import together
from deskprivacy.render.register.cells import Cell, labelled, line, said, text
from deskprivacy.render.register.page import RegisterPage


def activity(page: RegisterPage, sheet: Sheet) -> Cell:
    """Its name and description, who answers for it, who keeps the sheet."""
    one = sheet.activity
    named: Runs = (page.run(name_of(one), strong=True),)
    controllers = [(page.run(name_of(controller)),) for controller in sheet.controllers]
    role = page.words("Processor") if one.is_processor_sheet else page.words("Controller")
    return (
        *said(page.fact(one.where.at("name"), named)),
        *(page.prose(one.description) if one.description else ()),
        *said(
            line(page, page.words("Reference"), one.where.at("reference"), one.reference),
            labelled(page, role, page.fact(one.where.at("controllers"), together(page, controllers))),
            _status(page, one),
            _owner(page, one),
        ),
    )


def dates(page: RegisterPage, sheet: Sheet) -> Cell:
    """When the sheet was written and last reviewed, and what the facts were drawn from."""
    one = sheet.activity
    say = page.say
    reviewed = say.date(one.reviewed.on) if one.reviewed and one.reviewed.on else None
    by = one.reviewed.by if one.reviewed else None
    review = (
        page.phrase("{what} ({detail})", what=reviewed, detail=by) if reviewed and by else text(page, reviewed or by)
    )
    return said(
        line(page, page.words("Created"), one.where.at("created"), say.date(one.created) if one.created else None),
        labelled(page, page.words("Last reviewed"), page.fact(one.where.at("reviewed"), review)),
        line(
            page,
            page.words("Reviewed every"),
            one.where.at("review_every"),
            say.period(one.review_every) if one.review_every else None,
        ),
        labelled(page, page.words("Evidence"), text(page, one.evidence)),
        labelled(page, page.words("Taken over from"), _taken_over(page, one)),
    )


def _taken_over(page: RegisterPage, one: Activity) -> Runs:
    """The texts by their titles, with the sentences from which the sheet was drawn."""
    takeovers = page.register.takeovers
    alone = next(iter(takeovers)) if len(takeovers) == 1 else ""
    found: dict[str, list[str]] = {}
    for cited in one.stated_in:
        ident, _, sentence = cited.rpartition("/")
        found.setdefault(ident or alone, []).append(sentence)
    texts = (
        page.phrase("{what} ({detail})", what=takeovers[ident].title, detail=", ".join(sentences))
        if ident in takeovers
        else text(page, ", ".join(sentences))
        for ident, sentences in found.items()
    )
    return page.joined(tuple(texts), "; ")


def software(page: RegisterPage, sheet: Sheet) -> Cell:
    """The software, the medium and the host."""
    one = sheet.activity
    host = page.register.recipients.get(one.hosting) if one.hosting else None
    hosting = name_of(host) if host else page.say("on our own machines") if one.hosting else None
    media = page.say.listed(page.say.term("medium", medium) for medium in one.medium)
    return said(
        line(page, page.words("Software"), one.where.at("software"), one.software),
        line(page, page.words("Medium"), one.where.at("medium"), media),
        line(page, page.words("Hosting"), one.where.at("hosting"), hosting),
    )


def status(page: Page, one: Activity) -> Runs:
    """Whether the activity is planned, running or ended; nothing where this is not declared."""
    word = page.say.term("activity_status", one.status) if one.status else None
    return page.fact(one.where.at("status"), text(page, word))


def owner(page: Page, one: Activity) -> Runs:
    """Who keeps the sheet true; nothing where this is not declared."""
    parts = (one.owner.service, one.owner.contact) if one.owner else ()
    return page.fact(one.where.at("owner"), page.joined([text(page, part) for part in parts if part]))


def _status(page: Page, one: Activity) -> Runs:
    return labelled(page, page.words("Status"), status(page, one))


def _owner(page: Page, one: Activity) -> Runs:
    return labelled(page, page.words("Kept by"), owner(page, one))
