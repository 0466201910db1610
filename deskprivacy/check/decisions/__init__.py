"""Profiling, scoring and decisions by machine (GDPR 4(4), 22)."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.decisions import (
    administrative_decision_on_special_data,
    automated_decision_on_special_data,
    automated_decision_without_ground,
    automated_decision_without_safeguards,
    credit_scoring_denied,
    decision_both_human_and_automated,
    decision_rules_not_offered,
    profiling_denied,
)

RULES: tuple[ModuleType, ...] = (
    administrative_decision_on_special_data,
    automated_decision_on_special_data,
    automated_decision_without_ground,
    automated_decision_without_safeguards,
    credit_scoring_denied,
    decision_both_human_and_automated,
    decision_rules_not_offered,
    profiling_denied,
)
