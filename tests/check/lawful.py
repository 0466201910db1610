"""Pieces of registers, each with words that make it lawful, and words that put it at fault: a kind of error a case."""

from __future__ import annotations

from typing import NamedTuple

from deskprivacy.finding import Severity


class Case(NamedTuple):
    """A rule, pieces laid over the bakery, and the words that make them lawful, or not.

    `tolerated`: what is lawful may still raise a doubt that is no graver.
    """

    rule: str
    pieces: str
    lawful: str | tuple[str, ...]
    faulty: str | tuple[str, ...]
    tolerated: Severity | None = None


NOTICE = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: {}
"""

HOST = """
# recipients.yaml
till-provider:
  name: Hébergeur américain
  role: processor
  country: US
  contract: {{article: 28, document: DPA}}
  sub_processors: []
  certifications: [Data Privacy Framework]
  transfer:
    countries: [US]
    mechanism: {}
"""

OFFENCES = """
# purposes.yaml
order-preparation:
  name: Constater les infractions au stationnement
  kind: public-service
  legal_basis:
    {}
# data_categories.yaml
reports:
  name: Procès-verbaux
  cnil_family: personal-life
  sources: [order-form]
  items:
    offence:
      name: Infraction constatée
      criminal: true
# activities/orders.yaml
name: Procès-verbaux
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  reports: {{purposes: [order-preparation]}}
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

TOKEN = """
# data_categories.yaml
contact-details:
  name: Accès à votre banque
  cnil_family: economic-financial
  sources: [order-form]
  items:
    name: {{name: Nom}}
    access:
      name: {}
      tags: [secret]
"""

PROVIDERS = """
# commitments.yaml
promise:
  sentence: Nos prestataires n’agissent que sur nos instructions.
  asserts: processors-only-on-instruction
  status: kept
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
commitments: [promise]
# recipients.yaml
till-provider:
  name: Banque ou messagerie
  role: controller
  sector: {}
  country: FR
  transfer: []
"""

WRITTEN_TO = """
# data_subjects.yaml
customers:
  name: {}
  minors:
    status: excluded
# purposes.yaml
newsletter:
  name: Annoncer nos manuels de boulangerie
  kind: marketing
  legal_basis:
    basis: legitimate-interests
    interest: proposer des livres du métier
    assessment:
      document: Mise en balance n° 1
    channels: [email]
  choice: Suivez le lien en bas de chaque message.
"""

PUBLISHED = """
# purposes.yaml
order-preparation:
  name: {}
  kind: {}
  legal_basis:
    basis: legitimate-interests
    interest: informer
    assessment:
      document: Charte
# data_categories.yaml
interviews:
  name: Entretiens
  cnil_family: personal-life
  sources: [order-form]
  items:
    opinion:
      name: Opinions exprimées
      {}
# activities/orders.yaml
name: Entretiens
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  interviews: {}
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

CHILDREN = """
# purposes.yaml
drawing-contest:
  name: Organiser un concours de dessins
  kind: contest
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la case.
    proof: Bulletins conservés
# data_subjects.yaml
visitors:
  name: Visiteurs
  minors: {}
# sources.yaml
web-form:
  name: Notre formulaire en ligne
  origin: data-subject
  url: https://aubepine.example/concours
# activities/menus.yaml
name: Concours de dessins
purposes: [drawing-contest]
data_subjects: [visitors]
retention: one-year
required: optional
data:
  contact-details:
    sources: [web-form]
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

AGAIN = """
# sources.yaml
web-form:
  name: Un autre formulaire
  origin: data-subject
# purposes.yaml
fraud:
  name: Repérer les fraudes
  kind: fraud
  legal_basis:
    basis: legitimate-interests
    interest: ne pas être volés
    assessment:
      document: Mise en balance n° 2
# activities/fraud.yaml
name: Fraudes
purposes: [fraud]
data_subjects: [customers]
retention: one-year
data:
  contact-details:
    {}
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

SOURCED = """
# data_categories.yaml
answers:
  name: Réponses
  cnil_family: personal-life
  items:
    answer: {{name: Réponse}}
# activities/survey.yaml
name: Enquête
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
{}
data:
  answers:
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
# activities/statistics.yaml
name: Statistiques
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
data:
  answers:
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

WATCHED = """
# sources.yaml
camera:
  name: Caméra ou page
  origin: observed
  {}
# activities/watch.yaml
name: Observation
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
data:
  contact-details:
    sources: [camera]
recipients: {{}}
measures: [locked-till]
automated_decisions: []
"""

TOLD_BY_NAME = """
# recipients.yaml
till-provider:
  name: {}
  {}
"""

ABROAD = """
# controllers.yaml
aubepine:
  name: Aubepine Ltd
  address: 3 Lilac Street, London
  country: {}
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: false
    reason: Ni suivi régulier à grande échelle, ni données sensibles
  rights:
    contact:
      email: donnees@aubepine.example
  authority: cnil
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  country: GB
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  {}
"""

