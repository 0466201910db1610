"""Explaining: what a rule is about, whoever wrote it (structure, duty, judgement), or what a reference table holds."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.rule import Rule
from deskprivacy.check.rules import MODULES
from deskprivacy.errors import UnknownRule
from deskprivacy.finding import RuleText, Texts
from deskprivacy.law.reader import Duty, letters
from deskprivacy.law.tables import Table, table, table_names
from deskprivacy.nearest import nearest
from deskprivacy.report.explained import Explained
from deskprivacy.stories.rulebook import rulebook

STRUCTURE, DUTIES = "structure", "duties"


def explain(name: str) -> Explained | Table:
    """All that is said of a rule, or a reference table. Raises UnknownRule, with the nearest name, for any other."""
    if name in table_names():
        return table(name)
    text = rulebook().get(name)
    if text is None:
        near = nearest(name, (*rulebook(), *table_names()))
        if near:
            raise UnknownRule("there is no rule or table {name}. Did you mean {near}?", name=name, near=near)
        raise UnknownRule("there is no rule or table {name}.", name=name)
    return _explained(text)


def every(family: str | None = None) -> Iterator[Explained]:
    """Every rule, or those of one family. Raises UnknownRule where there is no such family."""
    found = [one for one in map(_explained, rulebook().values()) if family in (None, one.family)]
    if not found:
        families = sorted({_explained(text).family for text in rulebook().values()})
        raise UnknownRule(
            "there is no family {family}; the families are {families}.", family=family, families=", ".join(families)
        )
    yield from found


def _explained(text: RuleText) -> Explained:
    if isinstance(text, Duty):
        return Explained(text=text, family=DUTIES, asks=_asked_by(text))
    if not isinstance(text, Rule):
        return Explained(text=text, family=STRUCTURE, waivable=False)
    module = next(module for module in MODULES if module.RULE is text)
    return Explained(
        text=text,
        family=text.family,
        tables=tuple(name for name in table_names() if text.rule in table(name).rules),
        why=text.why,
        asks=text.asks,
        mend=text.mend,
        justified=text.justified,
        waivable=text.justified is not None,
        bad=module.BAD,
        good=module.GOOD,
    )


def _asked_by(duty: Duty) -> Texts:
    """What the letters that a duty cites ask for, each once."""
    elements = [letters()[citation].element for citation in duty.law]
    return {
        "en": "; ".join(dict.fromkeys(one["en"] for one in elements)),
        "fr": " ; ".join(dict.fromkeys(one["fr"] for one in elements)),
    }
