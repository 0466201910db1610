"""Words about secrets: what is said to be readable, and what is said not to be."""

from __future__ import annotations

import pytest

from deskprivacy.law.secrets import recoverable, secret_question


@pytest.mark.parametrize("text", ["Mot de passe récupérable", "Mot de passe en clair", "Password in clear text"])
def test_a_readable_secret_is_seen(text: str) -> None:
    assert recoverable(text)


@pytest.mark.parametrize(
    "text",
    ["Jamais en clair", "Mot de passe non récupérable", "Empreinte irréversible", "Never kept in plain text", None],
)
def test_a_denial_is_no_avowal(text: str | None) -> None:
    assert recoverable(text) is None


def test_a_secret_question_is_seen_with_its_answer() -> None:
    assert secret_question("Question de sécurité")
    assert secret_question("Réponse à la question secrète")
    assert secret_question("Empreinte du mot de passe") is None