REPRESENTED = """
# controllers.yaml
aubepine:
  name: {}
  address: 3 rue des Lilas
  {}
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: false
    reason: Ni suivi régulier à grande échelle, ni données sensibles
  rights:
    contact:
      email: donnees@aubepine.example
  authority: cnil
"""

SEVERAL = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: {}
  country: FR
  transfer: []
# activities/orders.yaml
name: Commandes de pain
purposes: [order-preparation, newsletter]
data_subjects: [customers]
data:
  contact-details:
    purposes: [order-preparation, newsletter]
    retention: one-year
    required:
      mandatory: to-contract
      otherwise: Nous ne pouvons pas préparer votre commande.
recipients:
  till-provider:
    data: [contact-details]
trackers: []
measures: [locked-till]
automated_decisions: []
"""

ONE_BODY = """
# recipients.yaml
till-provider:
  name: Caisse & Cie
  role: processor
  country: FR
  transfer: []
  sub_processors: []
  contract:
    article: 28
    document: Contrat du 2 mars 2026
host:
  name: {}
  role: processor
  country: FR
  transfer: []
  sub_processors: []
# activities/orders.yaml
name: Commandes de pain
purposes: [order-preparation, newsletter]
data_subjects: [customers]
data:
  contact-details:
    purposes: [order-preparation, newsletter]
    retention: one-year
    required:
      mandatory: to-contract
      otherwise: Nous ne pouvons pas préparer votre commande.
recipients:
  till-provider:
    data: [contact-details]
  host:
    data: [contact-details]
trackers: []
measures: [locked-till]
automated_decisions: []
"""

SERVED = """
# data_subjects.yaml
visitors:
  name: {}
# purposes.yaml
order-preparation:
  name: Instruire les demandes
  kind: public-service
  legal_basis:
    basis: public-task
    text: Code général des collectivités territoriales
# activities/menus.yaml
name: Demandes
purposes: [order-preparation]
data_subjects: [visitors]
retention: one-year
required: optional
data:
  contact-details:
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

KEPT = """
# data_categories.yaml
traces:
  name: Traces
  cnil_family: connection-data
  sources: [order-form]
  items:
    trace:
      name: Trace
      tags: [{}]
# retention_rules.yaml
traces:
  name: Traces
  {}
  then: delete
# purposes.yaml
order-preparation:
  name: Suivre les candidatures
  kind: recruitment
  legal_basis: contract
# activities/menus.yaml
name: Traces
purposes: [order-preparation]
data_subjects: [customers]
retention: traces
required: optional
data:
  traces:
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

TITLE = """
# data_categories.yaml
salutation:
  name: Identité
  cnil_family: civil-status-identity
  sources: [order-form]
  items:
    title:
      name: Madame ou Monsieur
      tags: [gender]
    name: {{name: Nom}}
# activities/menus.yaml
name: Compte
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
{}
data:
  salutation:
  {}
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

MUST = "required: {mandatory: to-contract, otherwise: Pas de compte.}"

SCORED = """
# purposes.yaml
order-preparation:
  name: Accorder un paiement différé
  kind: credit
  legal_basis: contract
# activities/menus.yaml
name: Paiement différé
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Note de paiement
    kind: scoring
    logic: Trois factures impayées entraînent un refus.
    effect: Vous ne pouvez pas payer plus tard.
    human: {}
"""

