"""What may surprise the reader: a closed list, each line only where a declared fact makes it true."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.model.parties import Recipient
from deskprivacy.render.document import Runs
from deskprivacy.render.notice.covered import Covered
from deskprivacy.render.notice.page import NoticePage

_FOR_THEMSELVES = ("controller", "joint-controller")


def surprises(covered: Covered, page: NoticePage) -> Iterator[Runs]:
    """Disclosure, publication, automated decisions, special data, minors, transfers: where they exist."""
    yield from _others(covered, page)
    yield from _publication(covered, page)
    yield from _decisions(covered, page)
    yield from _special(covered, page)
    yield from _other_persons(covered, page)
    yield from _minors(covered, page)
    yield from _transfers(covered, page)


def _others(covered: Covered, page: NoticePage) -> Iterator[Runs]:
    others = [one for one in covered.recipients if one.role in _FOR_THEMSELVES]
    if others:
        yield (page.words("These also use data for themselves: "), *_linked(others, page))
    unknown = [one for one in covered.recipients if one.role is None]
    if unknown:
        yield (page.words("These receive data, in a part that is not declared: "), *_linked(unknown, page))


def _publication(covered: Covered, page: NoticePage) -> Iterator[Runs]:
    for one in covered.recipients:
        if one.role == "public":
            names = {use for d in covered.disclosures_by_recipient.get(one.id, ()) for use in d.data}
            categories = [c for c in covered.categories if c.id in {name.partition("/")[0] for name in names}]
            if categories:
                listed = page.say.listed(c.name or c.id for c in categories)
                yield (page.words("Published: {data}.", data=listed),)
            else:
                yield (page.words("Some data are published."),)


def _decisions(covered: Covered, page: NoticePage) -> Iterator[Runs]:
    names = [decision.name for activity in covered.activities for decision in activity.automated_decisions or ()]
    if names:
        yield (
            page.run(
                page.say("Profiling, scoring or automated decisions: {names}.", names=page.say.listed(names)),
                link="#decisions",
            ),
        )
    credit = [one for one in covered.purposes if one.kind == "credit"]
    if credit:
        links = [(page.run(one.name or one.id, link=f"#purpose-{one.id}"),) for one in credit]
        yield (page.words("Your creditworthiness is assessed: "), *page.joined(links))


def _special(covered: Covered, page: NoticePage) -> Iterator[Runs]:
    special = {
        item.special: None
        for category in covered.categories
        for use in covered.uses_by_category[category.id]
        for item in use.items
        if item.special
    }
    if special:
        listed = page.say.listed(page.say.term("special_category", one) for one in special)
        yield (page.words("Sensitive data: {categories}.", categories=listed),)


def _other_persons(covered: Covered, page: NoticePage) -> Iterator[Runs]:
    others = {
        subject: None
        for category in covered.categories
        for use in covered.uses_by_category[category.id]
        for item in use.items
        for subject in item.concerns
    }
    if others:
        listed = page.say.listed(page.register.data_subjects[one].name or one for one in others)
        yield (page.words("Some data concern other people: {others}.", others=listed),)


def _minors(covered: Covered, page: NoticePage) -> Iterator[Runs]:
    for one in covered.data_subjects:
        if one.minors and one.minors.status in ("possible", "targeted"):
            said = page.say.term("minors_status", one.minors.status)
            yield (page.words("{persons}: {minors}.", persons=one.name or one.id, minors=said),)


def _transfers(covered: Covered, page: NoticePage) -> Iterator[Runs]:
    countries = {
        country: None
        for recipient in covered.recipients
        for transfer in (
            *(recipient.transfer or ()),
            *(t for d in covered.disclosures_by_recipient.get(recipient.id, ()) for t in d.line.transfer or ()),
        )
        for country in transfer.countries
    }
    if countries:
        listed = page.say.listed(page.say.country(code) for code in countries)
        yield (page.run(page.say("Data leave Europe: {countries}.", countries=listed), link="#transfers"),)


def _linked(recipients: list[Recipient], page: NoticePage) -> Runs:
    return page.joined([(page.run(one.name or one.id, link=f"#recipient-{one.id}"),) for one in recipients])
