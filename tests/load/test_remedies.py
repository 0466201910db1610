"""What a reader is told to write, in French and in English: it says what was meant, and never the opposite of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from proofs.registers import BAKERY, files_of, judge, write
from proofs.suggested import check_suggestions

from deskprivacy.law.reader import closed_lists, structure, vocabulary
from deskprivacy.law.tables import table, table_of_words
from deskprivacy.nearest import are_opposite, nearest
from deskprivacy.words.findings import Message, say_finding
from deskprivacy.words.speech import speech

pytestmark = pytest.mark.broad

SHEET = "activities/orders.yaml"
REQUIRED = (
    "    required:\n      mandatory: to-contract\n      otherwise: Nous ne pouvons pas préparer votre commande.\n"
)
RECIPIENTS = "recipients:\n  till-provider:\n    purposes: [order-preparation]\n    data: [contact-details]\n"
NOTICE = "notices/customers.yaml"


def told(folder: Path, file: str, old: str, new: str, language: str = "en") -> dict[str, Message]:
    """What is said of the structure of the bakery's register after a change; every suggestion of it is of use."""
    files = files_of(BAKERY)
    text = files.get(file, b"").decode()
    assert old in text
    files[file] = (text.replace(old, new, 1) if old else text + new).encode()
    check_suggestions(files, folder / "applied")
    found = judge(write(files, folder / "register")).reported
    return {one.finding.rule: say_finding(one, speech(language)) for one in found if one.finding.rule in structure()}


def tracker(consent: str) -> str:
    return f"audience:\n  name: Mesure d’audience\n  consent: {consent}\n"


NO_CONSENT = (
    "not-required",
    "no-required",
    "non-required",
    "unrequired",
    "sans-required",
    "none",
    "non",
    "false",
    "no",
)


@pytest.mark.parametrize("consent", [*NO_CONSENT, "oui", "true", "yes", "exempt", "7"])
def test_a_word_that_is_not_the_short_form_is_answered_with_the_long_one(tmp_path: Path, consent: str) -> None:
    for language, means, write_ in (
        ("fr", "« consentement demandé au préalable »", "écrivez `consent:` seul sur sa ligne"),
        ("en", "“consent asked first”", "write `consent:` alone on its line"),
    ):
        said = told(tmp_path, "trackers.yaml", "", tracker(consent), language)["unknown-short-form"]
        assert "`required`" in said.message
        assert means in said.message
        assert write_ in said.help
        assert "`required: false`, `exemption: …`" in said.help


def test_a_misspelt_short_form_is_still_understood(tmp_path: Path) -> None:
    said = told(tmp_path, "trackers.yaml", "", tracker("requierd"))["unknown-short-form"]

    assert said.help == "did you mean `required`?"


@pytest.mark.parametrize("word", ["not-optional", "non-optional", "unoptional", "mandatory", "oui", "false", "true"])
def test_so_is_whether_data_must_be_given(tmp_path: Path, word: str) -> None:
    for language, means in (("fr", "« facultative »"), ("en", "“optional”")):
        said = told(tmp_path, SHEET, REQUIRED, f"    required: {word}\n", language)["unknown-short-form"]
        assert means in said.message
        assert "`mandatory: …`, `otherwise: …`" in said.help


@pytest.mark.parametrize("word", ["not-consent", "non-contract", "sans-contract", "no-consent", "false", "none"])
def test_no_legal_basis_is_suggested_to_who_denies_one(tmp_path: Path, word: str) -> None:
    said = told(tmp_path, "purposes.yaml", "legal_basis: contract", f"legal_basis: {word}")

    assert not any("did you mean" in one.help for one in said.values())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("not-required", "required"), ("non-required", "required"), ("nonrequired", "required")),
        *(("unrequired", "required"), ("sans-contrat", "contrat"), ("limited", "unlimited")),
        *(("covered", "not-covered"), ("none-required", "required"), ("inactive", "active"), ("active", "inactive")),
    ],
)
def test_no_word_is_suggested_for_its_opposite(written: str, meant: str) -> None:
    assert are_opposite(written, meant)
    assert nearest(written, [meant]) is None
    assert nearest(written, [meant, written + "x"]) == written + "x"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("requierd", "required"), ("not-requierd", "not-required"), ("informed", "informedd"), ("no-choise", "no-choice")],
)
def test_what_is_misspelt_is_no_opposite(written: str, meant: str) -> None:
    assert nearest(written, [meant]) == meant


