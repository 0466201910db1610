"""Presumptions: what a sector says of a role, and which names say nothing."""

from __future__ import annotations

import pytest

from deskprivacy.law.presumptions import says_nothing_of_who, usual_roles
from deskprivacy.law.reader import vocabulary


def test_sectors_and_roles_are_words_of_the_register() -> None:
    for sector, presumed in usual_roles().items():
        assert sector in vocabulary("sector")
        assert presumed.unlikely | {presumed.usual} <= set(vocabulary("recipient_role"))
        assert presumed.usual not in presumed.unlikely


@pytest.mark.parametrize(
    "name",
    [
        "Nos partenaires",
        "Les sociétés de notre groupe",
        "D'autres tiers",
        "Certains prestataires",
        "Third parties",
        "Tiers autorisés",
    ],
)
def test_a_name_that_stands_for_anybody(name: str) -> None:
    assert says_nothing_of_who(name)


@pytest.mark.parametrize(
    "name",
    [
        "Transporteurs",
        "Nos partenaires de livraison",
        "Prestataire de paiement",
        "Tiers-Lieu Aubépine",
        "Société Générale",
        "Refuges du Gué",
        "",
    ],
)
def test_a_name_that_stands_for_somebody(name: str) -> None:
    assert not says_nothing_of_who(name)
