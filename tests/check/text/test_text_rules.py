"""The text rules, in French and English: what each must see, and what it must leave alone."""

from __future__ import annotations

from types import ModuleType

import pytest
from check.text.texts import quotes

from deskprivacy.check import text as rules
from deskprivacy.check.reading.markdown import read_markdown
from deskprivacy.check.reading.text import Reading
from deskprivacy.finding import Severity

SEEN = [
    (rules.placeholder_left, "fr", "Voir notre politique [INSÉRER LE LIEN]."),
    (rules.placeholder_left, "fr", "Écrivez à {{ email_dpo }}."),
    (rules.placeholder_left, "fr", "Voir [notre politique]()."),
    (rules.placeholder_left, "en", "Write to [your company name here]."),
    (rules.placeholder_left, "en", "Lorem ipsum dolor sit amet."),
    (rules.placeholder_left, "fr", "Le responsable du traitement est [●]."),
    (rules.placeholder_left, "fr", "En vigueur depuis le JJ/MM/AAAA."),
    (rules.placeholder_left, "fr", "Téléphone : 04 XX XX XX XX."),
    (rules.placeholder_left, "en", "The controller is ${company_name}."),
    (rules.placeholder_left, "fr", "Adresse : à compléter."),
    (rules.placeholder_left, "fr", "Écrivez au délégué, À PRÉCISER, par la poste."),
    (rules.placeholder_left, "fr", "La durée (à confirmer avec la direction) est courte."),
    (rules.placeholder_left, "en", "Our address: to be confirmed."),
    (rules.placeholder_left, "en", "TODO ask Luke."),
    (rules.placeholder_left, "fr", "todo mettre le lien"),
    (rules.placeholder_left, "fr", "Voir www.xxx.fr."),
    (rules.dangling_reference, "fr", "Voir les paragraphes 8 et 9 ci-dessous."),
    (rules.dangling_reference, "fr", "Nous protégeons vos données (méthodes décrites ci-dessous)."),
    (rules.dangling_reference, "en", "We explain this in section 12."),
    (rules.dangling_reference, "en", "We protect your data as described below."),
    (rules.heading_without_content, "fr", "# Vos données\n\nNous les gardons.\n\n## Transferts\n"),
    (rules.heading_without_content, "en", "## Transfers\n\n## Your rights\n\nYou may object."),
    (rules.hedged_statement, "fr", "Nous pourrons transmettre votre adresse."),
    (rules.hedged_statement, "fr", "Vos données peuvent également être transmises à des tiers."),
    (rules.hedged_statement, "fr", "Nous sommes susceptibles de collecter votre adresse."),
    (rules.hedged_statement, "fr", "Vos données peuvent être transmises à des tiers, si la loi le permet à ceux-ci."),
    (rules.hedged_statement, "fr", "Ces données sont susceptibles d’être transmises à des tiers."),
    (rules.hedged_statement, "fr", "Le cas échéant, nous transmettons ces données."),
    (rules.hedged_statement, "en", "We may share your address."),
    (rules.hedged_statement, "en", "Your data might be transferred abroad."),
    (rules.open_list, "fr", "Nous gardons votre nom, votre adresse, etc."),
    (rules.open_list, "en", "Your name, address and so on."),
    (rules.vague_purpose, "fr", "À d’autres fins commerciales."),
    (rules.vague_purpose, "en", "We use it for our business purposes."),
    (rules.acceptance_by_use, "fr", "En poursuivant votre navigation, vous acceptez nos cookies."),
    (rules.acceptance_by_use, "fr", "L’utilisation du site vaut acceptation de cette politique."),
    (rules.acceptance_by_use, "fr", "Le fait de naviguer sur le site emporte acceptation de la charte."),
    (rules.acceptance_by_use, "fr", "En utilisant nos services, l’utilisateur reconnaît accepter la politique."),
    (rules.acceptance_by_use, "fr", "En vous inscrivant, vous acceptez cette politique de confidentialité."),
    (rules.acceptance_by_use, "en", "By using our site, you agree to this policy."),
    (rules.acceptance_by_use, "en", "By visiting us you acknowledge and agree that we use your data."),
    (rules.acceptance_by_use, "en", "Use of the site signifies your acceptance of this policy."),
    (rules.acceptance_by_use, "en", "If you do not agree with this policy, please do not use our site."),
    (rules.changes_by_silence, "fr", "Continuer à utiliser le site après une modification vaut acceptation."),
    (rules.changes_by_silence, "fr", "Si vous continuez après une modification, vous êtes réputé l’avoir acceptée."),
    (rules.changes_by_silence, "en", "Your continued use of the site after changes means that you accept them."),
    (rules.changes_by_silence, "en", "By continuing to use the app after an update, you agree to it."),
    (rules.check_regularly, "fr", "Nous vous invitons à consulter régulièrement cette page."),
    (rules.check_regularly, "en", "Please review this policy periodically."),
    (rules.information_delegated, "fr", "Pour en savoir plus, consultez la politique de nos partenaires."),
    (rules.information_delegated, "en", "Please read their privacy policies."),
    (rules.absolute_promise, "fr", "Jamais nous ne vendons vos données."),
    (rules.absolute_promise, "en", "We never share your data."),
    (rules.vague_retention, "fr", "Elles sont conservées pendant la durée strictement nécessaire au traitement."),
    (rules.vague_retention, "en", "We keep your data for as long as necessary."),
    (rules.long_sentence, "en", "word " * 41),
]

