"""What is written to or read from a terminal: consent, exemptions, durations (LIL 82)."""

from __future__ import annotations

from types import ModuleType

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

RULES: tuple[ModuleType, ...] = (
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
