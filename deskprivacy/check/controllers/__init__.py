"""Who answers: the law of which country holds for them, and which authority hears complaints (GDPR 3, 55, 77)."""

from __future__ import annotations

from types import ModuleType

from deskprivacy.check.controllers import authority_of_another_country, country_law_not_covered, officer_not_designated

RULES: tuple[ModuleType, ...] = (
    authority_of_another_country,
    country_law_not_covered,
    officer_not_designated,
)
