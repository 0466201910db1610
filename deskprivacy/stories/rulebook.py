"""The rule book: structure, duties and rules of judgement are one thing to findings, severities and waivers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from deskprivacy.check.rules import rules
from deskprivacy.finding import RuleText
from deskprivacy.law.rules import duties, structure


@cache
def rulebook() -> Mapping[str, RuleText]:
    """Every rule by its name."""
    return {**structure(), **{row.rule: row for row in duties()}, **rules()}


def is_structure(rule: str) -> bool:
    """Whether a rule is of structure: no open question excuses it and nothing waives it."""
    return rule in structure()
