"""Where journalism, or academic, artistic or literary expression, may lift the conditions on data (GDPR 85)."""

from __future__ import annotations

from deskprivacy.check.facts import Facts
from deskprivacy.finding import Severity
from deskprivacy.law.special_data import is_expression, may_be_expression
from deskprivacy.model.data import Purpose
from deskprivacy.model.uses import DataUse


def serves_expression(facts: Facts, use: DataUse) -> bool:
    """Whether every purpose of a use says that it is such expression."""
    purposes = _purposes(facts, use)
    language = facts.register.settings.language
    return bool(purposes) and all(is_expression(one.kind, _told(one), language) for one in purposes)


def doubt(facts: Facts, use: DataUse) -> Severity | None:
    """A warning where the purposes may be such expression, and do not say so; else the rule's own severity."""
    purposes = _purposes(facts, use)
    return Severity.WARNING if purposes and all(may_be_expression(one.kind) for one in purposes) else None


def _purposes(facts: Facts, use: DataUse) -> tuple[Purpose, ...]:
    return tuple(facts.register.purposes[one] for one in use.purposes)


def _told(purpose: Purpose) -> str:
    """What a purpose says of itself, its legitimate interest included."""
    interests = (one.interest or "" for one in purpose.legal_basis or ())
    return " ".join((purpose.name or "", purpose.description or "", *interests))
