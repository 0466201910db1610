"""The rules of judgement: one a file, listed here by family; a test compares the list with the folders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
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
from deskprivacy.check.decisions import (
    automated_decision_on_special_data,
    automated_decision_without_ground,
    automated_decision_without_safeguards,
    credit_scoring_denied,
    decision_both_human_and_automated,
    profiling_denied,
)
from deskprivacy.check.facts import Facts
from deskprivacy.check.failures import guarded
from deskprivacy.check.impact_assessment import (
    assessment_not_done,
    criterion_overlooked,
    large_scale_without_assessment,
    listed_processing_without_assessment,
    two_criteria_without_assessment,
)
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
    special_data_without_condition,
    telephone_marketing_without_consent,
)
from deskprivacy.check.lifecycle import (
    change_dated_otherwise,
    people_not_informed,
    published_notice_undated,
    reference_data_stale,
    review_overdue,
    version_without_change,
)
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
from deskprivacy.check.rule import Rule
from deskprivacy.check.security import (
    no_measure_declared,
    recoverable_secret,
    secret_in_tracker,
    secret_question_kept,
)
from deskprivacy.check.text import TEXT
from deskprivacy.check.trackers import (
    audience_data_kept_too_long,
    audience_measured_for_others,
    consent_without_consent_basis,
    email_exemption_beyond_email,
    email_pixel_without_consent,
    exempt_tracker_too_long,
    exemption_for_other_purpose,
    location_without_tracker,
    obsolete_technology_named,
    social_plug_in_without_consent,
    tracker_both_exempt_and_consented,
)
from deskprivacy.check.transfers import (
    adequacy_not_in_force,
    adequacy_outside_its_scope,
    derogation_used_as_rule,
    dpf_without_certification,
    no_transfer_contradicted,
    place_without_transfer,
    repealed_framework_invoked,
    transfer_inside_the_eea,
    transfer_without_assessment,
)
from deskprivacy.finding import Finding

LAWFULNESS = (
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
    special_data_without_condition,
    telephone_marketing_without_consent,
)
MINIMISATION = (
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
RECIPIENTS = (
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
TRANSFERS = (
    adequacy_not_in_force,
    adequacy_outside_its_scope,
    derogation_used_as_rule,
    dpf_without_certification,
    no_transfer_contradicted,
    place_without_transfer,
    repealed_framework_invoked,
    transfer_inside_the_eea,
    transfer_without_assessment,
)
COMMITMENTS = (
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
TRACKERS = (
    audience_data_kept_too_long,
    audience_measured_for_others,
    consent_without_consent_basis,
    email_exemption_beyond_email,
    email_pixel_without_consent,
    exempt_tracker_too_long,
    exemption_for_other_purpose,
    location_without_tracker,
    obsolete_technology_named,
    social_plug_in_without_consent,
    tracker_both_exempt_and_consented,
)
DECISIONS = (
    automated_decision_on_special_data,
    automated_decision_without_ground,
    automated_decision_without_safeguards,
    credit_scoring_denied,
    decision_both_human_and_automated,
    profiling_denied,
)
IMPACT_ASSESSMENT = (
    assessment_not_done,
    criterion_overlooked,
    large_scale_without_assessment,
    listed_processing_without_assessment,
    two_criteria_without_assessment,
)
SECURITY = (
    no_measure_declared,
    recoverable_secret,
    secret_in_tracker,
    secret_question_kept,
)
LIFECYCLE = (
    change_dated_otherwise,
    people_not_informed,
    published_notice_undated,
    reference_data_stale,
    review_overdue,
    version_without_change,
)

MODULES: tuple[ModuleType, ...] = (
    *LAWFULNESS,
    *MINIMISATION,
    *RECIPIENTS,
    *TRANSFERS,
    *COMMITMENTS,
    *TRACKERS,
    *DECISIONS,
    *IMPACT_ASSESSMENT,
    *SECURITY,
    *LIFECYCLE,
    *TEXT,
)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule of judgement by its name, in the order of the families."""
    return {module.RULE.rule: module.RULE for module in MODULES}


def judge(facts: Facts) -> Iterator[Finding]:
    """What every rule has to say of a register. Raises RuleError where one fails."""
    for module in MODULES:
        yield from guarded(module.RULE.rule, module.check, facts)
