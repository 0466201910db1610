"""Security of processing, as far as declared facts decide it (GDPR 32)."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.security import (
    no_measure_declared,
    recoverable_secret,
    secret_in_tracker,
    secret_question_kept,
)

RULES: tuple[ModuleType, ...] = (
    no_measure_declared,
    recoverable_secret,
    secret_in_tracker,
    secret_question_kept,
)
