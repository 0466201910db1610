"""The contract with a processor or a joint controller has ended, and the data still flow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="contract-expired",
    family="recipients",
    severity=Severity.ERROR,
    law=("GDPR 28(3)", "GDPR 26(1)"),
    checked="2026-11-22",
    title={
        "en": "a contract has ended, and the recipient still receives data",
        "fr": "un contrat a pris fin, et le destinataire reçoit encore des données",
    },
    message={
        "en": "the contract with “{name}” ({recipient_role}) ended on {until_day}, and an activity still gives it data",
        "fr": (
            "le contrat avec « {name} » ({recipient_role}) a pris fin le {until_day}, et une activité lui confie "
            "encore des données"
        ),
    },
    help={
        "en": (
            "if it was renewed, write its new end in `until` and its text in `document`; else end the line under "
            "`recipients`"
        ),
        "fr": (
            "s’il a été renouvelé, écrivez sa nouvelle fin dans `until` et son texte dans `document` ; sinon, "
            "retirez la ligne de `recipients`"
        ),
    },
    why={
        "en": "Once the contract has ended, nobody is bound any more to protect your data, nor to erase them.",
        "fr": "Quand le contrat a pris fin, plus personne n’est tenu de protéger vos données ni de les effacer.",
    },
    asks={
        "en": "The contract or the arrangement holds for as long as the processing lasts.",
        "fr": "Le contrat ou l’accord tient aussi longtemps que dure le traitement.",
    },
    mend={
        "en": "Renew the contract, or have the data given back or erased (Article 28(3)(g)) and stop the flow.",
        "fr": "Renouvelez le contrat, ou faites rendre ou effacer les données (article 28(3)(g)) et arrêtez le flux.",
    },
    justified={
        "en": "The contract goes on by tacit renewal, and its new end is being confirmed.",
        "fr": "Le contrat continue par tacite reconduction, et sa nouvelle fin est en cours de confirmation.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  contract:
    article: 28
    document: Contrat de maintenance de la caisse
    date: 2024-03-02
    until: 2026-03-01  # <- contract-expired
  transfer: []
  sub_processors: []
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  contract:
    article: 28
    document: Contrat de maintenance de la caisse, renouvelé
    date: 2024-03-02
    until: 2028-03-01
  transfer: []
  sub_processors: []
"""

_BOUND = ("processor", "joint-controller")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each contract past its last day, of a recipient that a running activity still uses so."""
    for ident, roles in facts.roles.items():
        recipient = facts.register.recipients[ident]
        role = next((one for one in _BOUND if one in roles), None)
        until = recipient.contract.until if recipient.contract else None
        if role and until and date.fromisoformat(until) < facts.today:
            values = {"name": recipient.name, "recipient_role": role, "until_day": until}
            yield Finding(rule=RULE.rule, at=recipient.where.at("contract", "until"), values=values)
