"""A text is set as its language wants it, once, and what is not prose comes out as it went in."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskprivacy.words.names import Names
from deskprivacy.words.typography import typeset, typeset_pieces

# In the expected texts `~` stands for U+00A0 and `_` for U+202F, which no one can tell from a space by eye.
FRENCH = [
    ("Bonjour ! Quoi? Oui; non : fin", "Bonjour_! Quoi_? Oui_; non~: fin"),
    ("Quoi ?! (Vraiment ?)", "Quoi_?! (Vraiment_?)"),
    ("Point d'interrogation (?) et ?", "Point d’interrogation (?) et_?"),
    ("?!", "?!"),
    (" : suite", "~: suite"),
    ("« mot » «mot» «~mot~»", "«_mot_» «_mot_» «_mot_»"),
    ('Le "premier", le "second".', "Le «_premier_», le «_second_»."),
    ('"Qui sommes-nous ?"', "«_Qui sommes-nous_?_»"),
    ("l'été, aujourd'hui, d'\"un\"", "l’été, aujourd’hui, d’«_un_»"),
    ("Et puis... fin....", "Et puis… fin...."),
    ("n° 12, n°13, nos 4 et 5", "n°~12, n°~13, nos~4 et 5"),
    ("13 mois, 48 heures, 3 ans, 1 an", "13~mois, 48~heures, 3~ans, 1~an"),
    ("20 % de 12 000 euros, 1 234 567 €", "20~% de 12_000~euros, 1_234_567~€"),
    ("Le 22 novembre 2026, le 1er mai", "Le 22~novembre 2026, le 1er~mai"),
    ("Appelez le 01 23 45 67 89 ou le +33 1 23 45 67 89.", "Appelez le 01~23~45~67~89 ou le +33~1~23~45~67~89."),
    ("art. 6, article 13, article L. 34-5, § 2", "art.~6, article~13, article~L. 34-5, §~2"),
    ("2 antennes", "2 antennes"),
]

UNTOUCHED = [
    "https://exemple.fr/page?a=1;b:2",
    "www.exemple.fr/l'adresse",
    "dpo+rgpd@exemple.fr",
    "10:30 et 9:05:59",
    "mailto:dpo@exemple.fr?subject=Bonjour",
    "legal_basis: consent",
    "`recipients: []` et `l'objet ?`",
    "{basis: consent, how: 'x'}",
    "{{ nom ? }} {% if x : %}",
    "&eacute; &#233;",
    '15" et 17"',
    "a?b:c;d",
    "../..../fichier",
    "",
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_is_set_as_the_imprimerie_nationale_asks(text: str, expected: str) -> None:
    spaced = text.replace("~", "\u00a0")

    assert typeset(spaced, "fr") == expected.replace("~", "\u00a0").replace("_", "\u202f")


@pytest.mark.parametrize("language", ["fr", "fr-FR", "FR-ca"])
def test_a_region_changes_nothing(language: str) -> None:
    assert typeset("Qui ?", language) == "Qui\u202f?"


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_no_prose_is_not_touched(text: str) -> None:
    assert typeset(text, "fr") == text


def test_a_stop_after_an_address_belongs_to_the_sentence() -> None:
    assert typeset("Voir https://a.fr/x?y ; ou a@b.fr: ok", "fr") == "Voir https://a.fr/x?y\u202f; ou a@b.fr\u00a0: ok"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's \"fine\", isn't it?", "It’s “fine”, isn’t it?"),
        ("He said 'yes' to the customers' data", "He said ‘yes’ to the customers’ data"),
        ("The '90s: 13 months; wait... https://a.org/'x'y", "The ’90s: 13 months; wait... https://a.org/'x'y"),
        ("the customer's 'own' use", "the customer’s ‘own’ use"),
    ],
)
def test_english_changes_quotes_and_apostrophes_only(text: str, expected: str) -> None:
    assert typeset(text, "en") == expected


def test_another_language_is_left_as_it_is() -> None:
    assert typeset('Wer ist\'s ? "Wir" !', "de") == 'Wer ist\'s ? "Wir" !'


def test_pieces_are_set_in_the_light_of_their_neighbours() -> None:
    pieces = typeset_pieces(["Gras", ": suite «", "mot", '» "', "x: y ?", '" fin'], "fr", kept=[4])

    assert pieces == ("Gras", "\u00a0: suite «\u202f", "mot", "\u202f» «\u202f", "x: y ?", "\u202f» fin")


def test_no_piece_gives_no_piece() -> None:
    assert typeset_pieces((), "fr") == ()


SIGNS = st.text(alphabet="aéL1 0\u00a0\u202f\n;:!?«»\"'’…._-({[`&}%])/@°§", max_size=40)
WORDS = st.lists(
    st.sampled_from(
        ["n°", "12", "mois", '"', "«", "»", "...", "https://a.fr/?", "a@b.fr", ":", ";", "l'", "'", "1er", "x_y:", "{"]
    ),
    max_size=12,
).map(" ".join)


@given(SIGNS | WORDS | st.text(), st.sampled_from(["fr", "en", "de"]))
def test_setting_twice_changes_nothing_more(text: str, language: str) -> None:
    once = typeset(text, language)

    assert typeset(once, language) == once


@given(SIGNS | WORDS)
def test_no_letter_nor_digit_is_lost_or_moved(text: str) -> None:
    assert [sign for sign in typeset(text, "fr") if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


@given(st.lists(SIGNS, max_size=5))
def test_cutting_a_text_into_pieces_does_not_change_it(pieces: list[str]) -> None:
    assert "".join(typeset_pieces(pieces, "fr")) == typeset("".join(pieces), "fr")


@pytest.mark.parametrize(
    "part", ["a", "{", "{{", "{%", "`", '"', "'", "a_", "a.", "@", "a@", "«", "?", " ", "1 ", "& ", "https://"]
)
def test_a_hostile_text_takes_no_longer_than_another(part: str) -> None:
    start = time.process_time()
    for language in ("fr", "en"):
        typeset(part * 20_000 + "x", language)

    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yahoo!", "Yahoo!"),
        ("Nous passons par Yahoo! Mail; et vous?", "Nous passons par Yahoo! Mail_; et vous_?"),
        ("(Yahoo!), «Yahoo!» : Yahoo!.", "(Yahoo!), «_Yahoo!_»~: Yahoo!."),
        ("Yahoo! : un moteur", "Yahoo!~: un moteur"),  # the sentence's own mark is set, after a mark too
        ("Youyahoo! Non!", "Youyahoo_! Non_!"),  # another word
        ("N°5, n°5 et Chanel N°5", "N°~5, n°~5 et Chanel N°5"),
        ("Qui sommes-nous ? L'équipe", "Qui sommes-nous_? L’équipe"),  # spaces and apostrophes are set in names too
        ('Le "Bal" des "Bals"', 'Le "Bal" des «_Bals_»'),
        ("Attends... et encore...", "Attends... et encore…"),
    ],
)
def test_a_declared_name_keeps_its_signs(text: str, expected: str) -> None:
    names = Names(["Yahoo!", "Chanel N°5", "Qui sommes-nous ? L'équipe", 'Le "Bal"', "Attends..."])

    assert typeset(text, "fr", names) == expected.replace("~", "\u00a0").replace("_", "\u202f")


def test_a_name_in_pieces_is_found() -> None:
    assert typeset_pieces(["Chez ", "Yahoo", "! ", "Oui!"], "fr", names=Names(["Yahoo!"])) == (
        *("Chez ", "Yahoo", "! "),
        "Oui\u202f!",
    )


def test_hostile_names_take_no_longer_than_others() -> None:
    names = Names([f"a! {number}" for number in range(20_000)] + ["a!" * 500])
    start = time.process_time()

    typeset("a! " * 20_000 + "x", "fr", names)

    assert time.process_time() - start < 2
