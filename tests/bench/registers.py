"""Registers of any size, for measuring: sound, in French, every kind, and the same bytes for the same size.

An activity is a file of some fifty lines, as DPOs write them; what activities share grows with them, a twentieth as
fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

# Each is a task, and the persons whose data it needs.
TASKS = (
    ("Commandes", "customers"),
    ("Livraisons", "customers"),
    ("Comptes en ligne", "visitors"),
    ("Réclamations", "customers"),
    ("Lettres d’information", "subscribers"),
    ("Recrutement", "candidates"),
    ("Paie", "employees"),
    ("Accueil des visiteurs", "visitors"),
    ("Formation", "employees"),
    ("Enquêtes de satisfaction", "customers"),
)
TOWNS = ("Nantes", "Lyon", "Besançon", "Saint-Étienne", "Nîmes", "Béziers", "Mâcon", "Sète", "Chambéry", "Troyes")
PERSONS = {
    "customers": "Clients",
    "visitors": "Visiteurs de nos sites",
    "subscribers": "Abonnés à nos lettres",
    "candidates": "Candidats",
    "employees": "Salariés",
}
FAMILIES = ("access-control", "traceability", "software-protection", "backup", "encryption", "processor-control")
ITEMS = {"name": "Nom et prénom", "address": "Adresse postale", "number": "Numéro de dossier", "message": "Échanges"}


def register(activities: int) -> dict[str, str]:
    """The files of a register, by their names, with that many activities."""
    files = dict(_beside(activities))
    for number in range(activities):
        files[f"activities/{_activity_id(number)}.yaml"] = _activity(number, _shared(activities), Random(number))
    return files


def write(folder: Path, activities: int) -> Path:
    """Writes the register into a folder, and gives the folder back."""
    for name, text in register(activities).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder


def _shared(activities: int) -> int:
    """How many purposes, categories, recipients … there are: as many of each."""
    return max(3, activities // 20)


def _activity_id(number: int) -> str:
    return f"activity-{number:05}"


def _activity(number: int, shared: int, random: Random) -> str:
    task, persons = TASKS[number % len(TASKS)]
    town = random.choice(TOWNS)
    one, other, third = ((number + step) % shared for step in range(3))
    year, month, day = random.randrange(2019, 2026), random.randrange(1, 13), random.randrange(1, 29)
    return f"""\
name: {task}, site de {town}
description: >-
  Nous enregistrons les demandes, nous les préparons, puis nous y répondons par écrit ou par téléphone ; le dossier
  n° {number} décrit chaque étape, les outils qu’elle demande et les personnes qui en répondent à {town}.
purposes: [purpose-{one}, purpose-{other}]
data_subjects: [{persons}]
sources: [form, telephone]
retention: rule-{one}
required:
  mandatory: to-contract
  otherwise: Nous ne pouvons ni enregistrer votre demande, ni vous répondre dans le délai annoncé.
data:
  category-{one}:
    - items: [name, address]
      purposes: [purpose-{one}, purpose-{other}]
    - items: [number]
      purposes: [purpose-{one}]
      sources: [partner]
      retention: rule-{other}
  category-{other}:
    purposes: [purpose-{other}]
    required: optional
    when: si vous nous écrivez, ou si vous nous appelez après la clôture du dossier
  category-{third}:
    items: [message]
    purposes: [purpose-{one}]
    sources: [form]
recipients:
  team:
  recipient-{one}:
    purposes: [purpose-{one}]
    data: [category-{one}/name, category-{one}/address]
  recipient-{other}:
    purposes: [purpose-{other}]
    data: [category-{other}]
    form: encrypted
    when: en cas de réclamation, ou quand un expert doit relire le dossier
trackers: [tracker-{one}]
measures: [measure-{one}, measure-{other}]
automated_decisions: []
dpia:
  criteria: [{random.choice(("large-scale", "matching", "innovative"))}]
  required: false
  reason: Un seul des neuf critères est rempli ; note du délégué du 15 janvier 2026.
software: Dossiers {town} {random.randrange(1, 9)}
hosting: recipient-{third}
owner:
  service: Direction de {town}, poste {random.randrange(100, 1000)}
reference: FICHE-{number:05}
created: {year}-{month:02}-{day:02}
status: active
reviewed:
  on: 2026-{random.randrange(1, 11):02}-{random.randrange(1, 29):02}
  by: délégué à la protection des données
