"""A lawyer must be able to copy each good example: what its consent says is checked here, for every rule."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from samples.examples import pieces

from deskprivacy.check.rules import MODULES

CONSENT = re.compile(r"how: (?P<how>.+)\n +withdraw: (?P<withdraw>.+)")
A_CLICK = re.compile(r"\b(case|lien|bandeau|bouton|clic|réglages)\b")


@pytest.mark.parametrize("rule", MODULES, ids=lambda rule: rule.RULE.rule)
def test_consent_is_withdrawn_as_easily_as_it_is_given(rule: ModuleType) -> None:
    """GDPR 7(3): who ticks a box unticks one, and need neither call nor write."""
    for text in pieces(rule.GOOD).values():
        for found in CONSENT.finditer(text):
            if A_CLICK.search(found["how"]):
                assert A_CLICK.search(found["withdraw"]), found["withdraw"]


@pytest.mark.parametrize("rule", MODULES, ids=lambda rule: rule.RULE.rule)
def test_the_permission_of_a_telephone_is_no_consent(rule: ModuleType) -> None:
    for text in pieces(rule.GOOD).values():
        for found in CONSENT.finditer(text):
            assert not re.match(r"Le téléphone|Votre téléphone|Le système", found["how"]), found["how"]
