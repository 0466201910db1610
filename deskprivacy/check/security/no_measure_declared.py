"""An activity declares that nothing protects its data."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="no-measure-declared",
    family="security",
    severity=Severity.WARNING,
    law=("GDPR 32(1)", "GDPR 5(1)(f)"),
    checked="2026-11-22",
    title={
        "en": "an activity declares no security measure at all",
        "fr": "une activité déclare n’avoir aucune mesure de sécurité",
    },
    message={
        "en": "“{name}” uses data, and declares that no measure protects them",
        "fr": "« {name} » traite des données, et déclare qu’aucune mesure ne les protège",
    },
    help={
        "en": "write `measures: [id]` with what protects these data: a locked drawer counts; delete the line if you do "
        "not know yet",
        "fr": "écrivez `measures: [identifiant]` avec ce qui protège ces données : un tiroir fermé compte ; retirez la "
        "ligne si vous ne savez pas encore",
    },
    why={
        "en": "Data that nobody protects are lost or read by others sooner or later.",
        "fr": "Des données que rien ne protège finissent perdues, ou lues par d’autres.",
    },
    asks={
        "en": (
            "Every use of personal data has security that suits its risk, in view of the state of the art and "
            "of the cost (GDPR 32(1)). No use is without risk."
        ),
        "fr": (
            "Tout usage de données a une sécurité adaptée à son risque, compte tenu de l’état des "
            "connaissances et des coûts (RGPD, art. 32(1)). Aucun usage n’est sans risque."
        ),
    },
    mend={
        "en": "List what exists already, passwords, locks, backups, and add what the risk asks for.",
        "fr": "Relevez ce qui existe déjà, mots de passe, serrures, sauvegardes, et ajoutez ce que le risque demande.",
    },
    justified={
        "en": "Everything is in the hands of a processor whose contract lists the measures; say which.",
        "fr": "Tout est chez un sous-traitant dont le contrat énumère les mesures ; dites lequel.",
    },
)

BAD = """
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
    purposes: [order-preparation]
    data: [contact-details]
trackers: []
measures: []  # <- no-measure-declared
automated_decisions: []
# activities/window.yaml
name: Commandes pour la vitrine
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

GOOD = """
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
    purposes: [order-preparation]
    data: [contact-details]
trackers: []
measures: [locked-till]
automated_decisions: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each activity with data, not ended, that declares measures as none."""
    for activity in facts.register.activities.values():
        if activity.measures == () and activity.data and activity.status != "ended":
            yield Finding(rule=RULE.rule, at=activity.where.at("measures"), values={"name": activity.name})
