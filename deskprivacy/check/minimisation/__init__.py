"""Minimisation: only the data that a purpose needs, for no longer than it needs them (GDPR 5(1)(c), 5(1)(e))."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.minimisation import (
    card_code_kept,
    card_data_beyond_payment,
    data_of_unlisted_persons,
    gender_mandatory,
    identity_document_always_demanded,
    logs_kept_too_briefly,
    open_ended_data,
    purpose_without_data,
    retention_beyond_reference,
    unlimited_retention_unexplained,
    use_for_unlisted_purpose,
)

RULES: tuple[ModuleType, ...] = (
    card_code_kept,
    card_data_beyond_payment,
    data_of_unlisted_persons,
    gender_mandatory,
    identity_document_always_demanded,
    logs_kept_too_briefly,
    open_ended_data,
    purpose_without_data,
    retention_beyond_reference,
    unlimited_retention_unexplained,
    use_for_unlisted_purpose,
)