def test_every_word_of_a_closed_list_is_shown(tmp_path: Path) -> None:
    for file, old, key, terms in (
        ("purposes.yaml", "kind: order", "kind", "purpose_kind"),
        ("recipients.yaml", "sector: software", "sector", "sector"),
        ("controllers.yaml", "authority: cnil", "authority", "authority"),
    ):
        said = told(tmp_path, file, old, f"{key}: zzzz")["unknown-word"]
        assert all(f"`{word}`" in said.message for word in vocabulary(terms))
        assert "…" not in said.message


def test_where_a_table_explains_the_words_it_is_named(tmp_path: Path) -> None:
    for language, explained in (
        ("fr", " ; `deskprivacy explain authorities` dit ce que ces mots signifient"),
        ("en", "; `deskprivacy explain authorities` says what these words mean"),
    ):
        said = told(tmp_path, "controllers.yaml", "authority: cnil", "authority: zzzz", language)["unknown-word"]
        assert said.help.endswith(explained)


def test_a_table_that_is_named_has_every_word() -> None:
    explained = {terms: table_of_words(tuple(vocabulary(terms))) for terms in (*closed_lists(), "authority")}

    assert explained["authority"] == "authorities"
    for terms, name in explained.items():
        if name:
            words = {row.get("id") or row.get("value") for part in table(name).parts for row in part.rows}
            assert words >= set(vocabulary(terms)), (terms, name)


def test_the_keys_of_a_place_are_named(tmp_path: Path) -> None:
    said = told(tmp_path, "measures.yaml", "family:", "zzzz:")["unknown-key"]

    assert "the keys of this place are `name`, `description`, `family`" in said.help


def test_what_a_missing_key_means_is_said(tmp_path: Path) -> None:
    for language, means in (
        (
            "fr",
            (
                "ajoutez une ligne `countries:` avec sa valeur. Ce qu’on y écrit : Les pays où vont les données, ou "
                "d’où elles sont consultées (RGPD, art. 30(1)(e)). Par exemple : `countries: [MA]`"
            ),
        ),
        (
            "en",
            (
                "add a line `countries:` with its value. What to write there: The countries to which the data go, or "
                "from which they are read (GDPR, Art. 30(1)(e)). For example: `countries: [MA]`"
            ),
        ),
    ):
        said = told(tmp_path, "recipients.yaml", "transfer: []", "transfer: {mechanism: scc}", language)
        assert said["missing-key"].help == means


def test_the_forms_that_a_key_takes_are_named(tmp_path: Path) -> None:
    for language, forms in (
        ("fr", "un texte, des clés avec leurs valeurs et une liste"),
        ("en", "a text, keys with their values and a list"),
    ):
        said = told(tmp_path, "purposes.yaml", "legal_basis: contract", "legal_basis: 6", language)["wrong-type"]
        assert forms in said.help


def test_what_is_no_country_is_told_as_such(tmp_path: Path) -> None:
    said = told(tmp_path, "recipients.yaml", "transfer: []", "transfer: {countries: [{country: MA}]}")

    assert '`{"country": "MA"}` is not the code of a country' in said["bad-country"].message


def test_no_help_speaks_of_an_editor_that_nobody_has() -> None:
    for one in structure().values():
        assert "l’éditeur" not in one.help["fr"], one.rule
        assert "the editor" not in one.help["en"], one.rule


