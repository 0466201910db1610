"""No transfer is declared, and the recipient, its servers, its staff or its own processors are outside the EEA."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.duty.abroad import places_abroad
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.parties import NOT_A_PLACE

RULE = Rule(
    rule="no-transfer-contradicted",
    family="transfers",
    severity=Severity.ERROR,
    law=("GDPR 44", "GDPR 30(1)(e)", "GDPR 13(1)(f)"),
    checked="2026-11-22",
    title={
        "en": "“no transfer” is contradicted by a place outside the European Economic Area",
        "fr": "« aucun transfert » est contredit par un lieu hors de l’Espace économique européen",
    },
    message={
        "en": (
            "“{name}”: `transfer: []` says that nothing leaves the European Economic Area, yet this country is "
            "declared: {country}"
        ),
        "fr": (
            "« {name} » : `transfer: []` dit que rien ne quitte l’Espace économique européen, et pourtant "
            "ce pays est déclaré : {country}"
        ),
    },
    help={
        "en": "declare the transfer: `countries`, `mechanism` and what goes with it; or correct the place",
        "fr": "déclarez le transfert : `countries`, `mechanism` et ce qui va avec ; ou corrigez le lieu",
    },
    why={
        "en": "You read that your data stay in the European Economic Area while somebody opens them elsewhere.",
        "fr": "Vous lisez que vos données restent dans l’Espace économique européen, et quelqu’un les ouvre ailleurs.",
    },
    asks={
        "en": "To store elsewhere, or to read from elsewhere, is a transfer, even if the servers stand here.",
        "fr": "Conserver ailleurs, ou consulter depuis ailleurs, est un transfert, même si les serveurs sont ici.",
    },
    mend={
        "en": (
            "Ask the provider where it stores and from where it reads; then declare it, or forbid it in the contract."
        ),
        "fr": (
            "Demandez au prestataire où il conserve et d’où il consulte ; puis déclarez-le, ou interdisez-le par "
            "contrat."
        ),
    },
    justified={
        "en": (
            "The place belongs to another service of the recipient: none of these data is kept there or read "
            "from there, and the contract says so. Encryption does not make a transfer disappear; it is a "
            "measure to declare with it."
        ),
        "fr": (
            "Le lieu concerne un autre service du destinataire : aucune de ces données n’y est conservée ni "
            "consultée, et le contrat le dit. Le chiffrement ne fait pas disparaître un transfert : c’est une "
            "mesure à déclarer avec lui."
        ),
    },
)

BAD = """
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
  sub_processors: []
  transfer: []  # <- no-transfer-contradicted
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  access_from: [PT]
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each recipient that declares no transfer, with every place that says the contrary."""
    register = facts.register
    for recipient in register.recipients.values():
        if recipient.transfer != () or recipient.role in NOT_A_PLACE:
            continue
        further = [register.recipients[ident] for ident in recipient.sub_processors or ()]
        found = [place for one in (recipient, *further) for place in places_abroad(one, register.home)]
        if found:
            yield Finding(
                rule=RULE.rule,
                at=recipient.where.at("transfer"),
                values={"name": recipient.name, "country": found[0][1]},
                related=tuple(Related(at=where, part="contradicts", on="value") for where, _code in found),
            )
