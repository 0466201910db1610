"""Translations against the texts: what is missing or stale in a language of a notice, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.finding import Finding, Place, Related, Severity
from deskprivacy.model.catalogue import Catalogue
from deskprivacy.model.register import Register
from deskprivacy.model.texts import every_text, public_texts
from deskprivacy.model.told import told


def check(register: Register) -> Iterator[Finding]:
    """A finding for each text that a notice prints in a language that has no translation of it, or only an old one."""
    for language, entities in _asked(register).items():
        catalogue = register.catalogues.get(language)
        if catalogue is None:
            yield _without_any(register, language, entities)
            continue
        yield from _missing(register, catalogue, entities)
    used = {*register.settings.languages, *(one for notice in register.notices.values() for one in notice.languages)}
    for catalogue in register.catalogues.values():
        if catalogue.language in used - {register.settings.language}:
            yield from _left_over(register, catalogue)
        else:
            at = Place(f"translations/{catalogue.language}.po")
            yield Finding(rule="unused-catalogue", at=at, values={"language": catalogue.language})


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


def _left_over(register: Register, catalogue: Catalogue) -> Iterator[Finding]:
    places = {str(where) for where, _ in every_text(register)} | {"register.title"}
    for where, one in catalogue.all():
        if where not in places:
            yield Finding(rule="unused-translation", at=one.place, values={"address": where})


def _severity(*, published: bool) -> Severity:
    return Severity.ERROR if published else Severity.WARNING


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"
