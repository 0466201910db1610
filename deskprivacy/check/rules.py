"""The rules of judgement: one a file, listed here by family. `tests/check/test_rules.py` compares the list with the folders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness import contract_basis_for_marketing
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding

LAWFULNESS = (contract_basis_for_marketing,)

MODULES: tuple[ModuleType, ...] = (*LAWFULNESS,)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule of judgement by its name, in the order of the families."""
    return {module.RULE.rule: module.RULE for module in MODULES}


def judge(facts: Facts) -> Iterator[Finding]:
    """What every rule has to say of a register."""
    for module in MODULES:
        yield from module.check(facts)
