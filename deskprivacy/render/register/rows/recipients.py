"""Who receives the data, what and why."""

from __future__ import annotations

from dataclasses import replace

from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.disclosed import data_given
from deskprivacy.model.parties import Recipient, name_of
from deskprivacy.model.uses import Disclosure
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import (
    cases,
    choice,
    data_refs,
    named,
    narrowing,
    retention_use,
)
from deskprivacy.render.register.cells import Cell, headed, labelled, listed, said, under
from deskprivacy.render.register.page import RegisterPage

# The three kinds of the CNIL's sheet, by the roles that belong to each; a role that is not declared belongs to none.
_KINDS = {
    "internal": "internal",
    "controller": "external",
    "joint-controller": "external",
    "authority": "external",
    "public": "external",
    "processor": "processors",
    None: "undeclared",
}


def recipients(page: RegisterPage, sheet: Sheet) -> Cell:
    """The recipients by the CNIL's three kinds, with what each gets and why."""
    where = sheet.activity.where.at("recipients")
    if sheet.activity.recipients is None:
        return said(page.gap(where))
    if not sheet.disclosures:
        return said(page.fact(where, (page.words("none: the data are communicated to nobody"),)))
    labels = {
        "internal": page.words("Internal recipients"),
        "external": page.words("External bodies"),
        "processors": page.words("Processors"),
        "undeclared": page.words("To be classified"),
    }
    by_kind: dict[str, dict[str, list[Disclosure]]] = {kind: {} for kind in labels}
    for one in sheet.disclosures:
        by_kind[_KINDS[one.role]].setdefault(one.recipient.id, []).append(one)
    return tuple(
        block
        for kind, found in by_kind.items()
        for block in under(labels[kind], (_recipient(page, lines) for lines in found.values()))
    )


def receivers(page: Page, sheet: Sheet) -> tuple[Recipient, ...]:
    """All that receive data of an activity: its recipients, its host, the providers of its trackers."""
    register, activity = page.register, sheet.activity
    trackers = (register.trackers[ident] for ident in activity.trackers or ())
    ids = (*(activity.recipients or ()), activity.hosting or "", *(one.provider or "" for one in trackers))
    return tuple(register.recipients[ident] for ident in dict.fromkeys(ids) if ident in register.recipients)


def _recipient(page: Page, lines: list[Disclosure]) -> Cell:
    one = lines[0].recipient
    members = page.joined([_member(page, one, ident) for ident in one.members or {}])
    return (
        *_named(page, lines),
        *said(
            labelled(page, page.words("Service"), (page.run(one.service),) if one.service else ()),
            labelled(page, page.words("Members"), page.fact(one.where.at("members"), members)),
        ),
        *(_gets(page, lines[0]) if len(lines) == 1 else listed(_gets(page, line) for line in lines)),
    )


def _named(page: Page, lines: list[Disclosure]) -> Cell:
    """The name with the role: of the line where it gives one, else of the recipient."""
    one, first = lines[0].recipient, lines[0]
    name: Runs = (page.run(name_of(one), strong=True),)
    if first.role is None:
        return said(name, labelled(page, page.words("Role"), page.gap(one.where.at("role"))))
    where = (first if first.line.role else one).where.at("role")
    role = page.fact(where, (page.run(page.say.term("recipient_role", first.role)),))
    if page.standing(where):  # it says so in brackets of its own
        return said(page.phrase("{what}: {detail}", what=name, detail=role))
    return said(page.phrase("{what} ({detail})", what=name, detail=role))


def _member(page: Page, one: Recipient, ident: str) -> Runs:
    member = (one.members or {})[ident]
    name: Runs = (page.run(member.name),)
    if member.country:
        name = page.phrase("{what} ({detail})", what=name, detail=page.say.country(member.country))
    return page.fact(one.where.at("members", ident), name)


def _gets(page: Page, one: Disclosure) -> Cell:
    """What a recipient gets, for what, and in which circumstances, as far as the line says it."""
    line = one.line
    data = data_refs(page, data_given(page.register, one))
    purposes = page.joined(named(page, "purposes", one.purposes), "; ")
    rest = replace(line, purposes=(), data=(), when=None)
    when = page.fact(one.where.at("when"), page.line(line.when)) if line.when else ()
    unless: Runs = (page.run(page.say.term("unless", line.unless)),) if line.unless else ()
    circumstances = page.joined([part for part in (narrowing(page, rest) or (), when, unless) if part])
    return (
        *said(
            labelled(page, page.words("Data"), page.fact(one.where.at("data"), data)),
            labelled(page, page.words("Purposes"), page.fact(one.where.at("purposes"), purposes)),
            labelled(page, page.words("Circumstances"), circumstances),
            labelled(page, page.words("Form"), (page.run(page.say.term("data_form", line.form)),) if line.form else ()),
        ),
        *headed(
            page,
            (page.words("Choice"),),
            cases(page, one.where.at("choice"), line.choice, lambda way: choice(page, way)),
        ),
        *headed(page, (page.words("Retention"),), _kept(page, one)),
    )


def _kept(page: Page, one: Disclosure) -> Cell:
    where = one.where.at("retention")
    return cases(page, where, one.line.retention, lambda use: retention_use(page, use)) if one.line.retention else ()