# What is suggested for a language that stands without its list.
LANGUAGES = {"français": "[fr]", "french": "[fr]", "fr": "[fr]", "anglais": "[en]", "deutsch": None, "klingon": None}


@pytest.mark.parametrize("written", LANGUAGES)
def test_a_language_is_suggested_by_its_code(tmp_path: Path, written: str) -> None:
    said = told(tmp_path, "register.yaml", "", f"languages: {written}\n", "fr")["not-a-list"]

    meant = LANGUAGES[written]
    assert (said.help == f"vouliez-vous dire `{meant}` ?") if meant else "vouliez-vous" not in said.help


def test_no_list_of_words_is_suggested_where_keys_are_wanted(tmp_path: Path) -> None:
    said = told(tmp_path, "recipients.yaml", "transfer: []", "transfer: US")

    assert "did you mean" not in said["wrong-type"].help


def test_an_apostrophe_between_single_quotes_is_doubled(tmp_path: Path) -> None:
    for language, advice in (
        ("fr", "guillemets droits doubles (`\"`), ou écrivez l’apostrophe deux fois (`''`)"),
        ("en", "double quotes (`\"`), or write the apostrophe twice (`''`)"),
    ):
        said = told(tmp_path, SHEET, "name: Commandes de pain", "name: 'Site de l'association'", language)
        assert advice in said["apostrophe-in-quotes"].help


def test_a_double_quote_that_is_not_closed_is_closed_by_another(tmp_path: Path) -> None:
    for language, advice in (
        ("fr", 'écrivez `"` une seconde fois, à la fin du texte'),
        ("en", 'write `"` once more at the end of the text'),
    ):
        said = told(tmp_path, SHEET, "name: Commandes de pain", 'name: "Commandes de pain', language)
        assert said["unclosed-quote"].help == advice


def test_an_item_as_a_key_is_chosen_below_its_category(tmp_path: Path) -> None:
    for item in ("telephone", "name", "phone-number"):
        for language, advice in (
            ("fr", f"écrivez `contact-details:` et, dessous, en retrait, `items: [{item}]`"),
            ("en", f"write `contact-details:` and below it, indented, `items: [{item}]`"),
        ):
            said = told(tmp_path, SHEET, "  contact-details:\n", f"  contact-details/{item}:\n", language)
            assert set(said) == {"item-as-key"}
            assert said["item-as-key"].help.startswith(advice)


def test_no_item_of_another_kind_is_widened(tmp_path: Path) -> None:
    said = told(tmp_path, SHEET, "data_subjects: [customers]", "data_subjects: [customers/adults]")

    assert not any("did you mean" in one.help for one in said.values())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("till-provider", "recipients/till-provider"),
        ("till-provider.contract", "recipients/till-provider.contract"),
        ("newsletter", "purposes/newsletter"),
        ("newsletter.legal_basis", "purposes/newsletter.legal_basis"),
        ("recipients/till-provider.contrat", "recipients/till-provider.contract"),
        ("recipients/till-provider.contract.artcle", "recipients/till-provider.contract.article"),
        ("activities/orders.data.contact-details.retentoin", "activities/orders.data.contact-details.retention"),
        ("recipients/till-provider.zzzz", None),
        ("nobody", None),
        ("nobody-at-all", None),
    ],
)
def test_an_address_is_suggested_with_its_kind_and_with_the_key_that_was_meant(
    tmp_path: Path, written: str, meant: str | None
) -> None:
    question = f"q:\n  question: Où ?\n  about: [{written}]\n  status: proposed\n"
    for language, asks in (("fr", f"vouliez-vous dire `{meant}` ?"), ("en", f"did you mean `{meant}`?")):
        (said,) = told(tmp_path, "open_questions.yaml", "", question, language).values()
        assert (said.help == asks) if meant else not said.help.startswith(asks[:8])


