"""What the officer of a small club read in its documents: sentences that agree, end, and are true of what they say."""

from __future__ import annotations

import pytest
from render.club import changed, club, entries, lines, plain, section, within

from deskprivacy.render.document import walk

FRENCH, ENGLISH = "fr", "en"
OPEN = {"controllers.yaml": ("  address: 12 quai Duguay-Trouin, 35400 Saint-Malo\n", "")}


@pytest.mark.parametrize(("language", "said"), [(FRENCH, "Projet, non publié."), (ENGLISH, "Draft, not published.")])
def test_a_draft_that_shows_nothing_open_is_just_a_draft(language: str, said: str) -> None:
    assert plain(club(language).notice.banner) == said
    assert plain(changed(OPEN, language).notice.banner).startswith(said[:-1] + (" :" if language == FRENCH else ":"))


@pytest.mark.parametrize(
    ("language", "source", "said", "third"),
    [
        (FRENCH, "Nos caméras du ponton", "Nous les observons.", "Nos caméras du ponton (observées, non données)"),
        (ENGLISH, "Nos caméras du ponton", "We observe them.", "Nos caméras du ponton (observed, not given)"),
    ],
)
def test_what_cameras_observe_is_not_said_of_the_use_of_a_service(
    language: str, source: str, said: str, third: str
) -> None:
    assert entries(section(club(language).notice, "sources"))[source] == [said]
    assert any(line.endswith(third) for line in lines(club(language).register))


@pytest.mark.parametrize(
    ("language", "targeted", "possible"),
    [
        (FRENCH, "des mineurs en font partie", "des mineurs peuvent en faire partie"),
        (ENGLISH, "minors are among them", "minors may be among them"),
    ],
)
def test_that_persons_are_minors_is_said_of_persons(language: str, targeted: str, possible: str) -> None:
    found = club(language)
    persons = entries(section(found.notice, "data-subjects"))

    assert persons["Adhérents"] == [targeted.capitalize() + "."]
    assert persons["Visiteurs du site"] == [possible.capitalize() + "."]
    for word in (targeted, possible):
        assert any(word in line for line in within(found.notice.lead))
        assert any(f"({word};" in line.replace(" ;", ";") for line in lines(found.register))


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        (
            FRENCH,
            "Utilise aussi des données pour son propre compte",
            "Utilisent aussi des données pour leur propre compte",
        ),
        (ENGLISH, "This one also uses data for itself", "These also use data for themselves"),
    ],
)
def test_one_party_is_not_several(language: str, one: str, two: str) -> None:
    two_parties = {
        "recipients.yaml": ("ovh:\n  name: OVH SAS\n  role: processor", "ovh:\n  name: OVH SAS\n  role: controller")
    }

    assert any(line.startswith(one) for line in within(club(language).notice.lead))
    assert any(line.startswith(two) for line in within(changed(two_parties, language).notice.lead))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FRENCH, "destinataires « Mailchimp », « Google » : sous-traitants ultérieurs"),
        (ENGLISH, "recipients “Mailchimp”, “Google”: sub-processors"),
    ],
)
def test_several_entities_are_named_in_the_plural(language: str, said: str) -> None:
    assert said in lines(club(language).register)


def test_whom_we_ask_is_no_recipient_of_data() -> None:
    titles = [plain(one.title) for one in club(FRENCH).register.contents]

    assert "Annexe : questions ouvertes, par interlocuteur" in titles
    assert not any("par destinataire" in line for line in lines(club(FRENCH).register))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FRENCH, "notre intérêt légitime (RGPD, art. 6(1)(f) ; la sécurité des bateaux)"),
        (ENGLISH, "our legitimate interests (GDPR, Art. 6(1)(f); la sécurité des bateaux)"),
    ],
)
def test_a_legal_basis_has_one_pair_of_brackets(language: str, said: str) -> None:
    assert any(line.endswith(said) for line in lines(club(language).register))


def test_no_short_answer_begins_with_its_own_question() -> None:
    for language in (FRENCH, ENGLISH):
        (box,) = (one for one in walk(club(language).notice.lead) if getattr(one, "id", "") == "essentials")
        for term, said in entries(box).items():  # type: ignore[arg-type]
            assert not said[0].casefold().startswith(f"{term.casefold()} "), term


def test_a_sentence_that_stands_alone_keeps_its_full_stop() -> None:
    found = club(FRENCH)

    assert "Vous refusez dans le bandeau." in lines(found.notice)
    assert "Comment refuser : Vous refusez dans le bandeau." in lines(found.register)
    assert any(line.endswith("à défaut : Vous ne pouvez pas adhérer au club.") for line in lines(found.register))
