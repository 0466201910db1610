"""«Which trackers?»: what is written to or read from the reader's device, in a table (LIL 82)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from deskprivacy.model.means import Cookie, Tracker
from deskprivacy.model.told import Told
from deskprivacy.render.document import Block, Paragraph, Runs, Section
from deskprivacy.render.notice.headings import table
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.uses import told_cases
from deskprivacy.render.phrases import cases, choice, consent, data_refs, retention_use

Row = tuple[tuple[Block, ...], ...]


def block(told: Told, page: NoticePage) -> Section | None:
    """A row for each tracker and for each cookie that it names; then what each tracker does."""
    none = bool(told.activities) and all(one.trackers == () for one in told.activities)
    if not told.trackers and not none and not told.notice.tracker_choices and not page.is_awaited("trackers"):
        return None
    rows: list[Row] = []
    for tracker in told.trackers:
        row = _row(tracker, told, page)
        rows.append(row)
        rows += [_cookie_row(name, cookie, row, page) for name, cookie in (tracker.cookies or {}).items()]
    columns = tuple((page.run(name),) for name in _columns(page))
    blocks: list[Block] = [
        *table((page.words("What we write to your device or read from it"),), columns, rows, page.words("not stated"))
    ]
    if none:
        said = page.words("No cookie and no other tracker serves the uses that are described here.")
        blocks.append(Paragraph(content=(said,)))
    if told.notice.tracker_choices:
        blocks.extend(page.prose(told.notice.tracker_choices))
        blocks.extend(page.notes(told.notice.where.at("tracker_choices")))
    if details := [one for tracker in told.trackers if (one := _detail(tracker, page)).blocks]:  # the row has the name
        blocks.append(page.section("trackers-detail", "trackers-detail", "What each of them does", details, level=3))
    return page.section("trackers", "trackers", "Which trackers?", blocks)


def _columns(page: NoticePage) -> tuple[str, ...]:
    say = page.say
    return (
        say("Tracker"),
        say("What it is for"),
        say("Who has access"),
        say("How long"),
        say("Your consent"),
        say("How to refuse"),
    )


def _row(tracker: Tracker, told: Told, page: NoticePage) -> Row:
    where = tracker.where
    purposes = [
        (page.run(page.register.purposes[one].name or one, link=f"#purpose-{one}"),) for one in tracker.purposes
    ]
    lifetime = (page.run(page.say.period(tracker.lifetime)),) if tracker.lifetime else ()
    agreed, refused = where.at("consent"), where.at("choice")
    return (
        tuple(_what(tracker, told, page)),
        page.cell(where.at("purposes"), page.joined(purposes)),
        page.cell(where.at("provider"), _provider(tracker, page)),
        page.cell(where.at("lifetime"), lifetime),
        cases(page, agreed, tracker.consent, lambda one: consent(page, one))
        if tracker.consent
        else page.cell(agreed, ()),
        cases(page, refused, tracker.choice, lambda one: choice(page, one))
        if tracker.choice
        else page.cell(refused, ()),
    )


def _what(tracker: Tracker, told: Told, page: NoticePage) -> Iterator[Block]:
    """Its name, marked where it is not decided that a use has this tracker, and its technology."""
    name: Runs = (replace(page.run(tracker.name or tracker.id, strong=True), link=f"#tracker-{tracker.id}"),)
    for activity in told.activities:
        if tracker.id in (activity.trackers or ()):
            name = page.fact(activity.where.at("trackers"), name)
    yield Paragraph(content=name)
    if tracker.technology:
        yield Paragraph(content=(page.run(page.say.term("tracker_technology", tracker.technology)),))


def _detail(tracker: Tracker, page: NoticePage) -> Section:
    blocks: list[Block] = list(page.prose(tracker.description)) if tracker.description else []
    if tracker.data:
        blocks.append(Paragraph(content=(page.words("Data: "), *data_refs(page, tracker.data))))
    known = {"purposes": tracker.purposes, "data": tracker.data}
    for _, period in told_cases(page, tracker.retention or (), partial(retention_use, page), known):
        kept = page.phrase("Kept: {period}", period=period)
        blocks.append(Paragraph(content=page.fact(tracker.where.at("retention"), kept)))
    if missing := page.gap(tracker.where.at("data")):
        blocks.append(Paragraph(content=missing))
    blocks.extend(page.notes(tracker.where))
    title = (page.run(tracker.name or tracker.id),)
    return Section(id=f"tracker-{tracker.id}", name="tracker", title=title, level=4, blocks=tuple(blocks))


def _provider(tracker: Tracker, page: NoticePage) -> Runs:
    if tracker.provider is None:
        return ()
    provider = page.register.recipients[tracker.provider]
    return (page.run(provider.name or provider.id, link=f"#recipient-{provider.id}"),)


def _cookie_row(name: str, cookie: Cookie, of_tracker: Row, page: NoticePage) -> Row:
    """A cookie; what is not said of it is as it is said of its tracker."""
    lifetime = page.say.period(cookie.lifetime) if cookie.lifetime else ""
    own: Row = (
        (Paragraph(content=(page.words("Cookie {name}", name=name),)),),
        page.prose(cookie.description) if cookie.description else (),
        (),
        (Paragraph(content=(page.run(lifetime),)),) if lifetime else (),
        (),
        (),
    )
    same: tuple[Block, ...] = (Paragraph(content=(page.words("as for the tracker"),)),)
    return tuple(cell or (same if inherited else ()) for cell, inherited in zip(own, of_tracker, strict=True))
