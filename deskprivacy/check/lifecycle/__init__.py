"""A register and its notices in time: reviews, versions, whom a notice reaches (GDPR 12, 24)."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.lifecycle import (
    change_dated_otherwise,
    people_not_informed,
    processor_sheet_in_notice,
    published_notice_undated,
    reference_data_stale,
    review_overdue,
    version_without_change,
)

RULES: tuple[ModuleType, ...] = (
    change_dated_otherwise,
    people_not_informed,
    processor_sheet_in_notice,
    published_notice_undated,
    reference_data_stale,
    review_overdue,
    version_without_change,
)
