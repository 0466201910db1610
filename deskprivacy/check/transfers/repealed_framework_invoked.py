"""Something that was annulled still stands as protection: Privacy Shield, Safe Harbour."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.transfers._annulled import annulled
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.parties import Recipient

RULE = Rule(
    rule="repealed-framework-invoked",
    family="transfers",
    severity=Severity.WARNING,
    law=("GDPR 45(1)", "CJEU C-362/14", "CJEU C-311/18"),
    checked="2026-11-22",
    title={
        "en": "an annulled framework is still invoked",
        "fr": "un cadre annulé est encore invoqué",
    },
    message={
        "en": "“{name}”: “{text}” invokes decision {act}, which has had no effect since {until_day}",
        "fr": "« {name} » : « {text} » invoque la décision {act}, sans effet depuis le {until_day}",
    },
    help={
        "en": "name what protects the data today in `mechanism` and `document`, and remove the old certificate",
        "fr": (
            "indiquez dans `mechanism` et `document` ce qui protège les données aujourd’hui, et retirez l’ancien "
            "certificat"
        ),
    },
    why={
        "en": "A promise that a court has struck down protects nobody, however official it looks.",
        "fr": "Une promesse que le juge a annulée ne protège personne, si officielle qu’elle paraisse.",
    },
    asks={
        "en": (
            "The Court annulled Safe Harbour in 2015 and Privacy Shield in 2020, at once and without a period of grace."
        ),
        "fr": "La Cour a annulé le Safe Harbour en 2015 et le Privacy Shield en 2020, aussitôt et sans délai de grâce.",
    },
    mend={
        "en": (
            "Check whether the recipient is on the list of the new framework; else sign the standard clauses of 2021."
        ),
        "fr": (
            "Vérifiez si le destinataire figure sur la liste du nouveau cadre ; sinon, signez les clauses types "
            "de 2021."
        ),
    },
    justified={
        "en": "The document quotes the old framework only to say that it was replaced.",
        "fr": "Le document ne cite l’ancien cadre que pour dire qu’il a été remplacé.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: US
  certifications: [Privacy Shield]  # <- repealed-framework-invoked
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [US]
    mechanism: scc
    assessment: Analyse de transfert n° 1
    copy: Écrivez-nous ; nous vous envoyons les clauses.
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: US
  certifications: [Data Privacy Framework]
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [US]
    mechanism: scc
    assessment: Analyse de transfert n° 1
    copy: Écrivez-nous ; nous vous envoyons les clauses.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each certificate, document or way to a copy of a transfer that names an annulled framework."""
    for recipient in facts.register.recipients.values():
        certificates = recipient.where.at("certifications")
        for position, text in enumerate(recipient.certifications):
            yield from _named(recipient, certificates.at(position), text, facts.today)
    for one in facts.transfers:
        for key in ("document", "copy"):
            yield from _named(one.recipient, one.where.at(key), getattr(one.entry, key), facts.today)


def _named(recipient: Recipient, where: Address, text: str | None, today: date) -> Iterator[Finding]:
    for decision in annulled(text, today):
        values = {"name": recipient.name, "text": text, "act": decision.act, "until_day": str(decision.end)}
        yield Finding(rule=RULE.rule, at=where, values=values)
