"""A promise says that card data go with the payment, and a rule keeps them longer."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.cards import CARD_TAGS, is_ours, outlives_payment
from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import Promise, of_item
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.uses import DataUse

RULE = Rule(
    rule="card-data-kept-despite-promise",
    family="commitments",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 13(2)(a)"),
    checked="2026-11-22",
    title={
        "en": "card data are kept longer than promised",
        "fr": "des données de carte sont gardées plus longtemps que promis",
    },
    message={
        "en": (
            "“{activity}” keeps card data by the rule “{name}”, beyond the payment; the public is promised: "
            "“{sentence}”"
        ),
        "fr": (
            "« {activity} » garde des données de carte selon la règle « {name} », au-delà du paiement ; le "
            "public lit : « {sentence} »"
        ),
    },
    help={
        "en": (
            "write a rule `until: payment-completed` for these data; or correct the promise, narrow it with "
            "`scope`, or withdraw it (`status: withdrawn`)"
        ),
        "fr": (
            "écrivez pour ces données une règle `until: payment-completed` ; ou corrigez l’engagement, "
            "restreignez-le par `scope`, ou retirez-le (`status: withdrawn`)"
        ),
    },
    why={
        "en": "The person paid because of that sentence. A promise that the files do not keep deceives.",
        "fr": "La personne a payé sur la foi de cette phrase. Une promesse que les fichiers ne tiennent pas trompe.",
    },
    asks={
        "en": "What the persons are told about the time of storage is true: processing is fair and transparent.",
        "fr": "Ce qui est dit de la durée de conservation est vrai : le traitement est loyal et transparent.",
    },
    mend={
        "en": "Find out what is really kept, evidence for disputes included, and let both places say it.",
        "fr": "Cherchez ce qui est vraiment gardé, preuves de paiement comprises, et faites-le dire aux deux endroits.",
    },
    justified=None,
)

BAD = """
# commitments.yaml
card:
  sentence: Nous effaçons votre carte dès le paiement.
  asserts: card-data-only-until-payment  # <- card-data-kept-despite-promise
  status: kept
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
commitments: [card]

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

GOOD = """
# commitments.yaml
card:
  sentence: Nous effaçons votre carte dès le paiement.
  asserts: card-data-only-until-payment
  status: kept
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
commitments: [card]

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
    """A finding for each plain promise, at what it asserts, with every entry that keeps card data longer."""
    for promise in facts.promises.get("card-data-only-until-payment", ()):
        if not promise.is_plain:
            continue
        running = {activity.id for activity in promise.activities}
        kept = (one for one in facts.kept if one.use.activity.id in running and outlives_payment(one.rule))
        against = [one for one in kept if is_ours(facts, one) and _promised(promise, one.use)]
        if against:
            first = against[0]
            yield Finding(
                rule=RULE.rule,
                at=promise.commitment.where.at("asserts"),
                values={
                    "sentence": promise.commitment.sentence.strip(),
                    "activity": first.use.activity.name,
                    "name": first.rule.name or first.rule.id,
                },
                related=tuple(Related(at=one.where, part="contradicts") for one in against),
            )


def _promised(promise: Promise, use: DataUse) -> bool:
    """Whether a use holds card data of which the promise speaks."""
    return any(
        any(item is one for one in use.items) and CARD_TAGS & set(item.tags) and promise.reaches(of_item(use, ident))
        for ident, item in (use.category.items or {}).items()
    )
