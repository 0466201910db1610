"""The public is promised that data stay in the EEA, and they leave it."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import SHOWN, Promise, Receipt
from deskprivacy.check.rule import Rule
from deskprivacy.duty.abroad import is_outside, places_abroad
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.parties import NOT_A_PLACE

RULE = Rule(
    rule="transfer-despite-promise",
    family="commitments",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)", "GDPR 13(1)(f)"),
    checked="2026-11-22",
    title={
        "en": "a promise that data stay in the European Economic Area is contradicted",
        "fr": "la promesse que les données restent dans l’Espace économique européen est contredite",
    },
    message={
        "en": "“{sentence}”: yet data go to “{name}” ({country})",
        "fr": "« {sentence} » : pourtant, des données vont à « {name} » ({country})",
    },
    help={
        "en": (
            "stop the transfer; or narrow the commitment with `scope`, or withdraw it with `status: "
            "withdrawn` and `reason`"
        ),
        "fr": (
            "cessez le transfert ; ou limitez l’engagement par `scope`, ou retirez-le avec `status: "
            "withdrawn` et `reason`"
        ),
    },
    why={
        "en": "Where your data are decides whose police may read them.",
        "fr": "Du lieu où sont vos données dépend la police qui peut les lire.",
    },
    asks={
        "en": "Information is fair and true: what is promised is kept, or is not promised.",
        "fr": "L’information est loyale et exacte : ce que l’on promet, on le tient, ou on ne le promet pas.",
    },
    mend={
        "en": "Keep the data within the European Economic Area, or tell the transfers and what protects them.",
        "fr": "Gardez les données dans l’Espace économique européen, ou dites les transferts et ce qui les protège.",
    },
    justified=None,
)

BAD = """
# commitments.yaml
promise:
  sentence: Vos données ne quittent pas l’Espace économique européen.
  asserts: no-transfer-outside-eea  # <- transfer-despite-promise
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
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  access_from: [TN]
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  transfer:
    countries: [TN]
    mechanism: scc
    assessment: Analyse de transfert du 9 février 2026
    copy: Écrivez-nous ; nous vous envoyons les clauses.
  sub_processors: []
"""

GOOD = """
# commitments.yaml
promise:
  sentence: Vos données ne quittent pas l’Espace économique européen.
  asserts: no-transfer-outside-eea
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


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each plain promise that a transfer, or a place abroad, contradicts, with every such fact."""
    for promise in facts.promises.get("no-transfer-outside-eea", ()):
        if not promise.is_plain:
            continue
        received = (one for activity in promise.activities for one in facts.receipts.get(activity.id, ()))
        against = [(one, code) for one in received if (code := _leaves(promise, one))]
        if against:
            first, country = against[0]
            yield Finding(
                rule=RULE.rule,
                at=promise.commitment.where.at("asserts"),
                values={
                    "sentence": promise.commitment.sentence.strip(),
                    "name": first.recipient.name,
                    "country": country,
                },
                related=tuple(Related(at=one.where, part="contradicts") for one, _code in against[:SHOWN]),
            )


def _leaves(promise: Promise, one: Receipt) -> str | None:
    """The first country outside the EEA to which data go that the promise speaks of."""
    if one.role in NOT_A_PLACE:
        return None
    if one.transfer is None:
        abroad = [code for _where, code in places_abroad(one.recipient)]
        return abroad[0] if abroad and promise.reaches(one.circumstance) else None
    for entry in one.transfer:
        outside = [code for code in entry.countries if is_outside(code)]
        if outside and promise.reaches(one.transferred(entry)):
            return outside[0]
    return None
