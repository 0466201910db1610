"""A social network’s button is at work, and the network is not declared as a joint controller."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="social-plug-in-without-joint-control",
    family="recipients",
    severity=Severity.WARNING,
    law=("GDPR 26(1)", "GDPR 4(7)", "CJEU C-40/17"),
    sought_in=("activities.recipients", "activities.hosting", "trackers"),
    checked="2026-11-22",
    title={
        "en": "the network behind a button is not a joint controller",
        "fr": "le réseau derrière un bouton n’est pas responsable conjoint",
    },
    message={
        "en": "“{name}” stands behind the button “{tracker}”, and is declared as “{recipient_role}”",
        "fr": "« {name} » est derrière le bouton « {tracker} », et il est déclaré comme « {recipient_role} »",
    },
    help={
        "en": "write `role: joint-controller` and `contract` with `article: 26` and `essence`",
        "fr": "écrivez `role: joint-controller` et `contract` avec `article: 26` et `essence`",
    },
    why={
        "en": "The button tells the network which page you read, though you may have no account there.",
        "fr": "Le bouton dit au réseau quelle page vous lisez, même si vous n’y avez pas de compte.",
    },
    asks={
        "en": (
            "Whoever embeds the button decides with the network on collecting and transmitting the data, and "
            "answers for that part (C-40/17)."
        ),
        "fr": (
            "Qui intègre le bouton décide avec le réseau de la collecte et de l’envoi des données, et répond "
            "de cette part (C-40/17)."
        ),
    },
    mend={
        "en": "Adopt an arrangement with the network, tell its essence, and activate the button only after consent.",
        "fr": (
            "Convenez d’un accord avec le réseau, publiez-en les grandes lignes et n’activez le bouton "
            "qu’après consentement."
        ),
    },
    justified={
        "en": "The button is a plain link: nothing leaves the page before the person follows it.",
        "fr": "Le bouton est un simple lien : rien ne quitte la page avant que la personne ne le suive.",
    },
)

BAD = """
# recipients.yaml
edelweiss:
  name: Réseau social Edelweiss
  role: controller  # <- social-plug-in-without-joint-control
  sector: social-network
  country: FR
  transfer: []
# trackers.yaml
share-button:
  name: Bouton Edelweiss
  technology: social-plug-in
  provider: edelweiss
  data: [contact-details/name]
  purposes: [newsletter]
  consent: required
  choice: N’allumez pas le bouton.
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
trackers: [share-button]
measures: [locked-till]
automated_decisions: []
"""

GOOD = """
# recipients.yaml
edelweiss:
  name: Réseau social Edelweiss
  role: joint-controller
  sector: social-network
  country: FR
  contract:
    article: 26
    document: Avenant du 30 mars 2026
    essence: Nous décidons ensemble de ce que le bouton recueille ; Edelweiss répond de la suite.
  transfer: []
# trackers.yaml
share-button:
  name: Bouton Edelweiss
  technology: social-plug-in
  provider: edelweiss
  data: [contact-details/name]
  purposes: [newsletter]
  consent: required
  choice: N’allumez pas le bouton.
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
trackers: [share-button]
measures: [locked-till]
automated_decisions: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each provider of a social plug-in that is declared in another role."""
    for ident, roles in facts.roles.items():
        if None in roles or "joint-controller" in roles:
            continue
        recipient = facts.register.recipients[ident]
        for tracker in facts.trackers_by_provider.get(ident, ()):
            if tracker.technology == "social-plug-in":
                yield Finding(
                    rule=RULE.rule,
                    at=recipient.where.at("role"),
                    values={"name": recipient.name, "recipient_role": roles[0], "tracker": tracker.name},
                    related=(Related(at=tracker.where.at("technology"), part="declared"),),
                )
                break
