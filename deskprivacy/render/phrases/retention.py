"""How long data are kept, from when, and what becomes of them, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskprivacy.model.data import Archive, RetentionRule, Shift
from deskprivacy.model.means import RetentionUse
from deskprivacy.render.document import Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases.names import clause, either, unended


def retention(page: Page, rule: RetentionRule) -> Runs:
    """A retention rule: «3 ans après votre dernier achat, puis archivées pendant 5 ans, puis supprimées».

    Its standing is marked, and what the law asks of it and is not declared stands beside it.
    """
    settled = page.standing(rule.where) is None  # else the whole is marked, and no part of it again
    parts = [page.fact(rule.where.at(key), said) if settled else said for key, said in _parts(page, rule)]
    whole = page.fact(rule.where, page.joined(parts)) if parts else ()
    said = [whole, *page.marks(page.gaps_within(rule.where))]
    if not (rule.active or rule.until or rule.criterion):  # the period comes first, though it be missing
        said = [*said[1:], whole]
    return page.joined([part for part in said if part], "; ")


def retention_use(page: Page, use: RetentionUse) -> Runs:
    """A rule in use, in the words of the rule; its circumstances are said by `cases`."""
    return retention(page, page.register.retention_rules[use.rule])


def retention_grounds(page: Page, rule: RetentionRule) -> Runs:
    """What obliges to keep the data so long, and why, as far as it is declared."""
    text: Runs = (page.run(rule.text),) if rule.text else ()
    prose = [page.line(said) for said in (rule.why, rule.description) if said]
    prose[:-1] = map(unended, prose[:-1])
    return page.shaded(rule.where, page.joined([part for part in (text, *prose) if part], "; "))


def _parts(page: Page, rule: RetentionRule) -> Iterator[tuple[str, Runs]]:
    """What a rule says, piece by piece, each with the key that says it."""
    if rule.active:
        yield "active", _period(page, rule.active, rule.from_)
    if rule.until:
        yield "until", _until(page, page.phrase("until {event}", event=event(page, rule.until)))
    if rule.criterion:
        yield "criterion", clause(page, rule.criterion)
    for shift in rule.sooner:
        yield "sooner", _sooner(page, shift)
    for shift in rule.later:
        yield "later", _later(page, shift)
    if rule.archive:
        yield "archive", _archived(page, rule.archive)
    if rule.then:
        fate = page.say.term("retention_then", rule.then)
        if fate not in (rule.criterion or "").casefold():  # «anonymisées au bout d’un an, puis anonymisées»
            yield "then", page.phrase("then {fate}", fate=fate)


def event(page: Page, ident: str) -> Runs:
    """An event, by the register's own word for it or by the shipped one."""
    own = (page.register.settings.events or {}).get(ident)
    return (page.run(own.name if own else page.say.term("retention_event", ident)),)


def _period(page: Page, period: str, events: Sequence[str]) -> Runs:
    started = _any_of(page, events)
    lasting = page.say.period(period)
    return page.phrase("{period} after {event}", period=lasting, event=started) if started else (page.run(lasting),)


def _sooner(page: Page, shift: Shift) -> Runs:
    if shift.until:
        return page.phrase("or sooner, upon {event}", event=event(page, shift.until))
    return page.phrase("or sooner, {period}", period=_after(page, shift))


def _later(page: Page, shift: Shift) -> Runs:
    if shift.until:
        return _until(page, page.phrase("or later, until {event}", event=event(page, shift.until)))
    return page.phrase("or later, {period}", period=_after(page, shift))


def _after(page: Page, shift: Shift) -> Runs:
    return _period(page, shift.after, shift.from_) if shift.after else _any_of(page, shift.from_)


def _archived(page: Page, archive: Archive) -> Runs:
    period = page.say.period(archive.for_)
    if archive.from_:
        said = page.phrase(
            "then archived until {period} after {event}", period=period, event=_any_of(page, archive.from_)
        )
    else:
        said = page.phrase("then archived for {period}", period=period)
    details = [
        page.phrase("reason: {why}", why=clause(page, archive.why)) if archive.why else (),
        page.phrase("access: {who}", who=archive.access) if archive.access else (),
    ]
    shown = [detail for detail in details if detail]
    return page.phrase("{what} ({detail})", what=said, detail=page.joined(shown, "; ")) if shown else said


def _any_of(page: Page, events: Sequence[str]) -> Runs:
    """One event; where there are several, nothing declares which of them counts."""
    said = either(page, [event(page, one) for one in events])
    return page.phrase("{events}, as the case may be", events=said) if len(events) > 1 else said


# The only contraction that these phrases can meet: French events are written with their article.
_CONTRACTION = re.compile(r"\bà le(s?) ")


def _until(page: Page, said: Runs) -> Runs:
    """«jusqu’à le retrait» is said «jusqu’au retrait»."""
    if not page.language.startswith("fr"):
        return said
    text = "".join(run.text for run in said)
    found = _CONTRACTION.sub(lambda match: f"au{'x' if match[1] else ''} ", text)
    return (page.run(found),) if found != text else said
