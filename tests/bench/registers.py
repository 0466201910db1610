"""Registers of any size, for measuring: sound, in French, every kind, and the same bytes for the same size.

An activity is a file of some fifty lines, as DPOs write them; every twenty-five add a service with what it needs:
purposes, categories of data, a recipient, a tracker, measures, a retention rule.
"""

from __future__ import annotations

import sys
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


def register(activities: int) -> dict[str, str]:
    """The files of a register, by their names, with that many activities."""
    services = max(2, activities // 25)
    files = dict(_beside(activities, range(services)))
    for number in range(activities):
        files[f"activities/{_activity_id(number)}.yaml"] = _activity(number, services, Random(number))
    return files


def write(folder: Path, activities: int) -> Path:
    """Writes the register into a folder, and gives the folder back."""
    for name, text in register(activities).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return folder


def _activity_id(number: int) -> str:
    return f"activity-{number:05}"


def _activity(number: int, services: int, random: Random) -> str:
    task, persons = TASKS[number % len(TASKS)]
    town = random.choice(TOWNS)
    own, other = number % services, (number + 1) % services
    year, month, day = random.randrange(2019, 2026), random.randrange(1, 13), random.randrange(1, 29)
    return f"""\
name: {task}, site de {town}
description: >-
  Nous enregistrons les demandes, nous les préparons, puis nous y répondons par écrit ou par téléphone ; le dossier
  n° {number} décrit chaque étape, les outils qu’elle demande et les personnes qui en répondent à {town}.
purposes: [service-{own}, improvement-{own}, letters-{own}]
data_subjects: [{persons}]
sources: [form, telephone]
retention: closed-{own}
required:
  mandatory: to-contract
  otherwise: Le service de {town} ne peut ni ouvrir le dossier {number}, ni vous répondre dans le délai annoncé.
data:
  file-{own}:
    - items: [name, address]
      purposes: [service-{own}, improvement-{own}]
    - items: [number]
      purposes: [service-{own}]
      sources: [partner]
      retention: closed-{other}
  contact-{own}:
    purposes: [letters-{own}]
    required: optional
    when: si vous cochez la case {number} du formulaire, ou si vous nous le demandez
  exchange-{own}:
    items: [message]
    purposes: [service-{own}]
    sources: [form]
recipients:
  team:
  keeper-{own}:
    purposes: [service-{own}, improvement-{own}]
    data: [file-{own}/name, file-{own}/address]
  keeper-{other}:
    purposes: [service-{own}]
    data: [exchange-{own}]
    form: encrypted
    when: en cas de réclamation, ou quand un expert relit le dossier {number}
trackers: [session-{own}]
measures: [named-accounts-{own}, backups-{other}]
automated_decisions: []
dpia:
  criteria: [{random.choice(("matching", "innovative"))}]
  required: false
  reason: Un seul des neuf critères est rempli ; note du délégué du 15 janvier 2026.
software: Dossiers {town} {random.randrange(1, 9)}
hosting: keeper-{own}
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


def _beside(activities: int, services: range) -> Iterator[tuple[str, str]]:
    """The files beside the activities."""

    def each(*texts: str) -> str:
        return "".join(text.format(number=number) for number in services for text in texts)

    yield "register.yaml", "title: Registre des Ateliers du Lac\nlanguage: fr\n"
    yield "controllers.yaml", CONTROLLER
    yield "data_subjects.yaml", "".join(DATA_SUBJECT.format(id=ident, name=name) for ident, name in PERSONS.items())
    yield "sources.yaml", SOURCES
    yield "data_categories.yaml", each(FILE, CONTACT, EXCHANGE)
    yield "purposes.yaml", each(SERVICE, IMPROVEMENT, LETTERS)
    yield "recipients.yaml", TEAM + each(KEEPER)
    yield "trackers.yaml", each(SESSION)
    yield "measures.yaml", each(NAMED_ACCOUNTS, BACKUPS)
    yield "retention_rules.yaml", each(CLOSED)
    yield "commitments.yaml", COMMITMENT
    yield "takeovers.yaml", TAKEOVER
    some = ", ".join(_activity_id(number) for number in range(0, activities, 5))
    for ident, status, covers in (("everyone", "published", "all"), ("some", "draft", f"[{some}]")):
        yield f"notices/{ident}.yaml", NOTICE.format(status=status) + f"covers: {covers}\n"


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

FILE = """\
file-{number}:
  name: Dossier du service {number}
  description: De quoi vous reconnaître et suivre votre demande.
  cnil_family: civil-status-identity
  sources: [form]
  items:
    name: {{name: Nom et prénom, tags: [identifier]}}
    address: {{name: Adresse postale, tags: [contact]}}
    number: {{name: Numéro de dossier, tags: [identifier]}}
"""

CONTACT = """\
contact-{number}:
  name: Coordonnées pour nos lettres
  cnil_family: civil-status-identity
  items:
    email-address: {{name: Adresse e-mail, tags: [contact]}}
"""

EXCHANGE = """\
exchange-{number}:
  name: Échanges avec le service {number}
  cnil_family: other-categories
  items:
    message: {{name: Votre demande et notre réponse, tags: [communications]}}
"""

SERVICE = """\
service-{number}:
  name: Répondre à vos demandes, service {number}
  description: Nous préparons ce que vous demandez, puis nous vous l’envoyons.
  kind: order
  legal_basis: contract
"""

IMPROVEMENT = """\
improvement-{number}:
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
"""

LETTERS = """\
letters-{number}:
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
"""

TEAM = """\
team:
  name: Équipe de l’atelier
  role: internal
"""

KEEPER = """\
keeper-{number}:
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

SESSION = """\
session-{number}:
  name: Session du service {number}
  description: Elle garde votre connexion d’une page à l’autre.
  technology: cookie
  data: [file-{number}/number]
  purposes: [service-{number}]
  consent:
    required: false
    exemption: authentication
  lifetime: session
  retention: closed-{number}
"""

NAMED_ACCOUNTS = """\
named-accounts-{number}:
  name: Comptes nominatifs du service {number}
  family: access-control
  description: Un compte par personne, des droits revus chaque trimestre.
  public: Seules les personnes qui en ont besoin ouvrent votre dossier.
"""

BACKUPS = """\
backups-{number}:
  name: Sauvegardes du service {number}
  family: backup
  description: Chaque nuit, chiffrées, sur un second site.
  public: Nous sauvegardons votre dossier chaque nuit.
"""

CLOSED = """\
closed-{number}:
  name: Dossier clos du service {number}
  active: 3 years
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
name: Vos données aux Ateliers du Lac
languages: [fr]
status: {status}
version: "1"
effective: 2026-10-15
introduction: Cette notice dit quelles données nous avons sur vous, et comment nous répondre.
commitments: [no-sale]
"""

if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