review_every: 12 months
stated_in: [P{number % 40 + 1}.1]
"""


def _beside(activities: int) -> Iterator[tuple[str, str]]:
    """The files beside the activities."""
    numbers = range(_shared(activities))
    yield "register.yaml", "title: Registre des Ateliers du Lac\nlanguage: fr\n"
    yield "controllers.yaml", CONTROLLER
    yield "data_subjects.yaml", "".join(DATA_SUBJECT.format(id=ident, name=name) for ident, name in PERSONS.items())
    yield "sources.yaml", SOURCES
    yield "data_categories.yaml", "".join(_category(number) for number in numbers)
    yield "purposes.yaml", "".join(PURPOSES[number % len(PURPOSES)].format(number=number) for number in numbers)
    yield "recipients.yaml", TEAM + "".join(RECIPIENT.format(number=number) for number in numbers)
    yield "trackers.yaml", "".join(TRACKER.format(number=number) for number in numbers)
    yield "measures.yaml", "".join(MEASURE.format(number=n, family=FAMILIES[n % len(FAMILIES)]) for n in numbers)
    yield "retention_rules.yaml", "".join(RETENTION_RULE.format(number=n, years=n % 5 + 1) for n in numbers)
    yield "commitments.yaml", COMMITMENT
    yield "takeovers.yaml", TAKEOVER
    yield (
        "notices/everyone.yaml",
        NOTICE.format(name="Vos données aux Ateliers du Lac", status="published") + "covers: all\n",
    )
    some = ", ".join(_activity_id(number) for number in range(0, activities, 5))
    yield "notices/visitors.yaml", NOTICE.format(name="Vos données à l’atelier", status="draft") + f"covers: [{some}]\n"


def _category(number: int) -> str:
    items = "".join(f"    {ident}:\n      name: {name}\n" for ident, name in ITEMS.items())
    return CATEGORY.format(number=number) + items


CONTROLLER = """\
ateliers:
  name: Les Ateliers du Lac SAS
  legal_form: SAS
  registration: RCS Annecy 000 000 000
  address: 7 rue du Lac, 74000 Annecy
  country: FR
  contact:
    email: bonjour@ateliers.example
    phone: "+33 4 00 00 00 00"
  dpo:
    designated: true
    contact:
      email: dpo@ateliers.example
  rights:
    contact:
      email: donnees@ateliers.example
    delay: 1 month
    identity: on-doubt
  authority: cnil
"""

DATA_SUBJECT = """\
{id}:
  name: {name}
  minors:
    status: excluded
"""

SOURCES = """\
form:
  name: Nos formulaires
  description: Vous les remplissez en ligne ou à l’accueil.
  origin: data-subject
telephone:
  name: Notre téléphone
  origin: data-subject
partner:
  name: Nos partenaires
  description: Ils nous transmettent les demandes que vous leur faites.
  origin: third-party
"""

CATEGORY = """\
category-{number}:
  name: Dossier {number}
  description: De quoi vous reconnaître et suivre votre demande.
  cnil_family: civil-status-identity
  sources: [form]
  items:
"""

PURPOSES = (
    """\
purpose-{number}:
  name: Répondre à vos demandes, service {number}
  description: Nous préparons ce que vous demandez, puis nous vous l’envoyons.
  kind: order
  legal_basis: contract
""",
    """\
purpose-{number}:
  name: Améliorer le service {number}
  description: Nous cherchons ce qui vous a manqué.
  kind: improvement
  legal_basis:
    basis: legitimate-interests
    interest: savoir ce que nos clients attendent
    assessment:
      document: Mise en balance n° {number}
      date: 2026-02-10
  choice: Écrivez à donnees@ateliers.example.
""",
    """\
purpose-{number}:
  name: Vous annoncer les nouveautés du service {number}
  kind: marketing
  legal_basis:
    basis: consent
    how: vous cochez une case, vide au départ
    withdraw: vous suivez le lien en bas de chaque lettre
    proof: Journal des inscriptions
  choice:
    how: Suivez le lien en bas de chaque lettre.
    delay: 48 hours
""",
)

TEAM = """\
team:
  name: Équipe de l’atelier
  role: internal
"""

RECIPIENT = """\
recipient-{number}:
  name: Prestataire {number}
  description: Il tient nos dossiers à notre place.
  role: processor
  sector: software
  service: Tenue des dossiers
  country: FR
  contract:
    article: 28
    document: Contrats / Dossiers / {number}
    date: 2025-01-06
    until: 2028-01-05
  transfer: []
  sub_processors: []
"""

TRACKER = """\
tracker-{number}:
  name: Session {number}
  description: Elle garde votre connexion d’une page à l’autre.
  technology: cookie
  data: [category-{number}/number]
  purposes: [purpose-{number}]
  consent:
    required: false
    exemption: authentication
  lifetime: session
  retention: rule-{number}
"""

MEASURE = """\
measure-{number}:
  name: Mesure {number}
  family: {family}
  description: Revue chaque trimestre par le service {number}.
  public: Seules les personnes qui en ont besoin ouvrent votre dossier.
"""

RETENTION_RULE = """\
rule-{number}:
  name: Dossier clos {number}
  active: {years} years
  from: last-contact
  archive:
    for: 5 years
    why: prouver ce qui a été convenu
    access: service juridique
  then: delete
  text: C. civ., art. 2224
"""

COMMITMENT = """\
no-sale:
  name: Pas de vente
  asserts: no-sale
  sentence: Nous ne vendons pas vos données.
  status: kept
"""

TAKEOVER = """\
notice-2023:
  title: Notice du 3 septembre 2023
  paragraphs: 40
"""

NOTICE = """\
name: {name}
languages: [fr]
status: {status}
version: "1"
effective: 2026-10-15
introduction: Cette notice dit quelles données nous avons sur vous, et comment nous répondre.
commitments: [no-sale]
"""
