"""The signs of every text, internal or not, and of every translation: what was pasted, and what no reader is to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deskprivacy.address import Address
from deskprivacy.finding import Finding, Severity, Value, Where
from deskprivacy.model.public import public
from deskprivacy.model.register import Register
from deskprivacy.model.side import SETTINGS
from deskprivacy.model.texts import everything_written
from deskprivacy.model.told import told
from deskprivacy.words.markup import as_signs, html_pieces, lost_links
from deskprivacy.words.signs import around, astray, hidden, named, without_glyph

_GRAVE = frozenset({"direction-sign", "html-in-text"})  # in what a published notice tells
_SUGGESTED = 200  # characters of a text that is worth writing again


def check(register: Register) -> Iterator[Finding]:
    """A finding for each sort of odd sign in each text; graver where a published notice prints it."""
    everything = list(everything_written(register))
    found = [(where, where, rule, values) for where, text, form in everything for rule, values in _faults(text, form)]
    forms = {str(where): (where, form) for where, _, form in everything}
    translated: list[tuple[Where, Address, str, Mapping[str, Value]]] = []
    for catalogue in register.catalogues.values():
        for address, one in catalogue.all():
            if address in forms:
                where, form = forms[address]
                translated += ((one.place, where, rule, values) for rule, values in _faults(one.words, form))
    if not found and not translated:
        return
    printed = _printed(register)
    for at, where, rule, values in (*found, *translated):
        grave = rule in _GRAVE and where in printed
        yield Finding(rule=rule, at=at, values=values, severity=Severity.ERROR if grave else Severity.WARNING)


def _printed(register: Register) -> frozenset[Address]:
    """Where the texts stand that published notices print."""
    published = [notice for notice in register.notices.values() if notice.status == "published"]
    entities = {one.where for notice in published for one in told(register, notice).entities()}
    if published:
        entities.add(Address(SETTINGS))  # its own events serve all its notices
    return frozenset(where for where, _, _ in everything_written(public(register)) if where.entity in entities)


def _faults(text: str, form: str) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """The rules that a text breaks, with the values of the finding."""
    if lost := astray(text):
        yield "direction-sign", {"code": _names(text, lost), "quote": around(text, lost[0])}
    if unseen := list(hidden(text)):
        yield "hidden-character", {"code": _names(text, unseen), "quote": around(text, unseen[0])}
    if missing := without_glyph(text):
        yield "sign-without-glyph", {"signs": missing, "codes": tuple(map(named, missing))}
    if pieces := html_pieces(text, is_markdown=form == "prose"):
        values: dict[str, Value] = {"pieces": tuple(pieces)}
        if len(text) <= _SUGGESTED and (plain := as_signs(text)):
            values["suggestion"] = plain
        yield "html-in-text", values
    if form == "prose" and (links := list(dict.fromkeys(lost_links(text)))):
        yield "lost-link", {"links": tuple(links)}


def _names(text: str, places: list[int]) -> str:
    return ", ".join(dict.fromkeys(named(text[at]) for at in places))
