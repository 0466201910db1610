"""The public is promised that no machine decides, and one does."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import SHOWN, decided
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="automated-decision-despite-promise",
    family="commitments",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)", "GDPR 22(1)", "GDPR 13(2)(f)"),
    checked="2026-11-22",
    title={
        "en": "a promise of no automated decision is contradicted",
        "fr": "une promesse de n’avoir aucune décision automatisée est contredite",
    },
    message={
        "en": "“{sentence}”: yet “{name}” is decided by a machine",
        "fr": "« {sentence} » : pourtant, une machine décide : « {name} »",
    },
    help={
        "en": (
            "have a person decide (`human: before-decision`); or narrow the commitment with `scope`, or "
            "withdraw it with `status: withdrawn` and `reason`"
        ),
        "fr": (
            "faites décider une personne (`human: before-decision`) ; ou limitez l’engagement par `scope`, ou "
            "retirez-le avec `status: withdrawn` et `reason`"
        ),
    },
    why={
        "en": "Whoever believes that a person decided does not ask for a person to look again.",
        "fr": "Qui croit qu’une personne a décidé ne demande pas qu’une personne revoie la décision.",
    },
    asks={
        "en": "Information is fair and true: what is promised is kept, or is not promised.",
        "fr": "L’information est loyale et exacte : ce que l’on promet, on le tient, ou on ne le promet pas.",
    },
    mend={
        "en": (
            "Give the decision to a person who may depart from the score, or announce the machine and the safeguards."
        ),
        "fr": (
            "Confiez la décision à une personne libre de s’écarter du score, ou annoncez la machine et les garanties."
        ),
    },
    justified=None,
)

BAD = """
# commitments.yaml
promise:
  sentence: Chez nous, aucune machine ne décide.
  asserts: no-automated-decisions  # <- automated-decision-despite-promise
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
automated_decisions:
  - name: Refus des commandes impayées
    kind: solely-automated
    logic: Un client qui a laissé deux commandes impayées est écarté. Les règles vous sont données sur demande.
    effect: La commande est refusée.
    human: none
    article_22: contract
    safeguards: [human-review, express-view, contest]
    choice: Payez à la commande.
"""

GOOD = """
# commitments.yaml
promise:
  sentence: Chez nous, aucune machine ne décide.
  asserts: no-automated-decisions
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
automated_decisions:
  - name: Refus des commandes impayées
    kind: scoring
    logic: Un client qui a laissé deux commandes impayées est écarté. Les règles vous sont données sur demande.
    effect: La commande est refusée.
    human: before-decision
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each plain promise that a declared decision contradicts, with every such decision."""
    for promise in facts.promises.get("no-automated-decisions", ()):
        against = [one for one in decided(promise) if one.decision.is_by_machine]
        if against and promise.is_plain:
            yield Finding(
                rule=RULE.rule,
                at=promise.commitment.where.at("asserts"),
                values={"sentence": promise.commitment.sentence.strip(), "name": against[0].decision.name},
                related=tuple(Related(at=one.where, part="contradicts") for one in against[:SHOWN]),
            )
