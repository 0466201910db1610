"""The public is promised that nobody is profiled, and people are."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import SHOWN, decided
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="profiling-despite-promise",
    family="commitments",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)", "GDPR 4(4)"),
    checked="2026-11-22",
    title={
        "en": "a promise of no profiling is contradicted",
        "fr": "une promesse de ne pas profiler est contredite",
    },
    message={
        "en": "“{sentence}”: yet “{name}” ({decision_kind}) evaluates people",
        "fr": "« {sentence} » : pourtant, « {name} » ({decision_kind}) évalue des personnes",
    },
    help={
        "en": (
            "stop the profiling; or narrow the commitment with `scope`, or withdraw it with `status: "
            "withdrawn` and `reason`"
        ),
        "fr": (
            "cessez le profilage ; ou limitez l’engagement par `scope`, ou retirez-le avec `status: "
            "withdrawn` et `reason`"
        ),
    },
    why={
        "en": "Whoever is told that nobody watches does not look for a way to object.",
        "fr": "Qui croit que personne n’observe ne cherche pas à s’y opposer.",
    },
    asks={
        "en": "Information is fair and true: what is promised is kept, or is not promised.",
        "fr": "L’information est loyale et exacte : ce que l’on promet, on le tient, ou on ne le promet pas.",
    },
    mend={
        "en": "Name the profiling, its logic and how to say no; or give it up.",
        "fr": "Nommez le profilage, sa logique et la façon de le refuser ; ou renoncez-y.",
    },
    justified=None,
)

BAD = """
# commitments.yaml
promise:
  sentence: Nous ne faisons pas de profilage.
  asserts: no-profiling  # <- profiling-despite-promise
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
  - name: Goûts de nos clients
    kind: profiling
    logic: Nous rapprochons vos pains préférés de la saison.
    effect: Nous vous annonçons d’abord ce que vous aimez.
    human: none
    choice: Dites-le à un vendeur.
"""

GOOD = """
# commitments.yaml
promise:
  sentence: Nous ne faisons pas de profilage.
  asserts: no-profiling
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

_PROFILES = {"profiling", "scoring"}


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each plain promise that declared profiling or scoring contradicts, with every place that does."""
    for promise in facts.promises.get("no-profiling", ()):
        against = [one for one in decided(promise) if one.decision.kind in _PROFILES]
        if against and promise.is_plain:
            first = against[0].decision
            yield Finding(
                rule=RULE.rule,
                at=promise.commitment.where.at("asserts"),
                values={
                    "sentence": promise.commitment.sentence.strip(),
                    "name": first.name,
                    "decision_kind": first.kind,
                },
                related=tuple(Related(at=one.where, part="contradicts") for one in against[:SHOWN]),
            )
