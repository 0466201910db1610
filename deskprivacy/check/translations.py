"""Translations against the texts: what is missing or stale in a language of a notice, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from deskprivacy.address import Address
from deskprivacy.finding import Finding, Place, Related, Severity
from deskprivacy.law.lexicons import words
from deskprivacy.model.catalogue import Catalogue, Translation
from deskprivacy.model.register import Register
from deskprivacy.model.texts import every_text, public_texts
from deskprivacy.model.told import told


def check(register: Register) -> Iterator[Finding]:
    """A finding for each text that a notice prints in a language that has no translation of it, or only an old one."""
    for language, entities in _asked(register).items():
        catalogue = register.catalogues.get(language)
        if catalogue is None:
            yield _without_any(register, language, entities)
        elif catalogue.entries:
            yield from _missing(register, catalogue, entities)
            yield from _copied(register, catalogue, entities)
        else:
            severity = _severity(published=any(entities.values()))
            yield Finding(rule="empty-catalogue", at=_file(catalogue), values={"language": language}, severity=severity)
    for catalogue in register.catalogues.values():
        yield from _left_over(register, catalogue)


def _asked(register: Register) -> dict[str, dict[Address, bool]]:
    """By language: the entities of which a notice tells in it, and whether one of those notices is published."""
    found: dict[str, dict[Address, bool]] = {}
    for notice in register.notices.values():
        for language in notice.languages:
            if language == register.settings.language:
                continue
            entities = found.setdefault(language, {})
            for one in told(register, notice).entities():
                entities[one.where] = entities.get(one.where, False) or notice.status == "published"
    for entities in found.values():
        entities[Address("register")] = any(entities.values())  # the register's own events serve all its notices
    return found


def _missing(register: Register, catalogue: Catalogue, entities: dict[Address, bool]) -> Iterator[Finding]:
    for where, text in dict.fromkeys(public_texts(register)):
        if where.entity not in entities or catalogue.of(where, text) is not None:
            continue
        older = [one for one in catalogue.about(where) if one.words]
        yield Finding(
            rule="translation-stale" if older else "translation-missing",
            at=where,
            values={"language": catalogue.language, "text": _shortened(text), "address": str(where)},
            related=tuple(Related(at=one.place, part="translated") for one in older[:1]),
            severity=_severity(published=entities[where.entity]),
        )


def _without_any(register: Register, language: str, entities: dict[Address, bool]) -> Finding:
    count = sum(1 for where, _ in dict.fromkeys(public_texts(register)) if where.entity in entities)
    return Finding(
        rule="language-missing",
        at=next(one.where.at("languages") for one in register.notices.values() if language in one.languages),
        values={"language": language, "count": count},
        severity=_severity(published=any(entities.values())),
    )


def _copied(register: Register, catalogue: Catalogue, entities: dict[Address, bool]) -> Iterator[Finding]:
    """That many texts are the same in both languages: a tool has filled the catalogue with the original."""
    ordinary = words("languages", "common")[register.settings.language]
    wordy = [
        (where, one)
        for where, text in dict.fromkeys(public_texts(register))
        if where.entity in entities and _is_wordy(text, ordinary)
        for one in catalogue.about(where)
        if one.is_of(text)
    ]
    copies = [(where, one) for where, one in wordy if _is_copy(one)]
    count, total = len(copies), len(wordy)
    if count >= min(_SOME, total) and count * _MANY >= total > 0:
        is_whole = (total - count) * _MANY <= total  # a person who reads that language learns next to nothing
        yield Finding(
            rule="translation-copied",
            at=copies[0][1].place,
            values={"language": catalogue.language, "count": count, "total": total},
            severity=_severity(published=is_whole and any(entities[where.entity] for where, _ in copies)),
        )


# A name or a single word may be the same in two languages; so may a few texts of several words.
_SEVERAL = 3  # words
_SOME = 3  # texts
_MANY = 4  # one in so many
_WORD = re.compile(r"[^\W\d_]+")


def _is_wordy(text: str, ordinary: frozenset[str]) -> bool:
    """Whether a text has several words, one of them at least of those that only its own language has."""
    found = _WORD.findall(text.lower())
    return len(found) >= _SEVERAL and not ordinary.isdisjoint(found)


def _is_copy(one: Translation) -> bool:
    return normalize("NFC", one.text).split() == normalize("NFC", one.words).split()


def _left_over(register: Register, catalogue: Catalogue) -> Iterator[Finding]:
    """The catalogue, or what in it, is of no use."""
    own = register.settings.language
    used = {*register.settings.languages, *(one for notice in register.notices.values() for one in notice.languages)}
    if catalogue.language == own:
        yield Finding(rule="catalogue-of-own-language", at=_file(catalogue), values={"language": own})
    elif catalogue.language not in used:
        yield Finding(rule="unused-catalogue", at=_file(catalogue), values={"language": catalogue.language})
    else:
        yield from _unused(register, catalogue)


def _unused(register: Register, catalogue: Catalogue) -> Iterator[Finding]:
    places = {str(where) for where, _ in every_text(register)} | {"register.title"}
    for where, one in catalogue.all():
        if where and where not in places:
            yield Finding(rule="unused-translation", at=one.context, values={"address": where})
    if nowhere := catalogue.entries.get("", ()):
        yield Finding(rule="translation-without-address", at=nowhere[0].context, values={"count": len(nowhere)})


def _file(catalogue: Catalogue) -> Place:
    return Place(f"translations/{catalogue.language}.po")


def _severity(*, published: bool) -> Severity:
    return Severity.ERROR if published else Severity.WARNING


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"
