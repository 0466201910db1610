"""Who receives the data, what and why; whether the data leave the EEA, and under what safeguards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.parties import NOT_A_PLACE, Recipient, Transfer, name_of
from deskprivacy.model.types import Cases
from deskprivacy.model.uses import Disclosure
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import (
    cases,
    choice,
    countries,
    data_refs,
    named,
    narrowing,
    retention_use,
    transfer_cases,
)
from deskprivacy.render.register.cells import Cell, grouped, headed, labelled, listed, said, under
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


def transfers(page: RegisterPage, sheet: Sheet) -> Cell:
    """Where each recipient is, and to which countries data go."""
    found = receivers(page, sheet)
    given = _given(sheet)
    told = grouped(page, (((page.run(name_of(one)),), whereabouts(page, one, given.get(one.id, ()))) for one in found))
    if not found and sheet.activity.recipients is not None:
        return said((page.words("none: there is no recipient"),))
    return told or _none(page, sheet)


def transfer_documents(page: RegisterPage, sheet: Sheet) -> Cell:
    """What protects the data that are transferred, with its documents."""
    by_recipient = (((page.run(name_of(one)),), safeguards(page, one)) for one in receivers(page, sheet))
    by_line = (((page.run(name_of(one.recipient)),), transfers_on_line(page, one)) for one in sheet.disclosures)
    return grouped(page, (*by_recipient, *by_line)) or _none(page, sheet)


def receivers(page: Page, sheet: Sheet) -> tuple[Recipient, ...]:
    """All that receive data of an activity: its recipients, its host, the providers of its trackers."""
    register, activity = page.register, sheet.activity
    trackers = (register.trackers[ident] for ident in activity.trackers or ())
    ids = (*(activity.recipients or ()), activity.hosting or "", *(one.provider or "" for one in trackers))
    return tuple(register.recipients[ident] for ident in dict.fromkeys(ids) if ident in register.recipients)


def whereabouts(page: Page, one: Recipient, given: Sequence[Disclosure] = ()) -> Cell:
    """Where a recipient is, stores the data and looks at them, and to which countries they are transferred.

    `given` is what it receives here: a transfer may be written there, too.
    """
    where = one.where
    home = (page.run(page.say.country(one.country)),) if one.country else ()
    members = {member.country: None for member in (one.members or {}).values() if member.country}
    elsewhere = [code for code in members if code != one.country]
    lines = (
        labelled(page, page.words("Country"), page.fact(where.at("country"), home) if home or not elsewhere else ()),
        labelled(page, page.words("Countries of the members"), countries(page, elsewhere)),
        labelled(page, page.words("Data stored in"), page.fact(where.at("stored_in"), countries(page, one.stored_in))),
        labelled(
            page, page.words("Data accessed from"), page.fact(where.at("access_from"), countries(page, one.access_from))
        ),
        labelled(page, page.words("Transfers"), _destinations(page, one, given)),
    )
    return said(*lines)


def safeguards(page: Page, one: Recipient) -> Cell:
    """The transfers to a recipient, each with what protects it."""
    return transfer_cases(page, one.where.at("transfer"), one.transfer) if one.transfer else ()


def transfers_on_line(page: Page, one: Disclosure) -> Cell:
    """The transfers that are peculiar to what a recipient gets from one activity."""
    return transfer_cases(page, one.where.at("transfer"), one.line.transfer) if one.line.transfer else ()


def _given(sheet: Sheet) -> Mapping[str, Sequence[Disclosure]]:
    """What each recipient gets from the activity."""
    found: dict[str, list[Disclosure]] = {}
    for one in sheet.disclosures:
        found.setdefault(one.recipient.id, []).append(one)
    return found


def _none(page: Page, sheet: Sheet) -> Cell:
    """Why a sheet tells of no place, or of no safeguard."""
    found = receivers(page, sheet)
    if sheet.activity.recipients is None and not found:
        return said((page.words("not known: the recipients are missing"),))
    roles = {one.recipient.id: one.role for one in sheet.disclosures}
    outside = [one for one in found if roles.get(one.id, one.role) not in NOT_A_PLACE]
    if all(one.transfer == () for one in outside):
        return said((page.words("not applicable: there is no transfer"),))
    if any(page.gaps_within(one.where.at("country")) for one in outside):
        return said((page.words("not known: the country of a recipient is missing"),))
    return said((page.words("no transfer is declared"),))


def _destinations(page: Page, one: Recipient, given: Iterable[Disclosure]) -> Runs:
    """The countries of its own transfers, then those of the transfers on the lines."""
    own, here = one.where.at("transfer"), [line for line in given if line.line.transfer]
    parts = [page.fact(own, _countries(page, one.transfer))] if one.transfer else []
    parts += [page.fact(line.where.at("transfer"), _countries(page, line.line.transfer)) for line in here]
    told = tuple(dict.fromkeys(part for part in parts if part))
    if told:
        return page.joined(told, "; ")
    if one.transfer is None and not any(line.line.transfer == () for line in given):
        return page.gap(own)
    return page.fact(own, (page.words("none outside the European Economic Area"),))


def _countries(page: Page, entries: Cases[Transfer]) -> Runs:
    return countries(page, dict.fromkeys(code for entry in entries or () for code in entry.countries))


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
    purposes = page.joined(named(page, "purposes", one.purposes), "; ")
    rest = replace(line, purposes=(), data=(), when=None)
    when = page.fact(one.where.at("when"), page.line(line.when)) if line.when else ()
    unless: Runs = (page.run(page.say.term("unless", line.unless)),) if line.unless else ()
    circumstances = page.joined([part for part in (narrowing(page, rest) or (), when, unless) if part])
    return (
        *said(
            labelled(page, page.words("Data"), page.fact(one.where.at("data"), data_refs(page, one.data))),
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
