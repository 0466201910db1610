"""Automated decisions are declared as none where credit is assessed."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.activities import Activity

RULE = Rule(
    rule="credit-scoring-denied",
    family="decisions",
    severity=Severity.WARNING,
    law=("GDPR 22(1)", "GDPR 13(2)(f)", "GDPR 14(2)(g)", "CJEU C-634/21"),
    checked="2026-11-22",
    title={
        "en": "credit is assessed, and scoring is declared as none",
        "fr": "la solvabilité est évaluée, et toute notation est niée",
    },
    message={
        "en": "“{name}” declares that there is neither scoring nor profiling, and assesses credit",
        "fr": "« {name} » déclare qu’il n’y a ni notation ni profilage, et évalue la solvabilité",
    },
    help={
        "en": "describe in `automated_decisions` how the score is made and used: `kind: scoring`, `logic`, `effect`, "
        "`human`",
        "fr": "décrivez dans `automated_decisions` comment la note est faite et employée : `kind: scoring`, `logic`, "
        "`effect`, `human`",
    },
    why={
        "en": "A bad score closes doors. Whoever is refused must be able to learn that a score decided, and to contest "
        "it.",
        "fr": "Une mauvaise note ferme des portes. Qui essuie un refus doit pouvoir apprendre qu’une note a décidé, et "
        "la contester.",
    },
    asks={
        "en": (
            "A score on which somebody else’s decision draws strongly is itself an automated decision, "
            "whoever signs (C-634/21). Its logic and what follows from it are told to the person."
        ),
        "fr": (
            "Une note dont dépend de manière déterminante la décision d’un autre est elle-même une décision "
            "automatisée, quel que soit le signataire (C-634/21). Sa logique et ses conséquences se disent à "
            "la personne."
        ),
    },
    mend={
        "en": "Ask who looks at what before a refusal, and write it down: the score’s weight, the other criteria, the "
        "person who decides.",
        "fr": "Demandez qui regarde quoi avant un refus, et écrivez-le : le poids de la note, les autres critères, la "
        "personne qui décide.",
    },
    justified={
        "en": "A person reads the accounts and decides without any score, as the procedure shows.",
        "fr": "Une personne lit les comptes et décide sans aucune note, comme la procédure le montre.",
    },
)

BAD = """
# activities/credit.yaml
name: Paiement en trois fois
purposes: [credit]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []  # <- credit-scoring-denied
# purposes.yaml
credit:
  name: Accorder un paiement en trois fois
  kind: credit
  legal_basis:
    basis: legitimate-interests
    interest: être payés de nos commandes
    assessment: {document: Mise en balance du 2 mars 2026}
  choice: Vous payez comptant.
"""

GOOD = """
# activities/credit.yaml
name: Paiement en trois fois
purposes: [credit]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Note de paiement
    kind: scoring
    logic: Chaque commande payée à temps ajoute un point ; chaque retard en retire deux.
    effect: Au-dessous de cinq points, notre gérante vous appelle et décide avec vous.
    human: before-decision
# purposes.yaml
credit:
  name: Accorder un paiement en trois fois
  kind: credit
  legal_basis:
    basis: legitimate-interests
    interest: être payés de nos commandes
    assessment: {document: Mise en balance du 2 mars 2026}
  choice: Vous payez comptant.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each activity that declares no decision and assesses credit, at the declaration."""
    for activity in facts.register.activities.values():
        if activity.automated_decisions == () and (assessed := _assessed(facts, activity)):
            yield Finding(
                rule=RULE.rule,
                at=activity.where.at("automated_decisions"),
                values={"name": activity.name},
                related=(Related(at=assessed, part="contradicts"),),
            )


def _assessed(facts: Facts, activity: Activity) -> Address | None:
    """Where the activity says that credit is assessed: a purpose, a credit-reference agency, or credit data."""
    for ident in activity.purposes:
        if facts.register.purposes[ident].kind == "credit":
            return activity.where.at("purposes")
    for one in facts.register.disclosures[activity.id]:
        if one.recipient.sector == "credit-reference":
            return one.where
    uses = facts.register.uses[activity.id]
    return next((use.where for use in uses if any("credit" in item.tags for item in use.items)), None)