LEFT_ALONE = [
    (rules.placeholder_left, "fr", "Il a écrit « je veut [sic] ». Voir [la politique](https://example.org) [1]."),
    (rules.placeholder_left, "fr", "- [x] fait\n- [ ] à faire"),
    (rules.dangling_reference, "fr", "Voir le paragraphe 2 de l’article 6 du RGPD."),
    (rules.placeholder_left, "fr", "Votre adresse IP est tronquée (192.168.xxx.xxx)."),
    (rules.placeholder_left, "fr", "Nous confions ces données à Todo SL et à TBC Bank, qui dépiste la TBC."),
    (rules.placeholder_left, "fr", "Le bulletin est un formulaire à compléter, puis à confirmer."),
    (rules.placeholder_left, "fr", "Le site corail.xxx est à nous."),
    (rules.placeholder_left, "en", "You get a form to be completed. It goes to Todo Ltd."),
    (rules.placeholder_left, "en", "Your card is shown as XXXX XXXX XXXX 1234."),
    (rules.dangling_reference, "fr", "L’annexe 1 de l’accord d’entreprise le prévoit."),
    (rules.dangling_reference, "fr", "Le point 7 des clauses contractuelles types s’applique."),
    (rules.dangling_reference, "en", "See schedule 2 of the lease."),
    (rules.dangling_reference, "fr", "Voir le paragraphe 2.\n\n2. Vos droits"),
    (rules.dangling_reference, "fr", "Voir la [section 8](#huit)."),
    (rules.dangling_reference, "fr", "Voici ce qui est décrit ci-dessous.\n\nVotre nom."),
    (rules.dangling_reference, "fr", "La boulangerie, ci-après « nous », vous informe."),
    (rules.dangling_reference, "en", "Children below 16 need a parent."),
    (rules.heading_without_content, "fr", "# Notice\n\n## Vos droits\n\nVous pouvez nous écrire."),
    (rules.hedged_statement, "fr", "Vous pouvez nous écrire. Vous pourrez vous opposer, et vous pouvez être aidé."),
    (rules.hedged_statement, "fr", "Nous ne pouvons pas préparer votre commande. Nous pouvons vous aider."),
    (rules.hedged_statement, "fr", "Le délai peut être prolongé de deux mois, et le délégué peut être joint."),
    (
        rules.hedged_statement,
        "fr",
        "Ce droit peut être limité, et vos données peuvent être relues quand la loi le prévoit.",
    ),
    (rules.hedged_statement, "fr", "Ce droit ne joue pas dans certains cas que la loi prévoit pour ces données."),
    (rules.hedged_statement, "fr", "Nous traitons le nom des personnes susceptibles d’être appelées comme jurés."),
    (rules.hedged_statement, "fr", "Le cas échéant, vous pouvez demander la copie de ces données."),
    (rules.hedged_statement, "en", "Your rights over data that may be processed by a court are set out below."),
    (rules.hedged_statement, "en", "We usually reply within two days."),
    (rules.hedged_statement, "fr", "Une réclamation peut être introduite auprès de la CNIL."),
    (rules.hedged_statement, "en", "You may object, and you might want a copy. In May we moved."),
    (rules.vague_purpose, "fr", "Nous n’utilisons pas vos données à d’autres fins."),
    (rules.acceptance_by_use, "fr", "Poursuivre votre navigation ne vaut pas consentement."),
    (rules.acceptance_by_use, "fr", "En cochant cette case, vous acceptez de recevoir nos lettres."),
    (rules.acceptance_by_use, "en", "Your visit does not mean that you accept anything."),
    (rules.acceptance_by_use, "fr", "L’utilisation de vos données pour la prospection suppose votre consentement."),
    (rules.acceptance_by_use, "fr", "L’accès à vos photos implique que vous l’acceptiez sur votre téléphone."),
    (rules.acceptance_by_use, "fr", "En visitant notre site, vous n’avez pas à accepter les traceurs."),
    (rules.acceptance_by_use, "fr", "En utilisant le bandeau, vous acceptez ou refusez chaque traceur."),
    (rules.acceptance_by_use, "en", "By using the cookie banner, you can agree to some cookies and refuse others."),
    (rules.acceptance_by_use, "en", "By opening your account you can withdraw the consent that you gave."),
    (rules.acceptance_by_use, "en", "If you do not agree with our notice, do not hesitate to call us."),
    (rules.changes_by_silence, "fr", "Nous annonçons toute modification ; vous pouvez la refuser."),
    (rules.changes_by_silence, "fr", "Si vous continuez après un changement, nous redemanderons votre consentement."),
    (rules.changes_by_silence, "fr", "Nous ne poursuivons après une modification que si vous l’acceptez."),
    (rules.changes_by_silence, "en", "If you continue to use it after a change, we will ask for your consent again."),
    (rules.changes_by_silence, "en", "We continue after the change only if you agree."),
    (
        rules.check_regularly,
        "fr",
        "Nous vérifions régulièrement nos mesures. Nous relisons cette notice régulièrement.",
    ),
    (rules.check_regularly, "en", "We review this policy regularly."),
    (
        rules.information_delegated,
        "fr",
        "Lisez [la politique de Facebook](https://example.org/f) : consultez leur notice.",
    ),
    (rules.information_delegated, "fr", "Consultez la politique de notre prestataire (https://example.org/vie)."),
    (rules.absolute_promise, "fr", "Votre mot de passe n’est jamais conservé en clair."),
    (rules.vague_retention, "fr", "Elles sont conservées le temps nécessaire à la livraison, soit 15 jours."),
    (rules.vague_retention, "fr", "Le temps nécessaire pour venir est de dix minutes."),
    (rules.open_list, "fr", "Nous gardons votre nom et votre adresse, tels que définis dans le contrat."),
    (rules.long_sentence, "en", "word " * 40),
]


