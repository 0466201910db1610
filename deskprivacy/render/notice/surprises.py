"""What may surprise the reader: a closed list, each line only where a declared fact makes it true."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.model.data import Item
from deskprivacy.model.disclosed import data_given
from deskprivacy.model.parties import Minors, Recipient
from deskprivacy.model.told import Told
from deskprivacy.render.document import Runs
from deskprivacy.render.notice.links import linked, linked_data
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.transfers import untransferred
from deskprivacy.render.phrases import named, together


def surprises(told: Told, page: NoticePage) -> Iterator[Runs]:
    """Disclosure, publication, automated decisions, special data, minors, transfers: where they exist."""
    yield from _others(told, page)
    yield from _publication(told, page)
    yield from _decisions(told, page)
    yield from _special(told, page)
    yield from _other_persons(told, page)
    yield from _minors(told, page)
    yield from _transfers(told, page)


def _others(told: Told, page: NoticePage) -> Iterator[Runs]:
    roles = {one.id: _roles(told, one) for one in told.recipients}
    if others := [ident for ident, its in roles.items() if "controller" in its]:
        names = page.joined(linked(page, "recipients", others))
        yield page.phrase(
            "This one also uses data for itself: {names}."
            if len(others) == 1
            else "These also use data for themselves: {names}.",
            names=names,
        )
    if joint := [ident for ident, its in roles.items() if "joint-controller" in its]:
        names = page.joined(linked(page, "recipients", joint))
        yield page.phrase(
            "This one decides together with us what data are used for, and how: {names}."
            if len(joint) == 1
            else "These decide together with us what data are used for, and how: {names}.",
            names=names,
        )
    unknown = [ident for ident, its in roles.items() if None in its]
    if unknown and not page.is_published:
        names = page.joined(linked(page, "recipients", unknown))
        yield page.phrase(
            "This one receives data, in a part that is not declared: {names}."
            if len(unknown) == 1
            else "These receive data, in a part that is not declared: {names}.",
            names=names,
        )


def _roles(told: Told, recipient: Recipient) -> frozenset[str | None]:
    """What a recipient is: as each line says, else by itself."""
    lines = told.disclosures_by_recipient.get(recipient.id, ())
    return frozenset(one.role for one in lines) or frozenset({recipient.role})


def _publication(told: Told, page: NoticePage) -> Iterator[Runs]:
    """What is there for anybody: published, or given to whoever asks."""
    for one in told.recipients:
        lines = [line for line in told.disclosures_by_recipient.get(one.id, ()) if line.role == "public"]
        if lines or one.role == "public":
            given = dict.fromkeys(ref for line in lines for ref in data_given(page.register, line))
            (who,) = linked(page, "recipients", [one.id])
            data = linked_data(
                page, [ref for told_of in told.categories for ref in given if ref.partition("/")[0] == told_of.id]
            )
            yield (
                page.phrase("Anyone may get these data ({recipient}): {data}.", recipient=who, data=page.joined(data))
                if data
                else page.phrase("Anyone may get some data ({recipient}).", recipient=who)
            )


def _decisions(told: Told, page: NoticePage) -> Iterator[Runs]:
    names = [
        (page.run(decision.name, link="#decisions"),)
        for activity in told.activities
        for decision in activity.automated_decisions or ()
    ]
    if names:
        yield page.phrase("Profiling, scoring or automated decisions: {names}.", names=page.joined(names))
    credit = [one.id for one in told.purposes if one.kind == "credit"]
    if credit:
        yield page.phrase(
            "Your creditworthiness is assessed: {purposes}.", purposes=page.joined(linked(page, "purposes", credit))
        )


def _special(told: Told, page: NoticePage) -> Iterator[Runs]:
    special = {item.special: None for item in _items(told) if item.special}
    if special:
        listed = page.say.listed(page.say.term("special_category", one) for one in special)
        yield (page.words("Sensitive data: {categories}.", categories=listed),)


def _other_persons(told: Told, page: NoticePage) -> Iterator[Runs]:
    others = {subject: None for item in _items(told) for subject in item.concerns}
    if others:
        names = together(page, named(page, "data_subjects", others))
        yield page.phrase("Some data concern other people: {others}.", others=names)


def _items(told: Told) -> Iterator[Item]:
    for uses in told.uses_by_category.values():
        for use in uses:
            yield from use.items


def _minors(told: Told, page: NoticePage) -> Iterator[Runs]:
    for one in told.data_subjects:
        if one.minors and one.minors.status in ("possible", "targeted"):
            (persons,) = named(page, "data_subjects", [one.id])
            said = page.say.term("minors_status", one.minors.status)
            yield page.phrase("{persons}: {minors}.", persons=persons, minors=_consenting(one.minors, said, page))


def _consenting(minors: Minors, status: str, page: NoticePage) -> Runs:
    """That they may be minors, and who consents for those below the age."""
    said: Runs = (page.run(status),)
    consent = page.say.term("minors_consent", minors.consent) if minors.consent else ""
    if minors.age is None:
        return page.phrase("{what}; {detail}", what=said, detail=consent) if consent else said
    detail = page.phrase("below {age} years, {consent}", age=str(minors.age), consent=consent) if consent else ()
    return page.phrase("{what}; {detail}", what=said, detail=detail) if detail else said


def _transfers(told: Told, page: NoticePage) -> Iterator[Runs]:
    countries = {
        country: None
        for recipient in told.recipients
        for transfer in (
            *(recipient.transfer or ()),
            *(t for d in told.disclosures_by_recipient.get(recipient.id, ()) for t in d.line.transfer or ()),
        )
        for country in transfer.countries
    }
    if countries:
        listed = page.say.listed(page.say.country(code) for code in countries)
        said = page.say("Data leave the European Economic Area: {countries}.", countries=listed)
        yield (page.run(said, link="#transfers"),)
    places = {code: None for one in told.recipients for codes in untransferred(one, told).values() for code in codes}
    if elsewhere := [code for code in places if code not in countries]:
        listed = page.say.listed(page.say.country(code) for code in elsewhere)
        said = page.say("Recipients are or work outside the European Economic Area: {countries}.", countries=listed)
        yield (page.run(said, link="#transfers"),)
