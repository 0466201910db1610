"""The security code of a payment card is kept after the payment."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.cards import outlives_payment
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="card-code-kept",
    family="minimisation",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(e)", "GDPR 5(1)(f)", "GDPR 32(1)", "CNIL 2018-303"),
    checked="2026-11-22",
    title={
        "en": "the security code of a card is kept after the payment",
        "fr": "le cryptogramme d’une carte est gardé après le paiement",
    },
    message={
        "en": (
            "“{activity}”: the security code ({items}) is kept by the rule “{name}”, beyond the payment that it "
            "authenticates"
        ),
        "fr": (
            "« {activity} » : le cryptogramme ({items}) est conservé selon la règle « {name} », au-delà du "
            "paiement qu’il authentifie"
        ),
    },
    help={
        "en": (
            "put this item on a line of its own with a rule `until: payment-completed`, without `archive` and "
            "without `later`"
        ),
        "fr": (
            "mettez cet élément sur une ligne à part, avec une règle `until: payment-completed`, sans `archive` "
            "ni `later`"
        ),
    },
    why={
        "en": (
            "The code proves that you hold the card in your hand. Stored, it proves that for whoever steals the file."
        ),
        "fr": "Le code prouve que vous avez la carte en main. Stocké, il le prouve pour qui vole le fichier.",
    },
    asks={
        "en": (
            "The code serves one payment; the CNIL holds that keeping it after the first transaction is "
            "forbidden in every case, subscriptions included."
        ),
        "fr": (
            "Le code sert à un seul paiement ; pour la CNIL, le garder après la première transaction est "
            "interdit dans tous les cas, abonnements compris."
        ),
    },
    mend={
        "en": "Let the payment page of the provider ask for it, so that it never reaches you.",
        "fr": "Laissez la page du prestataire de paiement le demander : il ne vous parviendra jamais.",
    },
    justified=None,
)

BAD = """
# data_categories.yaml
card:
  name: Carte de paiement
  cnil_family: economic-financial
  sources: [order-form]
  items:
    code:
      name: Cryptogramme
      tags: [card-code]

# retention_rules.yaml
card:
  name: Carte
  active: 1 year
  from: order
  then: delete

# activities/payments.yaml
name: Paiement en ligne
purposes: [order-preparation]
data_subjects: [customers]
retention: card  # <- card-code-kept
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
    code:
      name: Cryptogramme
      tags: [card-code]

# retention_rules.yaml
card:
  name: Carte
  until: payment-completed
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
    """A finding for each use of such a code whose rule goes on after the payment."""
    for one in facts.kept:
        items = tuple(item.name for item in one.use.items if "card-code" in item.tags)
        if items and outlives_payment(one.rule):
            values = {"activity": one.use.activity.name, "items": items, "name": one.rule.name or one.rule.id}
            yield Finding(
                rule=RULE.rule, at=one.where, values=values, related=(Related(at=one.rule.where, part="declared"),)
            )
