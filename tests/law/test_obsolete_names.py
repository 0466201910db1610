"""Old names: seen where they stand alone, left in peace where today's name stands beside them."""

from __future__ import annotations

import pytest

from deskprivacy.law.obsolete_names import obsolete_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cookies « flash »", {"flash"}),
        ("notre page Twitter et Google+", {"twitter", "google-plus"}),
        ("X (anciennement Twitter)", set()),
        ("Facebook Login", set()),
        ("une vente flash", set()),
        ("Google Analytics 4", set()),
    ],
)
def test_old_names(text: str, names: set[str]) -> None:
    assert {name.id for name, _found in obsolete_in(text)} == names
