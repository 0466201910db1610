"""The one grammar in words: in which circumstances an entry holds, and several entries side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from deskprivacy.address import Address
from deskprivacy.model.circumstances import Narrowed, Traced
from deskprivacy.model.parties import name_of
from deskprivacy.model.types import Cases
from deskprivacy.render.document import Block, List, Paragraph, Runs
from deskprivacy.render.page import Page
from deskprivacy.render.phrases.names import data_named, either, named

EntryT = TypeVar("EntryT", bound=Narrowed)
Words = Callable[[EntryT], Runs]
More = Callable[[EntryT], Sequence[Runs]]


def narrowing(page: Page, entry: Traced) -> Runs | None:
    """The circumstances in which an entry holds; None where it names none."""
    parts = [either(page, names) for names in _circumstances(page, entry) if names]
    if when := getattr(entry, "when", None):
        parts.append(page.line(when))
    return page.joined(parts) if parts else None


def cases(
    page: Page, where: Address, entries: Cases[EntryT], words: Words[EntryT], more: More[EntryT] | None = None
) -> tuple[Block, ...]:
    """A field of the one grammar: a line where it has one entry, a list by circumstances where it has several.

    `where` is the address of the field; `words` says one entry, `more` adds lines to it. Standing and gaps are marked.
    An absent field gives the gap that the law sees there; one that is declared as none gives nothing.
    """
    if entries is None:
        gap = page.gap(where)
        return (Paragraph(content=gap),) if gap else ()
    if len(entries) < 2:
        return tuple(chain.from_iterable(_case(page, where, one, words, more, contrast=False) for one in entries))
    narrowed = [bool(narrowing(page, one)) for one in entries]
    contrast = any(narrowed)
    order = sorted(range(len(entries)), key=lambda n: not narrowed[n])  # what holds otherwise stands last
    items = (_case(page, where.at(n), entries[n], words, more, contrast=contrast) for n in order)
    return (List(items=tuple(items)),)


def channel(page: Page, term: str) -> str:
    """A channel as a circumstance: «par e-mail», where the closed list has the bare noun."""
    say = page.say
    phrases = {
        "website": say("on the website"),
        "mobile-app": say("in the mobile app"),
        "social-network": say("on a social network"),
        "email": say("by e-mail"),
        "text-message": say("by text message"),
        "push-notification": say("by push notification"),
        "post": say("by post"),
        "telephone": say("by telephone"),
        "automated-call": say("by automated call"),
        "fax": say("by fax"),
        "shop": say("in the shop"),
        "in-person": say("face to face"),
    }
    return phrases[term]


def _case(
    page: Page, at: Address, entry: EntryT, words: Words[EntryT], more: More[EntryT] | None, *, contrast: bool
) -> tuple[Block, ...]:
    """One entry; in `contrast` to others that name circumstances, one that names none holds otherwise."""
    field = Address(at.kind, at.id, at.named)
    said = page.fact(field, words(entry))
    circumstances = narrowing(page, entry) or ((page.words("otherwise"),) if contrast else None)
    if circumstances:
        said = page.phrase("{what}: {detail}", what=_headed(circumstances), detail=said)
    added = [page.shaded(field, line) for line in (more(entry) if more else ())]
    lines = [said, *added, *page.marks(page.gaps_within(at))]
    return tuple(Paragraph(content=line) for line in lines if line)


def _headed(circumstances: Runs) -> Runs:
    first, *others = (replace(run, strong=True) for run in circumstances)
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *others)


def _circumstances(page: Page, entry: Traced) -> Iterator[list[Runs]]:
    def ids(key: str) -> tuple[str, ...]:
        found: tuple[str, ...] = getattr(entry, key, ())
        return found

    yield named(page, "data_subjects", ids("data_subjects"))
    yield named(page, "purposes", ids("purposes"))
    yield data_named(page, ids("data"))
    yield named(page, "sources", ids("sources"))
    yield [(page.run(channel(page, one)),) for one in ids("channels")]
    yield [(page.run(page.say.country(code)),) for code in ids("territories")]
    yield [page.phrase("kept by “{party}”", party=_party(page, one)) for one in ids("by")]


def _party(page: Page, ident: str) -> str:
    register = page.register
    return name_of(register.recipients.get(ident) or register.controllers[ident])
