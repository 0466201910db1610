"""What one recipient gets, why, in which circumstances, how one says no, and how long it keeps the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from deskprivacy.duty.rights import needs_explicit_consent
from deskprivacy.model.data import Choice
from deskprivacy.model.disclosed import data_given
from deskprivacy.model.means import RetentionUse
from deskprivacy.model.register import Register
from deskprivacy.model.uses import Disclosure
from deskprivacy.render.document import Entry, List, Paragraph, Runs
from deskprivacy.render.notice.links import linked
from deskprivacy.render.notice.page import NoticePage
from deskprivacy.render.notice.uses import told_cases
from deskprivacy.render.phrases import choice, data_refs, named, narrowing, retention_use
from deskprivacy.render.phrases.names import unended


def what_it_gets(given: tuple[Disclosure, ...], page: NoticePage) -> Iterator[Entry]:
    """What it gets and why: a line for each disclosure that says something."""
    lines = [line for one in given if (line := _disclosure(one, page))]
    if len(lines) == 1:
        yield Entry(term=(page.words("What it gets, and why"),), blocks=(Paragraph(content=lines[0]),))
    elif lines:
        distinct = tuple(dict.fromkeys(lines))
        yield Entry(
            term=(page.words("What it gets, and why"),),
            blocks=(List(items=tuple((Paragraph(content=line),) for line in distinct)),),
        )


def _disclosure(one: Disclosure, page: NoticePage) -> Runs:
    purposes = page.joined(linked(page, "purposes", one.purposes))
    said = data_refs(page, data_given(page.register, one))
    if purposes:
        said = (
            page.phrase("{data}, for: {purposes}", data=said, purposes=purposes)
            if said
            else page.phrase("For: {purposes}", purposes=purposes)
        )
    parts = [said] if said else []
    if one.line.role and one.line.role != one.recipient.role:
        parts.append(page.phrase("its part here: {role}", role=page.say.term("recipient_role", one.line.role)))
    if scope := narrowing(page, replace(one.line, purposes=(), data=(), when=None)):
        parts.append(scope)
    if one.line.form:
        parts.append(page.phrase("in {form} form", form=page.say.term("data_form", one.line.form)))
    if one.line.when:
        parts.append(page.line(one.line.when))
    if refusal := _refusal(one, page):
        parts.append(refusal)
    known = {"purposes": one.purposes, "data": one.data}
    kept = told_cases(page, [_kept(use, one) for use in one.line.retention or ()], partial(retention_use, page), known)
    parts += [page.phrase("kept there for: {period}", period=period) for _, period in kept]
    return page.joined(parts, "; ")


def _kept(use: RetentionUse, one: Disclosure) -> RetentionUse:
    """A rule of the line of a recipient: that it is the recipient who keeps goes without saying."""
    return replace(use, by=()) if use.by == (one.recipient.id,) else use


def _refusal(one: Disclosure, page: NoticePage) -> Runs:
    """That one may say no, and how; what takes place with consent only is not told as going on until one refuses."""
    how = page.joined([_way(way, page) for way in one.line.choice or ()], "; ")
    if not one.line.unless:
        return how
    unless: Runs = (page.run(page.say.term("unless", one.line.unless)),)
    consented, others = _by_consent(one, page.register)
    if not consented:
        return page.phrase("{what}: {detail}", what=unless, detail=how) if how else unless
    said: Runs = (page.words("only with your consent"),)
    if others:
        said = page.joined([_for(consented, said, page), _for(others, unless, page)], "; ")
    return page.phrase("{what}; to say no: {detail}", what=said, detail=how) if how else said


def _by_consent(one: Disclosure, register: Register) -> tuple[list[str], list[str]]:
    """The purposes of a disclosure that rest on consent alone, or whose data do; then the others."""
    purposes = one.purposes or one.activity.purposes
    consented = [ident for ident in purposes if _waits_for_consent(ident, one, register)]
    return consented, [ident for ident in purposes if ident not in consented]


def _waits_for_consent(purpose: str, one: Disclosure, register: Register) -> bool:
    bases = register.purposes[purpose].legal_basis or ()
    if bases and all(basis.basis == "consent" for basis in bases):
        return True
    given = {ref.partition("/")[0] for ref in one.data}
    lines = [
        use.line
        for use in register.uses[one.activity.id]
        if (not given or use.category.id in given) and (not use.purposes or purpose in use.purposes)
    ]
    return bool(lines) and all(map(needs_explicit_consent, lines))


def _for(purposes: list[str], said: Runs, page: NoticePage) -> Runs:
    return page.phrase("{what} (for: {purposes})", what=said, purposes=page.joined(named(page, "purposes", purposes)))


def _way(one: Choice, page: NoticePage) -> Runs:
    scope = narrowing(page, one)
    said = unended(choice(page, one))
    return page.phrase("{what} ({detail})", what=said, detail=scope) if scope else said
