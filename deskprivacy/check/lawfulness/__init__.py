"""Lawfulness: each purpose rests on a basis that can bear it (GDPR 6 to 10)."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.lawfulness import (
    condition_without_special_data,
    consent_by_silence,
    consent_to_mandatory_data,
    consent_without_proof,
    contract_basis_for_marketing,
    customer_exception_for_bought_contacts,
    electronic_marketing_without_consent,
    interest_not_weighed,
    minor_consent_undeclared,
    minor_consents_too_young,
    minors_not_considered,
    national_number_for_ordinary_purpose,
    obligation_from_no_law,
    offence_data_without_law,
    public_task_on_legitimate_interests,
    special_data_without_condition,
    telephone_marketing_banned,
    telephone_marketing_without_consent,
)

RULES: tuple[ModuleType, ...] = (
    condition_without_special_data,
    consent_by_silence,
    consent_to_mandatory_data,
    consent_without_proof,
    contract_basis_for_marketing,
    customer_exception_for_bought_contacts,
    electronic_marketing_without_consent,
    interest_not_weighed,
    minor_consent_undeclared,
    minor_consents_too_young,
    minors_not_considered,
    national_number_for_ordinary_purpose,
    obligation_from_no_law,
    offence_data_without_law,
    public_task_on_legitimate_interests,
    special_data_without_condition,
    telephone_marketing_banned,
    telephone_marketing_without_consent,
)
