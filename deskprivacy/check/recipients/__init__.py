"""Recipients: who receives data, in which role, under which contract (GDPR 4, 5, 9, 17, 26, 28)."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.recipients import (
    contract_contradicts_role,
    contract_expired,
    disclosed_data_not_processed,
    group_company_as_internal,
    processor_contract_without_document,
    processor_with_own_purposes,
    processor_without_contract,
    publication_without_removal,
    recipient_category_too_vague,
    role_unlikely_for_sector,
    social_plug_in_without_joint_control,
    special_data_beyond_their_ground,
    sub_processors_undeclared,
)

RULES: tuple[ModuleType, ...] = (
    contract_contradicts_role,
    contract_expired,
    disclosed_data_not_processed,
    group_company_as_internal,
    processor_contract_without_document,
    processor_with_own_purposes,
    processor_without_contract,
    publication_without_removal,
    recipient_category_too_vague,
    role_unlikely_for_sector,
    social_plug_in_without_joint_control,
    special_data_beyond_their_ground,
    sub_processors_undeclared,
)