CASES = {
    "no-silence": Case(
        "changes-by-silence",
        NOTICE,
        "Aucun silence ne vaut acceptation de nos changements.",
        "Le silence vaut acceptation de nos changements.",
    ),
    "silence-never": Case(
        "changes-by-silence",
        NOTICE,
        "Votre silence ne vaut jamais acceptation d’un changement de cette notice.",
        "Votre silence vaut acceptation d’un changement de cette notice.",
    ),
    "we-never-hold": Case(
        "acceptance-by-use",
        NOTICE,
        "Nous ne considérons jamais que continuer à utiliser le site vaut acceptation.",
        "Nous considérons que continuer à utiliser le site vaut acceptation.",
    ),
    "clauses-that-stand-by": Case("transfer-copy-missing", HOST, "[dpf, scc]", "[scc]"),
    "official-authority": Case(
        "offence-data-without-law",
        OFFENCES,
        "{basis: public-task, text: 'CGCT, art. L2212-5'}",
        "{basis: legitimate-interests, interest: nous protéger}",
    ),
    "token-for-a-bank": Case(
        "recoverable-secret",
        TOKEN,
        "Jeton d’accès à votre banque, déchiffrable par notre serveur seul",
        "Mot de passe déchiffrable",
    ),
    "token-never-in-clear": Case("recoverable-secret", TOKEN, "Jeton réversible", "Jeton gardé en clair"),
    "bank-is-no-provider": Case("independent-recipient-despite-promise", PROVIDERS, "bank", "mailing"),
    "at-their-work": Case(
        "electronic-marketing-without-consent",
        WRITTEN_TO,
        "Boulangers, à leur adresse professionnelle",
        "Professionnels et particuliers",
    ),
    "press": Case(
        "special-data-without-condition",
        PUBLISHED,
        ("Publier nos enquêtes de presse", "publication", "special: political-opinions", ""),
        ("Annoncer les réunions", "publication", "special: political-opinions", ""),
    ),
    "press-and-offences": Case(
        "offence-data-without-law",
        PUBLISHED,
        ("Nos reportages", "publication", "criminal: true", ""),
        ("Nos reportages", "support", "criminal: true", ""),
    ),
    "expression-claimed": Case(
        "special-data-without-condition",
        PUBLISHED,
        ("Dire", "publication", "special: health", "{condition: {ground: 85-expression, reason: Portraits}}"),
        ("Dire", "publication", "special: health", "{condition: {ground: 10-law, reason: Portraits}}"),
    ),
    "stricter-age": Case(
        "minor-consents-too-young",
        CHILDREN,
        "{status: targeted, age: 16, consent: parent}",
        "{status: targeted, age: 14, consent: parent}",
    ),
    "rule-of-another-kind": Case(
        "minor-consents-too-young",
        CHILDREN,
        "{status: possible, age: 12, consent: own}",
        "{status: targeted, age: 12, consent: own}",
        tolerated=Severity.WARNING,
    ),
    "used-again": Case("data-required-missing", AGAIN, "form: identified", "sources: [web-form]"),
    "sourced-on-another-sheet": Case("data-source-missing", SOURCED, "sources: [order-form]", "reference: A1"),
    "camera": Case(
        "activity-tracker-undeclared", WATCHED, "description: Au-dessus de la porte", "url: https://a.example"
    ),
    "parents": Case("recipient-role-missing", TOLD_BY_NAME, ("Vos parents", "country: FR"), ("Agence", "country: FR")),
    "rescue": Case("recipient-country-missing", TOLD_BY_NAME, ("Les pompiers", ""), ("Pompes Martin", "")),
    "our-people": Case("recipient-role-missing", TOLD_BY_NAME, ("Nos équipes", ""), ("Équipementier", "")),
    "town-hall": Case(
        "recipient-country-missing",
        TOLD_BY_NAME,
        ("Mairie de Nantes", "role: controller"),
        ("Marie de Nantes", "role: controller"),
    ),
    "by-its-sector": Case(
        "recipient-country-missing",
        TOLD_BY_NAME,
        ("Cadastre", "role: controller\n  sector: public-authority"),
        ("Cadastre", "role: controller\n  sector: research"),
    ),
    "authority-of-the-country": Case(
        "recipient-country-missing",
        TOLD_BY_NAME,
        ("Administration fiscale", "role: authority"),
        ("Administration fiscale des États-Unis", "role: authority"),
    ),
    "british-at-home": Case("transfer-missing", ABROAD, ("GB", ""), ("FR", "")),
    "british-at-home-and-nowhere-else": Case(
        "no-transfer-contradicted", ABROAD, ("GB", "transfer: []"), ("FR", "transfer: []")
    ),
    "ministry-abroad": Case(
        "representative-missing", REPRESENTED, ("Ministère de la culture", "country: CH"), ("Menuiserie", "country: CH")
    ),
    "ministry": Case("controller-country-missing", REPRESENTED, ("Ministère", ""), ("Menuiserie", "")),
    "serves-all-purposes": Case("disclosure-purpose-missing", SEVERAL, "processor", "controller"),
    "one-body-twice": Case("processor-without-contract", ONE_BODY, "Caisse & cie", "Hébergeur & Cie"),
    "of-age": Case("minors-not-considered", SERVED, "Magistrats et agents", "Usagers"),
    "deferred-debit": Case(
        "card-data-beyond-payment",
        KEPT,
        (
            "card",
            "until: payment-completed\n  archive: {for: 15 months, from: payment-completed, access: comptabilité}",
        ),
        (
            "card",
            "until: payment-completed\n  archive: {for: 16 months, from: payment-completed, access: comptabilité}",
        ),
    ),
    "a-person-decides-on-a-score": Case("automated-decision-without-ground", SCORED, "before-decision", "none"),
    "a-score-reviewed-on-request-decides": Case(
        "automated-decision-without-ground", SCORED, "on-request\n    article_22: contract", "on-request"
    ),
    "two-references": Case(
        "retention-beyond-reference",
        KEPT,
        ("log", "active: 20 months\n  from: last-contact"),
        ("log", "active: 30 months\n  from: last-contact"),
    ),
    "the-account-is-required": Case("gender-mandatory", TITLE, (MUST, ""), ("", f"  {MUST}"), tolerated=Severity.INFO),
}
