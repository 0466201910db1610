"""Transfers: what protects data that leave the European Economic Area (GDPR 44 to 49)."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.transfers import (
    adequacy_not_in_force,
    adequacy_outside_its_scope,
    derogation_closed_to_public_powers,
    derogation_used_as_rule,
    dpf_without_certification,
    no_transfer_contradicted,
    place_without_transfer,
    repealed_framework_invoked,
    transfer_consent_without_risks,
    transfer_inside_the_eea,
    transfer_without_assessment,
)

RULES: tuple[ModuleType, ...] = (
    adequacy_not_in_force,
    adequacy_outside_its_scope,
    derogation_closed_to_public_powers,
    derogation_used_as_rule,
    dpf_without_certification,
    no_transfer_contradicted,
    place_without_transfer,
    repealed_framework_invoked,
    transfer_consent_without_risks,
    transfer_inside_the_eea,
    transfer_without_assessment,
)
