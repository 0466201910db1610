"""The lexicons: how French and English say what a text rule looks for, and what Art. 13/14 ask a notice to say.

A lexicon is one file of `lexicons/`, with its source and the day it was checked. Its patterns are regular expressions
for text in small letters, with straight apostrophes and single spaces; every repetition in them is bounded, so that no
text makes them slow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from deskprivacy.finding import Confidence, Severity, Texts
from deskprivacy.frozen import Frozen, frozen
from deskprivacy.law.files import data

_KEYS = {"pattern", "confidence", "severity", "unless", "only", "near", "as_written"}


@frozen
class Cue(Frozen):
    """One way of saying it.

    It counts only in a sentence where `only` is found too, and `unless` is not. `near` are plain words of which one
    stands in every text that it can match: where none does, the pattern is not tried. `as_written`: it is looked for in
    the text with its capitals, which tell a mark from a name. `severity` is None where the rule's own holds. Patterns
    are compiled when they are first tried: most never are, and all of them take longer than
    Python takes to start.
    """

    pattern: str
    confidence: Confidence
    severity: Severity | None
    unless: str | None
    only: str | None
    near: tuple[str, ...]
    as_written: bool = False

    def may_stand_in(self, text: str) -> bool:
        """Whether a text has one of the words without which it cannot be there."""
        return not self.near or any(word in text for word in self.near)

    def find(self, text: str, written: str | None = None) -> re.Match[str] | None:
        """The first place where a sentence says it; most need not be asked, for they have no word of `near`.

        `text` is plain; `written` is the same with its capitals, None where nobody has it.
        """
        if self.as_written and written is not None:
            text = written
        found = _compiled(self.pattern).search(text)
        if found is None or (self.unless and _compiled(self.unless).search(text)):
            return None
        return None if self.only and not _compiled(self.only).search(text) else found


@frozen
class Lexicon(Frozen):
    """What one rule looks for, by language."""

    name: str
    source: Texts
    checked: str
    cues: Mapping[str, tuple[Cue, ...]]

    def of(self, language: str) -> tuple[Cue, ...]:
        """The cues of a language; none where the lexicon does not know it."""
        return self.cues.get(language, ())


@frozen
class Element(Frozen):
    """An element that Art. 13 or 14 ask for, and how a notice says it: wholly, or only in part."""

    id: str
    article: str
    name: Texts
    present: Mapping[str, tuple[Cue, ...]]
    partial: Mapping[str, tuple[Cue, ...]]


LANGUAGES = ("en", "fr")
_LINKS = ("url", "email")


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon of a rule (`lexicons/<name>.yaml`). Raises ValueError where a cue is not written as it should be."""
    raw = data(f"lexicons/{name}")
    return Lexicon(
        name=name,
        source=raw["source"],
        checked=raw["checked"],
        cues={language: _cues(raw[language]) for language in LANGUAGES if language in raw},
    )


@cache
def near(name: str, language: str) -> re.Pattern[str]:
    """Finds, in plain text, the words without which no cue of a lexicon can match; nothing where it has no cue."""
    words = [re.escape(word) for cue in lexicon(name).of(language) for word in cue.near or ("",)]
    return _compiled("|".join(words) if words else "(?!)")


@cache
def words(name: str, key: str) -> Mapping[str, frozenset[str]]:
    """A list of plain words of a lexicon, by language."""
    raw = data(f"lexicons/{name}")[key]
    return {language: frozenset(raw[language].split()) for language in LANGUAGES}


@cache
def patterns(name: str, key: str) -> Mapping[str, re.Pattern[str]]:
    """A single pattern of a lexicon, by language."""
    raw = data(f"lexicons/{name}")[key]
    return {language: re.compile(raw[language]) for language in LANGUAGES}


def in_value(name: str, value: str, form: str) -> Cue | None:
    """The first way in which a plain value of a form (`text`, `prose`, `proper`, `url`, `email`) says it.

    A value is no sentence: it says it as a whole, a link anywhere in it. The language does not matter.
    """
    cues, any_of_them = _for_values(name, form)
    if form in _LINKS:
        return next((one for one in cues if one.find(value)), None) if any_of_them.search(value) else None
    if any_of_them.fullmatch(value) is None:  # as most are: asked once, not for each cue
        return None
    return next((one for one in cues if _compiled(one.pattern).fullmatch(value)), None)


@cache
def _for_values(name: str, form: str) -> tuple[tuple[Cue, ...], re.Pattern[str]]:
    parts = data(f"lexicons/{name}")["values"]
    rows = parts["links"] if form in _LINKS else [*parts["whole"], *(parts["names"] if form == "proper" else ())]
    cues = _cues(rows)
    return cues, _compiled("|".join(one.pattern for one in cues))


@cache
def elements() -> tuple[Element, ...]:
    """What Art. 13 and 14 ask a notice to say, in their order (`lexicons/elements.yaml`)."""
    return tuple(
        Element(
            id=ident,
            article=row["article"],
            name=row["name"],
            present={language: _cues(row[language].get("present", [])) for language in LANGUAGES},
            partial={language: _cues(row[language].get("partial", [])) for language in LANGUAGES},
        )
        for ident, row in data("lexicons/elements")["elements"].items()
    )


def _cues(rows: list[str | dict[str, Any]]) -> tuple[Cue, ...]:
    return tuple(_cue({"pattern": row} if isinstance(row, str) else row) for row in rows)


def _cue(row: Mapping[str, Any]) -> Cue:
    if unknown := row.keys() - _KEYS:
        raise ValueError(f"a cue has no {', '.join(sorted(unknown))}: {row['pattern']}")
    severity = row.get("severity")
    return Cue(
        pattern=row["pattern"],
        confidence=cast("Confidence", row.get("confidence", "high")),
        severity=Severity[severity.upper()] if severity else None,
        unless=row.get("unless"),
        only=row.get("only"),
        near=tuple(row.get("near", "").split()),
        as_written=row.get("as_written") == "true",
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
