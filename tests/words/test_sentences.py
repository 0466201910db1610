"""The numbers that `stated_in` cites: one sentence, one number, for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskprivacy.words.sentences import Sentence, paragraphs, sentences

TEXTS = st.text(alphabet="aEéÉ1lL.!?…,:;’'\"«»“”()[]-° \u00a0\u202f\t\n\r", max_size=80)
WORDS = st.lists(
    st.sampled_from(
        ("Nous", "le", "Art.", "L.", "34-5", "etc.", "etc.)", "(par", "ex.", "J.-P.", "«", "!", "»", "“Non.”", "1.")
    ),
    max_size=20,
).map(" ".join)


def texts_of(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


def test_every_line_that_holds_something_is_a_paragraph() -> None:
    text = "Titre\n\n  Un texte.  \n\u00a0\nFin\r\nFin encore\r"

    assert paragraphs(text) == ("Titre", "Un texte.", "Fin", "Fin encore")


def test_a_sentence_knows_its_number_its_paragraph_and_its_line() -> None:
    assert sentences("Titre\n\u00a0\nUn. Deux !\n") == (
        Sentence("P1.1", 1, "Titre", 1),
        Sentence("P2.1", 2, "Un.", 3),
        Sentence("P2.2", 2, "Deux !", 3),
    )


@pytest.mark.parametrize("text", ["", "\n\n", " \u00a0\u202f\n\t", "\ufeff"])
def test_a_blank_text_has_no_sentence(text: str) -> None:
    assert paragraphs(text) == ()
    assert sentences(text) == ()


def test_white_space_becomes_plain_and_nothing_else_changes() -> None:
    assert texts_of("\ufeffMot de passé\u00a0\u00a0: «\u202fclé\u202f»  ,fin") == ["Mot de passé : « clé » ,fin"]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["Nous livrons.", "Vous payez."], id="full stop"),
        pytest.param(["Qui sommes-nous ?", "Une société !", "À vous…", "Écrivez-nous."], id="other stops"),
        pytest.param(["Who are we?", "A shop!", "We sell paper."], id="English"),
        pytest.param(["Il répond : « Oui. »", "Puis il part."], id="French quotes close the sentence"),
        pytest.param(["She says “yes.”", "He leaves (at last!)", "The end."], id="closing quote and bracket stay"),
        pytest.param(
            ["Nous livrons.", "« Toujours », dit-il.", "(C’est vrai.)", "[Voir la note]"],
            id="an opening mark starts one",
        ),
        pytest.param(["Le site.", '("Notre site ").'], id="straight quotes in a bracket"),
        pytest.param(["Papier, encre, etc.", "Nous vendons tout."], id="etc. before a capital"),
        pytest.param(["Nous vendons tout (papier, encre, etc.).", "Vous choisissez."], id="a stop after etc.)"),
        pytest.param(["Nous aimons les objets d’art.", "L’entreprise expose."], id="art. is a word too"),
        pytest.param(["Payez 12.50 euros sur www.exemple.fr.", "Merci."], id="the dot of an address"),
        pytest.param(["1. Nous livrons.", "Vous payez."], id="a list number"),
    ],
)
def test_sentences_end_there(expected: list[str]) -> None:
    assert texts_of(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Des fournitures (par ex. Vos stylos) et du papier",
        "Voir M. Durand, Mme. Petit et J.-P. Martin",
        "Voir art. L. 34-5 du code et Art. VI du traité",
        "See e.g. Mr. Smith, Dr. Jones and the U.S. Privacy Act",
        "Du papier, de l’encre, etc. et des stylos (bleus, etc.) pour tous",
        "Du papier, etc. (voir la liste)",
        "Une donnée.et une autre, sans espace",
        "Deux sources : Les sites ; Les boutiques",
        "Une phrase. une autre, sans capitale",
        "Il coûte 3. 50 euros, réf. n° 4",
        "https://exemple.fr/a?b=C.D!E",
    ],
)
def test_sentences_do_not_end_there(text: str) -> None:
    assert texts_of(text) == [text]


@given(TEXTS | WORDS)
def test_sentences_put_together_again_are_the_paragraphs(text: str) -> None:
    found = sentences(text)

    for number, paragraph in enumerate(paragraphs(text), start=1):
        assert paragraph == " ".join(sentence.text for sentence in found if sentence.paragraph == number)
    assert all(sentence.text.strip() for sentence in found)
    assert len({sentence.id for sentence in found}) == len(found)


@given(TEXTS | WORDS)
def test_a_sentence_by_itself_stays_one_sentence(text: str) -> None:
    for sentence in sentences(text):
        assert texts_of(sentence.text) == [sentence.text]


@given(TEXTS)
def test_the_line_is_the_one_that_an_editor_shows(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    for sentence in sentences(text):
        assert sentence.text in " ".join(lines[sentence.line - 1].split())
