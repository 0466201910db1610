"""Placeholders in every public value: names, addresses, numbers, links, translations, not only in sentences."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from itertools import repeat
from pathlib import Path

import pytest
from program import DATE, SAMPLES
from proofs.registers import COMPLETE, files_of, judge, write
from proofs.texts import with_texts
from proofs.trees import trees_of, with_trees

from deskprivacy.check.text.placeholder_left import _nothing_else
from deskprivacy.finding import Reported, Severity
from deskprivacy.model.register import KINDS
from deskprivacy.model.texts import everything_written, internal_writings, public_particulars, public_texts
from deskprivacy.resources import schemas
from deskprivacy.stories.validate import validate

RULE = "placeholder-left"
PLACEHOLDER = "à confirmer"

# A value, its form; then its twin, which says something.
WHOLE = [
    ("à confirmer", "text", "Commandes à confirmer"),
    ("A CONFIRMER", "proper", "À Confirmer SARL"),
    ("À compléter par le service juridique", "proper", "À compléter par vos soins"),
    ("(à définir)", "text", "Formulaires à compléter"),
    ("Reste à préciser", "text", "Pièces à fournir"),
    ("Adresse à confirmer", "proper", "8 quai des Brumes, 35400 Saint-Malo"),
    ("RCS à compléter", "proper", "RCS Saint-Malo 000 000 000"),
    ("Rue à définir, 35400 Saint-Malo", "proper", "Rue de l’Avenir, 35400 Saint-Malo"),
    ("12 Quay Street, TBC", "proper", "12 Quay Street, TBC Tower"),
    ("DPO à définir", "text", "Délégué à la protection des données"),
    ("xxx", "proper", "XXL SA"),
    ("XX", "text", "X"),
    ("XX XX XX XX XX", "proper", "02 99 00 00 00"),
    ("TODO", "text", "Todo SL"),
    ("todo : demander à Luc", "prose", "Todo SL, à Madrid"),
    ("TBD", "text", "TBC Bank JSC"),
    ("?", "text", "Qui ?"),
    ("-", "proper", "3-5"),
    ("…", "text", "Nom…"),
    ("n/a", "text", "NA"),
    ("N.C.", "proper", "NC"),
    ("Non renseigné", "text", "Numéro non surtaxé"),
    ("En attente", "text", "Commandes en attente"),
    ("Lorem ipsum dolor sit amet", "text", "Lorem, imprimeur"),
    ("to be confirmed", "text", "Orders to be confirmed"),
    ("Number to be confirmed, then printed", "proper", "The Confirmed Quality Company"),
    ("To be completed by legal", "text", "Form to be completed"),
    ("Address to be confirmed", "proper", "Addressing Ltd"),
    ("unknown", "text", "Unknown Pleasures Ltd"),
    ("Pending", "text", "Pending orders"),
    ("Votre société", "proper", "Votre Société de Bains SARL"),
    ("Nom", "proper", "Nomade SAS"),
    ("Company name", "proper", "The Company Store Ltd"),
    ("00 00 00 00 00", "proper", "+33 2 00 00 00 00"),
    ("https://xxx.fr", "url", "https://corail.xxx/"),
    ("https://www.votre-site.fr/contact", "url", "https://www.corail.example/votre-site"),
    ("https://todo.example", "url", "https://todos.example/"),
    ("https://corail.example/{page}", "url", "https://corail.example/?f[0]=a&g[]=b"),
    ("xxx@corail.example", "email", "xxl@corail.example"),
    ("a-confirmer@corail.example", "email", "aconfirmer-commande@corail.example"),
    ("À_compléter@corail.example", "email", "formulaire-a-completer@corail.example"),
    ("email-a-definir@corail.example", "email", "email@corail.example"),
    ("to.be.confirmed@corail.example", "email", "orders-to-be-confirmed@corail.example"),
    ("tbd@corail.example", "email", "tbdsports@corail.example"),
    ("xx@corail.example", "email", "x@corail.example"),
    ("dpo@votre-entreprise.fr", "email", "dpo@entreprise-dupont.example"),
    ("prenom.nom@corail.example", "email", "renom.nomade@corail.example"),
    ("privacy@your-company.com", "email", "privacy@company-store.example"),
]


@pytest.mark.parametrize(("value", "form", "twin"), WHOLE)
def test_a_value_that_is_nothing_else_is_seen_and_its_twin_is_not(value: str, form: str, twin: str) -> None:
    assert _nothing_else(value, form)
    assert not _nothing_else(twin, form)


@pytest.mark.parametrize(("form", "value"), [("text", "Nom"), ("text", "Votre adresse"), ("text", "Téléphone")])
def test_what_names_a_kind_of_data_is_no_placeholder(form: str, value: str) -> None:
    assert not _nothing_else(value, form)


@pytest.mark.parametrize("value", ["Néant", "sans objet", "None"])
def test_what_tells_of_nothing_is_a_doubt(value: str) -> None:
    cue = _nothing_else(value, "text")
    assert cue is not None
    assert cue.severity is Severity.WARNING


def test_every_value_is_looked_at_and_only_public_ones_hold_a_notice_back(tmp_path: Path) -> None:
    files = files_of(COMPLETE)
    written = with_texts(trees_of(files), repeat(PLACEHOLDER))
    outcome = judge(write(with_trees(files, written), tmp_path / "register"))
    assert outcome.register is not None
    public = {where for where, _text in public_texts(outcome.register)}
    public |= {where for where, value, _form in public_particulars(outcome.register) if value == PLACEHOLDER}

    internal = {where for where, value, _form in internal_writings(outcome.register) if value == PLACEHOLDER}
    written_down = everything_written(outcome.register)
    facts = {where for where, value, _form in written_down if value == PLACEHOLDER and where.kind in KINDS}

    found = {one.address: one.severity for one in of_rule(outcome.reported)}

    assert {where for where, severity in found.items() if severity is Severity.ERROR} == public
    assert {where for where, severity in found.items() if severity is Severity.WARNING} == internal
    assert public | internal >= facts
    assert not public & internal
    assert len(public) > 250
    assert len(internal) > 30


# What an internal field says, in the place of the fact that a rule or a duty asks for.
INTERNAL = [
    ("recipients.yaml", "till-provider.contract.document", "à confirmer"),
    ("recipients.yaml", "till-provider.contract.document", "Contrat de maintenance [à compléter]"),
    ("recipients.yaml", "till-provider.contract.evidence", "TBD"),
    ("purposes.yaml", "newsletter.legal_basis.proof", "TBD"),
    ("measures.yaml", "locked-till.description", "À compléter avec Luc"),
    ("controllers.yaml", "aubepine.dpo.reason", "xxx"),
    ("activities/orders.yaml", "dpia.reason", "{{reason}}"),
    ("activities/orders.yaml", "owner.service", "à définir"),
]


@pytest.mark.parametrize(("file", "path", "value"), INTERNAL)
def test_an_internal_value_is_seen_and_is_a_warning(file: str, path: str, value: object, tmp_path: Path) -> None:
    files = files_of(SAMPLES / "bakery")
    trees = trees_of(files)
    *way, last = path.split(".")
    at = trees[file]
    for key in way:
        at[key] = at.get(key) or {}
        at = at[key]
    at[last] = value
    outcome = judge(write(with_trees(files, trees), tmp_path / "register"))

    assert [(one.place.file, one.severity) for one in of_rule(outcome.reported)] == [(file, Severity.WARNING)]


def of_rule(reported: tuple[Reported, ...]) -> Iterator[Reported]:
    return (one for one in reported if one.finding.rule == RULE)


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLES / "bakery", tmp_path / "register"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def found(register: Path) -> list[tuple[str, int, Severity]]:
    reported = validate(register, schemas(), date.fromisoformat(DATE)).reported
    return [(one.place.file, one.place.line, one.severity) for one in of_rule(reported)]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("name: Boulangerie Aubépine SARL", "name: TODO", 2),
        ("address: 3 rue des Lilas, 44000 Nantes", "address: à confirmer", 5),
        ("address: 3 rue des Lilas, 44000 Nantes", "address: 3 rue [à compléter], Nantes", 5),
        ("address: 3 rue des Lilas, 44000 Nantes", "address: rue XXX, Nantes", 5),
        ("address: 3 rue des Lilas, 44000 Nantes", "address: 3 rue des Lilas (ville à préciser), TODO", 5),
        ('phone: "+33 2 00 00 00 00"', "phone: xx xx xx xx xx", 9),
        ("email: bonjour@aubepine.example", "email: xxx@aubepine.example", 8),
        ("email: bonjour@aubepine.example", "form: https://votre-site.fr/contact", 8),
    ],
)
def test_it_is_seen_at_its_line(bakery: Path, old: str, new: str, line: int) -> None:
    edit(bakery / "controllers.yaml", old, new)

    assert found(bakery) == [("controllers.yaml", line, Severity.ERROR)]


@pytest.mark.parametrize(
    "name", ["Todo SL", "TODO SL", "XXL SA", "Confirmer SAS", "La Poste", "TBC Bank", "À Faire SCOP", "X"]
)
def test_the_name_of_a_firm_is_none(bakery: Path, name: str) -> None:
    edit(bakery / "controllers.yaml", "name: Boulangerie Aubépine SARL", f"name: {name}")

    assert found(bakery) == []


def translated(register: Path, words: str, status: str) -> list[tuple[str, int, Severity]]:
    edit(register / "notices" / "customers.yaml", "status: draft", f"status: {status}")
    edit(register / "notices" / "customers.yaml", "languages: [fr]", "languages: [fr, en]")
    (register / "translations").mkdir()
    entry = f'msgctxt "purposes/order-preparation.name"\nmsgid "Préparer votre commande"\nmsgstr "{words}"\n'
    (register / "translations" / "en.po").write_text(entry, "utf-8")
    return found(register)


@pytest.mark.parametrize("words", ["TODO", "to be confirmed", "Prepare [insert here]"])
@pytest.mark.parametrize(("status", "severity"), [("draft", Severity.WARNING), ("published", Severity.ERROR)])
def test_a_translation_is_looked_at_in_its_file(bakery: Path, words: str, status: str, severity: Severity) -> None:
    assert [(file, grave) for file, _line, grave in translated(bakery, words, status)] == [
        ("translations/en.po", severity)
    ]


def test_a_translation_that_says_it_is_none(bakery: Path) -> None:
    assert translated(bakery, "Prepare your order", "published") == []
