"""The public is promised aggregated data only, and data that tell people apart are processed."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import SHOWN, TOTALS, Promise, of_item
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.data import Item
from deskprivacy.model.uses import DataUse

RULE = Rule(
    rule="identified-data-despite-promise",
    family="commitments",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)", "GDPR 4(1)", "GDPR 4(5)"),
    checked="2026-11-22",
    title={
        "en": "a promise of aggregated data only is contradicted",
        "fr": "une promesse de données agrégées seulement est contredite",
    },
    message={
        "en": "“{sentence}”: yet “{name}” tells one person from another",
        "fr": "« {sentence} » : pourtant, « {name} » distingue une personne d’une autre",
    },
    help={
        "en": (
            "write `form: aggregated` if it is true; or narrow the commitment with `scope`, or withdraw it "
            "with `status: withdrawn` and `reason`"
        ),
        "fr": (
            "écrivez `form: aggregated` si c’est vrai ; ou limitez l’engagement par `scope`, ou retirez-le "
            "avec `status: withdrawn` et `reason`"
        ),
    },
    why={
        "en": "“Only totals” reassures; a number that follows a person is something else.",
        "fr": "« Des totaux seulement » rassure ; un numéro qui suit une personne est tout autre chose.",
    },
    asks={
        "en": "Data that single out a person, even under a number, are personal; only true totals are not.",
        "fr": (
            "Une donnée qui isole une personne, même sous un numéro, est personnelle ; seuls de vrais totaux ne "
            "le sont pas."
        ),
    },
    mend={
        "en": "Count without identifiers, or say that each visitor is followed and how to refuse.",
        "fr": "Comptez sans identifiant, ou dites que chaque visiteur est suivi et comment refuser.",
    },
    justified=None,
)

BAD = """
# commitments.yaml
promise:
  sentence: Nous ne gardons que des totaux de visites.
  asserts: aggregated-only  # <- identified-data-despite-promise
  scope:
    data: [visits]
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
# data_categories.yaml
visits:
  name: Visites de notre page
  cnil_family: internet
  sources: [order-form]
  items:
    page-count: {name: Nombre de pages vues}
    device-number:
      name: Numéro de l’appareil
      tags: [identifier, device]
# activities/visits.yaml
name: Visites de notre page
purposes: [order-preparation]
data_subjects: [customers]
data:
  visits:
    retention: one-year
    required: optional
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

GOOD = """
# commitments.yaml
promise:
  sentence: Nous ne gardons que des totaux de visites.
  asserts: aggregated-only
  scope:
    data: [visits]
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
# data_categories.yaml
visits:
  name: Visites de notre page
  cnil_family: internet
  sources: [order-form]
  items:
    page-count: {name: Nombre de pages vues}
    device-number:
      name: Numéro de l’appareil
      tags: [identifier, device]
# activities/visits.yaml
name: Visites de notre page
purposes: [order-preparation]
data_subjects: [customers]
data:
  visits:
    retention: one-year
    required: optional
    form: aggregated
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
"""

_SINGLES_OUT = {"identified", "pseudonymised"}


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each plain promise that identifiers, or lines declared to single people out, contradict."""
    for promise in facts.promises.get("aggregated-only", ()):
        if not promise.is_plain:
            continue
        uses = (use for activity in promise.activities for use in facts.register.uses[activity.id])
        against = [(use, item) for use in uses for item in _single_out(promise, use)]
        if against:
            yield Finding(
                rule=RULE.rule,
                at=promise.commitment.where.at("asserts"),
                values={"sentence": promise.commitment.sentence.strip(), "name": against[0][1].name},
                related=tuple(Related(at=use.where, part="contradicts") for use, _item in against[:SHOWN]),
            )


def _single_out(promise: Promise, use: DataUse) -> Iterator[Item]:
    """The first item of a use that the promise speaks of and that tells people apart."""
    if use.line.form in TOTALS:
        return
    for ident, item in (use.category.items or {}).items():
        told_apart = "identifier" in item.tags or use.line.form in _SINGLES_OUT
        if told_apart and any(item is one for one in use.items) and promise.reaches(of_item(use, ident)):
            yield item
            return
