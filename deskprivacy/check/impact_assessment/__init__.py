"""Screening for an impact assessment, and its outcome (GDPR 35)."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.impact_assessment import (
    assessment_not_done,
    criterion_overlooked,
    large_scale_without_assessment,
    listed_processing_without_assessment,
    two_criteria_without_assessment,
)

RULES: tuple[ModuleType, ...] = (
    assessment_not_done,
    criterion_overlooked,
    large_scale_without_assessment,
    listed_processing_without_assessment,
    two_criteria_without_assessment,
)