@pytest.mark.parametrize("written", ["toutes", "tout", "tous", "Toutes", "everything", "[toutes]", "al"])
def test_all_is_suggested_to_who_writes_it_otherwise(tmp_path: Path, written: str) -> None:
    for language, asks in (("fr", "vouliez-vous dire `all` ?"), ("en", "did you mean `all`?")):
        (said,) = told(tmp_path, NOTICE, "covers: all", f"covers: {written}", language).values()
        assert said.help == asks


def test_beside_ids_it_is_not_for_it_stands_alone(tmp_path: Path) -> None:
    said = told(tmp_path, NOTICE, "covers: all", "covers: [everything, orders]")

    assert "did you mean" not in said["unknown-reference"].help


def test_a_word_that_may_stand_in_place_of_ids_is_named(tmp_path: Path) -> None:
    for language, named in (
        ("fr", "`all` est admis aussi, seul, à la place d’identifiants"),
        ("en", "`all` may stand here too, alone, in place of ids"),
    ):
        said = told(tmp_path, NOTICE, "covers: all", "covers: zzzz", language)
        assert named in said["unknown-reference"].help


def test_a_list_of_ids_becomes_keys_with_the_ids_of_the_writer(tmp_path: Path) -> None:
    for language, advice in (
        ("fr", "suivi d’un deux-points : `ovh:`, `google:`"),
        ("en", "with a colon: `ovh:`, `google:`"),
    ):
        said = told(tmp_path, SHEET, RECIPIENTS, "recipients: [ovh, google]\n", language)
        assert advice in said["list-for-mapping"].help
    assert (
        "`name:`, `phone-number:`"
        in told(
            tmp_path,
            "data_categories.yaml",
            "items:\n    name: {name: Nom}\n    phone-number:\n"
            "      name: Numéro de téléphone\n      tags: [contact]\n",
            "items: [name, phone-number]\n",
        )["list-for-mapping"].help
    )


def test_items_in_a_list_of_data_are_chosen_below_their_category(tmp_path: Path) -> None:
    data = files_of(BAKERY)[SHEET].decode().partition("data:\n")[2].partition("recipients:")[0]
    listed = "data: [contact-details/name, contact-details/phone-number, payment]\n"
    said = told(tmp_path, SHEET, f"data:\n{data}", listed)["list-for-mapping"]

    assert "`contact-details: {items: [name, phone-number]}`, `payment:`" in said.help


def test_an_item_as_a_key_is_understood_with_its_accents(tmp_path: Path) -> None:
    said = told(tmp_path, SHEET, "  contact-details:\n", "  Coordonnées/Téléphone:\n", "fr")["item-as-key"]

    assert "`coordonnees:` et, dessous, en retrait, `items: [telephone]`" in said.help


@pytest.mark.parametrize("none", ["none", "aucun", "Aucune", "néant"])
def test_none_is_written_as_none_where_that_may_be_said_and_never_as_an_id(tmp_path: Path, none: str) -> None:
    for file, old, key, meant in (
        (SHEET, "trackers: []", "trackers", "`[]`"),
        (SHEET, RECIPIENTS, "recipients", "`{}`"),
        ("recipients.yaml", "transfer: []", "transfer", "`[]`"),
        (SHEET, "purposes: [order-preparation, newsletter]", "purposes", None),
    ):
        (said,) = told(tmp_path, file, old, f"{key}: {none}\n" if old.endswith("\n") else f"{key}: {none}").values()
        assert (said.help == f"did you mean {meant}?") if meant else "did you mean" not in said.help


def test_where_no_word_of_a_list_holds_nothing_is_to_be_written(tmp_path: Path) -> None:
    for language, advice in (
        ("fr", "si aucun ne convient, ou si on ne le sait pas, supprimez la ligne"),
        ("en", "where none holds, or it is not known, delete the line"),
    ):
        said = told(tmp_path, "purposes.yaml", "legal_basis: contract", "legal_basis: none", language)
        assert advice in said["unknown-word"].help
