"""Commitments: do the facts bear out what the public is promised (GDPR 5(1)(a), 12)."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.commitments import (
    automated_decision_despite_promise,
    card_data_kept_despite_promise,
    disclosure_despite_promise,
    disputed_promise_published,
    identified_data_despite_promise,
    independent_recipient_despite_promise,
    profiling_despite_promise,
    standard_without_evidence,
    transfer_despite_promise,
)

RULES: tuple[ModuleType, ...] = (
    automated_decision_despite_promise,
    card_data_kept_despite_promise,
    disclosure_despite_promise,
    disputed_promise_published,
    identified_data_despite_promise,
    independent_recipient_despite_promise,
    profiling_despite_promise,
    standard_without_evidence,
    transfer_despite_promise,
)
