"""The public is promised that others act on instruction only, and some decide for themselves."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.commitments._receivers import contradicted
from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import Receipt
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.presumptions import callings

RULE = Rule(
    rule="independent-recipient-despite-promise",
    family="commitments",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)", "GDPR 4(7)"),
    sought_in=("activities.recipients", "activities.hosting", "trackers"),
    checked="2026-11-22",
    title={
        "en": "a promise that others act on instruction only is contradicted",
        "fr": "une promesse que les tiers n’agissent que sur instruction est contredite",
    },
    message={
        "en": "“{sentence}”: yet “{name}” receives data as {recipient_role}, and acts for itself",
        "fr": (
            "« {sentence} » : pourtant, « {name} » reçoit des données comme {recipient_role}, et agit pour son propre "
            "compte"
        ),
    },
    help={
        "en": (
            "correct the role if it is wrong; or narrow the commitment with `scope`, or withdraw it with "
            "`status: withdrawn` and `reason`"
        ),
        "fr": (
            "corrigez le rôle s’il est inexact ; ou limitez l’engagement par `scope`, ou retirez-le avec "
            "`status: withdrawn` et `reason`"
        ),
    },
    why={
        "en": "You believe that one body decides on your data, and several do.",
        "fr": "Vous croyez qu’un seul décide de vos données, et ils sont plusieurs.",
    },
    asks={
        "en": "Information is fair and true: what is promised is kept, or is not promised.",
        "fr": "L’information est loyale et exacte : ce que l’on promet, on le tient, ou on ne le promet pas.",
    },
    mend={
        "en": "Tell apart those that act for you and those that act for themselves, and promise only for the first.",
        "fr": (
            "Distinguez ceux qui agissent pour vous de ceux qui agissent pour eux-mêmes, et ne promettez que pour"
            " les premiers."
        ),
    },
    justified=None,
)

BAD = """
# commitments.yaml
promise:
  sentence: >-
    Nos prestataires, et ceux qui vous livrent, n’agissent que sur nos instructions.
  asserts: processors-only-on-instruction  # <- independent-recipient-despite-promise
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
"""

_FOR_ITSELF = {"controller", "joint-controller"}  # the public provides nothing: publishing breaks no such promise


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each plain promise that a provider of another role contradicts, with every place that does."""

    def provides(one: Receipt) -> bool:
        """Whether it works for us: a bank, a lawyer, an insurer acts for itself by calling, and is no such provider."""
        recipient = one.recipient
        if "processor" in facts.roles.get(recipient.id, ()) or one.where.kind == "trackers":
            return True
        return bool(recipient.service or recipient.sector) and recipient.sector not in callings()

    for promise in facts.promises.get("processors-only-on-instruction", ()):
        if promise.is_plain:
            yield from contradicted(RULE, facts, promise, _FOR_ITSELF, provides)