@pytest.mark.parametrize(("rule", "language", "text"), SEEN)
def test_it_is_seen_once(rule: ModuleType, language: str, text: str) -> None:
    assert len(quotes(rule, text, language)) == 1


@pytest.mark.parametrize(("rule", "language", "text"), LEFT_ALONE)
def test_it_is_left_alone(rule: ModuleType, language: str, text: str) -> None:
    assert quotes(rule, text, language) == []


def test_one_remark_a_sentence() -> None:
    assert quotes(rules.hedged_statement, "Nous pouvons, et nous pourrons, éventuellement le garder.") == [
        "Nous pouvons"
    ]


@pytest.mark.parametrize(
    "text",
    ["Les personnes [y compris les mineurs de plus de quinze ans] ont les mêmes droits.", "Nom : ................"],
)
def test_a_remark_in_brackets_and_the_line_of_a_form_are_no_errors(text: str) -> None:
    (remark,) = rules.placeholder_left.judge(Reading(language="fr", blocks=read_markdown(text)))

    assert remark.severity is Severity.WARNING


def test_a_stated_condition_leaves_a_smaller_doubt() -> None:
    text = "Si vous participez au concours, nous pouvons publier votre prénom."
    (remark,) = rules.hedged_statement.judge(Reading(language="fr", blocks=read_markdown(text)))

    assert remark.severity is Severity.INFO


def test_a_promise_weighs_more_where_the_text_takes_it_back() -> None:
    text = "Jamais nous ne partageons vos données.\n\nNous partageons vos données avec des assureurs."
    (remark,) = rules.absolute_promise.judge(Reading(language="fr", blocks=read_markdown(text)))

    assert remark.severity is Severity.WARNING


def test_every_lexicon_has_both_languages_its_source_and_its_day() -> None:
    from datetime import date
    from importlib.resources import files

    from program import DATE

    from deskprivacy.law.files import data
    from deskprivacy.law.lexicons import elements, lexicon

    found = files("deskprivacy.law").joinpath("lexicons").iterdir()
    names = sorted(path.name.removesuffix(".yaml") for path in found if path.name.endswith(".yaml"))
    for name in names:
        raw = data(f"lexicons/{name}")
        assert raw["source"], name
        assert date.fromisoformat(raw["checked"]) <= date.fromisoformat(DATE), name
        if "fr" in raw:
            assert all(lexicon(name).of(language) for language in ("en", "fr")), name
    assert all(one.present["en"] and one.present["fr"] for one in elements())


def test_nothing_repeats_without_bound_inside_a_repetition() -> None:
    """`(a+)+` takes hours on a hostile text: a pattern may only repeat classes, or groups a bounded number of times."""
    import re
    from importlib.resources import files

    for path in files("deskprivacy.law").joinpath("lexicons").iterdir():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if "pattern:" in line or line.lstrip().startswith("- '"):
                assert not re.search(r"(?<!\\)\)[*+]", line), (path, number)
                assert not re.search(r"(?:\]|\\w|(?<!\\)\.)[*+]", line), (path.name, number)
