"""Card data stay after the payment, for longer than evidence for a dispute needs."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.cards import beyond_evidence, by_consent
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.law.presets import card_preset, card_preset_holds
from deskprivacy.model.parties import countries_of

RULE = Rule(
    rule="card-data-beyond-payment",
    family="minimisation",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(e)", "CNIL 2018-303", "C. mon. fin. L133-24"),
    checked="2026-11-22",
    title={
        "en": "card data are kept after the payment",
        "fr": "des données de carte sont gardées après le paiement",
    },
    message={
        "en": (
            "“{name}”: card data of “{activity}” stay {period}; after the payment, the CNIL knows only the "
            "evidence for disputes, {evidence_period} in an archive ({deferred_period} with deferred debit), or the "
            "person’s consent"
        ),
        "fr": (
            "« {name} » : les données de carte de « {activity} » restent {period} ; après le paiement, la CNIL "
            "ne connaît que la preuve en cas de contestation, {evidence_period} en archive ({deferred_period} en débit "
            "différé), ou le consentement de la personne"
        ),
    },
    help={
        "en": (
            "write `until: payment-completed` and, if you keep evidence, `archive:` with `for: 13 months`, `why` "
            "and `access`"
        ),
        "fr": (
            "écrivez `until: payment-completed` et, si vous gardez une preuve, `archive:` avec `for: 13 months`, "
            "`why` et `access`"
        ),
    },
    why={
        "en": "A card number in a file is money within reach of whoever opens the file.",
        "fr": "Un numéro de carte dans un fichier, c’est de l’argent à portée de qui ouvre le fichier.",
    },
    asks={
        "en": (
            "Card data serve to pay. Kept for disputes, they stay in an archive for the 13 months of the "
            "Monetary and Financial Code, 15 with deferred debit; for later purchases, by consent; for a "
            "subscription, until its last payment."
        ),
        "fr": (
            "Les données de carte servent à payer. Pour les contestations, elles restent en archive les 13 mois "
            "du code monétaire et financier, 15 en débit différé ; pour de prochains achats, avec l’accord de la "
            "personne ; pour un abonnement, jusqu’à la dernière échéance."
        ),
    },
    mend={
        "en": "Let the payment provider keep the number, and keep its reference only.",
        "fr": "Laissez le numéro au prestataire de paiement, et ne gardez que sa référence.",
    },
    justified={
        "en": "A payment provider or a duty to fight money laundering asks for longer: name the text.",
        "fr": "Vous êtes prestataire de paiement, ou tenu à la lutte contre le blanchiment : nommez le texte.",
    },
)

BAD = """
# data_categories.yaml
card:
  name: Carte de paiement
  cnil_family: economic-financial
  sources: [order-form]
  items:
    number:
      name: Numéro et date d’expiration
      tags: [card]

# retention_rules.yaml
card:
  name: Carte
  active: 3 years
  from: order
  then: delete

# activities/payments.yaml
name: Paiement en ligne
purposes: [order-preparation]
data_subjects: [customers]
retention: card  # <- card-data-beyond-payment
required: optional
data:
  card:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# data_categories.yaml
card:
  name: Carte de paiement
  cnil_family: economic-financial
  sources: [order-form]
  items:
    number:
      name: Numéro et date d’expiration
      tags: [card]

# retention_rules.yaml
card:
  name: Carte
  until: payment-completed
  archive:
    for: 13 months
    from: payment-completed
    why: répondre à une contestation
    access: comptabilité
  then: delete

# activities/payments.yaml
name: Paiement en ligne
purposes: [order-preparation]
data_subjects: [customers]
retention: card
required: optional
data:
  card:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each use of card data, not resting on consent, whose rule goes beyond the evidence of a payment."""
    preset = card_preset()
    for one in facts.kept:
        if not any("card" in item.tags for item in one.use.items) or by_consent(facts, one):
            continue
        if not card_preset_holds(countries_of(facts.register.controllers_of(one.use.activity)), facts.today):
            continue
        period = beyond_evidence(one.rule)
        if period is None:
            continue
        values = {"name": one.rule.name or one.rule.id, "activity": one.use.activity.name, "period": _said(period)}
        values |= {"evidence_period": preset.evidence, "deferred_period": preset.deferred}
        yield Finding(
            rule=RULE.rule,
            at=one.where,
            values=values,
            related=(Related(at=one.rule.where, part="declared"),),
        )


def _said(period: str) -> str:
    """A period, or the key that stands in its place, which is shown as it is written."""
    return f"`{period}`" if ":" in period else period
