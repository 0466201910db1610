"""The rules of judgement: one a file, in the folder of its family, whose list a test compares with the folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType

from deskprivacy.check import (
    commitments,
    controllers,
    decisions,
    impact_assessment,
    lawfulness,
    lifecycle,
    minimisation,
    recipients,
    security,
    text,
    trackers,
    transfers,
)
from deskprivacy.check.facts import Facts
from deskprivacy.check.failures import guarded
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding

FAMILIES = (
    controllers,
    lawfulness,
    minimisation,
    recipients,
    transfers,
    commitments,
    trackers,
    decisions,
    impact_assessment,
    security,
    lifecycle,
    text,
)
MODULES: tuple[ModuleType, ...] = tuple(module for family in FAMILIES for module in family.RULES)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule of judgement by its name, in the order of the families."""
    return {module.RULE.rule: module.RULE for module in MODULES}


def judge(facts: Facts) -> Iterator[Finding]:
    """What every rule has to say of a register. Raises RuleError where one fails."""
    yield from _judged_by(text.RULES, facts)
    facts.let_go_of_texts()  # read, they take as much memory as all else that the rules look at
    yield from _judged_by((module for module in MODULES if module not in text.RULES), facts)


def _judged_by(modules: Iterable[ModuleType], facts: Facts) -> Iterator[Finding]:
    for module in modules:
        yield from guarded(module.RULE.rule, module.check, facts)
