"""The public is promised that nothing is disclosed, and somebody outside receives data."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.commitments._receivers import contradicted
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.parties import OUTSIDERS

RULE = Rule(
    rule="disclosure-despite-promise",
    family="commitments",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)"),
    checked="2026-11-22",
    title={
        "en": "a promise of no disclosure is contradicted",
        "fr": "une promesse de ne rien communiquer est contredite",
    },
    message={
        "en": "“{sentence}”: yet “{name}” receives data as {recipient_role}",
        "fr": "« {sentence} » : pourtant, « {name} » reçoit des données comme {recipient_role}",
    },
    help={
        "en": (
            "stop the disclosure; or narrow the commitment with `scope`, or withdraw it with `status: "
            "withdrawn` and `reason`"
        ),
        "fr": (
            "cessez la communication ; ou limitez l’engagement par `scope`, ou retirez-le avec `status: "
            "withdrawn` et `reason`"
        ),
    },
    why={
        "en": "A promise is why many people hand over their data; broken, it deceives them.",
        "fr": "C’est souvent sur une promesse que l’on confie ses données ; rompue, elle trompe.",
    },
    asks={
        "en": "Information is fair and true: what is promised is kept, or is not promised.",
        "fr": "L’information est loyale et exacte : ce que l’on promet, on le tient, ou on ne le promet pas.",
    },
    mend={
        "en": "Say to whom data really go; keep a promise only for what never leaves the house.",
        "fr": (
            "Dites à qui vont réellement les données ; ne gardez la promesse que pour ce qui ne sort jamais de la"
            " maison."
        ),
    },
    justified=None,
)

BAD = """
# commitments.yaml
promise:
  sentence: Nous ne communiquons vos données à personne.
  asserts: no-disclosure  # <- disclosure-despite-promise
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
courier:
  name: Coursiers à vélo
  role: controller
  sector: delivery
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
    purposes: [order-preparation]
    data: [contact-details]
  courier:
    purposes: [order-preparation]
    data: [contact-details]
trackers: []
measures: [locked-till]
automated_decisions: []
"""

GOOD = """
# commitments.yaml
promise:
  sentence: Nous ne communiquons vos données à personne pour notre lettre.
  asserts: no-disclosure
  scope:
    purposes: [newsletter]
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
courier:
  name: Coursiers à vélo
  role: controller
  sector: delivery
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
    purposes: [order-preparation]
    data: [contact-details]
  courier:
    purposes: [order-preparation]
    data: [contact-details]
trackers: []
measures: [locked-till]
automated_decisions: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each plain promise that such a recipient contradicts, with every place that does.

    A processor is no third party (GDPR 4(10)); an authority may ask by law. Where `to` says whom the promise speaks of,
    no rule can tell if this recipient is one of them.
    """
    for promise in facts.promises.get("no-disclosure", ()):
        if promise.is_plain and not promise.commitment.to:
            yield from contradicted(RULE, facts, promise, OUTSIDERS)
