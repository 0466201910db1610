"""Where the recipients are, to which countries data go, and what protects them there (GDPR 30(1)(e), 44–49)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from deskprivacy.duty.abroad import places_abroad
from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.parties import NOT_A_PLACE, Recipient, Transfer, name_of
from deskprivacy.model.types import Cases
from deskprivacy.model.uses import Disclosure
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import countries, transfer_cases
from deskprivacy.render.register.cells import Cell, grouped, labelled, said
from deskprivacy.render.register.page import RegisterPage
from deskprivacy.render.register.rows.recipients import receivers


def transfers(page: RegisterPage, sheet: Sheet) -> Cell:
    """Where each recipient is, and to which countries data go."""
    found = receivers(page, sheet)
    given = _given(sheet)
    told = grouped(
        page,
        (
            (_place_name(page, one, found), whereabouts(page, one, given.get(one.id, ())))
            for one in with_further(page, found)
        ),
    )
    if not found and sheet.activity.recipients is not None:
        return said((page.words("none: there is no recipient"),))
    return told or _none(page, sheet)


def transfer_documents(page: RegisterPage, sheet: Sheet) -> Cell:
    """What protects the data that are transferred, with its documents."""
    found = receivers(page, sheet)
    given = _given(sheet)
    by_recipient = (
        (_place_name(page, one, found), safeguards(page, one, given.get(one.id, ())))
        for one in with_further(page, found)
    )
    by_line = (((page.run(name_of(one.recipient)),), transfers_on_line(page, one)) for one in sheet.disclosures)
    return grouped(page, (*by_recipient, *by_line)) or _none(page, sheet)


def with_further(page: Page, found: Iterable[Recipient]) -> Collection[Recipient]:
    """The recipients, and those that process further for them: a country that these reach is reached."""
    all_of: dict[str, Recipient] = {}
    waiting = list(found)
    while waiting:
        one = waiting.pop(0)
        if one.id not in all_of:
            all_of[one.id] = one
            waiting += [page.register.recipients[ident] for ident in one.sub_processors or ()]
    return all_of.values()


def _place_name(page: Page, one: Recipient, direct: Collection[Recipient]) -> Runs:
    name: Runs = (page.run(name_of(one)),)
    if one in direct:
        return name
    return page.phrase("{what} ({detail})", what=name, detail=page.say("further processor"))


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


def safeguards(page: Page, one: Recipient, given: Sequence[Disclosure] = ()) -> Cell:
    """The transfers to a recipient, each with what protects it; of one abroad without any, that they are missing."""
    if one.transfer:
        return transfer_cases(page, one.where.at("transfer"), one.transfer)
    if one.transfer is None and is_abroad(page, one, given) and all(line.line.transfer is None for line in given):
        return said((page.words("the safeguards are not declared"),))
    return ()


def is_abroad(page: Page, one: Recipient, given: Iterable[Disclosure]) -> bool:
    """Whether a recipient, beside our own people, declares a place outside the EEA."""
    roles = {line.role for line in given} or {one.role}
    return not roles <= NOT_A_PLACE and any(places_abroad(one, page.register.home))


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
    outside = [one for one in with_further(page, found) if roles.get(one.id, one.role) not in NOT_A_PLACE]
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
