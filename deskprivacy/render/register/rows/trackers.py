"""What is written to or read from a terminal (LIL 82)."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.duty.sheets import Sheet
from deskprivacy.model.means import Tracker
from deskprivacy.model.parties import name_of
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases import cases, choice, consent, data_refs, lifetime, named, retention_use
from deskprivacy.render.register.cells import Cell, headed, labelled, listed, said
from deskprivacy.render.register.page import RegisterPage


def trackers(page: RegisterPage, sheet: Sheet) -> Cell:
    """Each tracker with who sets it, what for, for how long, and whether it waits for consent."""
    where = sheet.activity.where.at("trackers")
    if sheet.activity.trackers is None:
        return said(page.gap(where))
    if not sheet.activity.trackers:
        return said(page.fact(where, (page.words("none"),)))
    return listed(_tracker(page, page.register.trackers[ident]) for ident in sheet.activity.trackers)


def _tracker(page: Page, one: Tracker) -> Cell:
    where = one.where
    purposes = page.joined(named(page, "purposes", one.purposes), "; ")
    provider: Runs = (page.run(name_of(page.register.recipients[one.provider])),) if one.provider else ()
    return (
        *said(
            _named(page, one),
            labelled(page, page.words("Purposes"), page.fact(where.at("purposes"), purposes)),
            labelled(page, page.words("Data"), page.fact(where.at("data"), data_refs(page, one.data))),
            labelled(page, page.words("Provider"), page.fact(where.at("provider"), provider)),
        ),
        *headed(
            page,
            (page.words("Consent"),),
            cases(page, where.at("consent"), one.consent, lambda entry: consent(page, entry)),
        ),
        *said(
            labelled(
                page,
                page.words("Lifetime"),
                page.fact(where.at("lifetime"), lifetime(page, one.lifetime) if one.lifetime else ()),
            ),
            *_cookies(page, one),
        ),
        *headed(
            page,
            (page.words("Retention of what it collects"),),
            cases(page, where.at("retention"), one.retention, lambda use: retention_use(page, use)),
        ),
        *headed(
            page,
            (page.words("How to refuse"),),
            cases(page, where.at("choice"), one.choice, lambda way: choice(page, way)),
        ),
    )


def _named(page: Page, one: Tracker) -> Runs:
    name: Runs = (page.run(name_of(one), strong=True),)
    where = one.where.at("technology")
    technology = page.fact(
        where, (page.run(page.say.term("tracker_technology", one.technology)),) if one.technology else ()
    )
    return page.phrase("{what} ({detail})", what=page.fact(one.where, name), detail=technology) if technology else name


def _cookies(page: Page, one: Tracker) -> Iterator[Runs]:
    for name, cookie in (one.cookies or {}).items():
        parts = [
            lifetime(page, cookie.lifetime) if cookie.lifetime else (),
            page.line(cookie.description) if cookie.description else (),
        ]
        shown = page.joined([part for part in parts if part], "; ") or (
            page.words("inherits what is said of the tracker"),
        )
        yield labelled(page, page.run(name), page.fact(one.where.at("cookies", name), shown))
