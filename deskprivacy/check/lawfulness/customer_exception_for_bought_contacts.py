"""Customers are said to be written to under the exception, and the contact details do not come from them."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="customer-exception-for-bought-contacts",
    family="lawfulness",
    severity=Severity.ERROR,
    law=("2002/58/EC 13(2)", "CPCE L34-5"),
    sought_in=("itself", "data_categories"),
    checked="2026-11-22",
    title={
        "en": "the exception for customers is used with contact details that others gave",
        "fr": "l’exception « clients » est invoquée pour des coordonnées fournies par d’autres",
    },
    message={
        "en": (
            "“{name}” relies on the exception for customers (`soft_opt_in`), but in “{activity}” the contact "
            "details come from others only"
        ),
        "fr": (
            "« {name} » invoque l’exception ouverte aux clients (`soft_opt_in`), mais dans « {activity} » les "
            "coordonnées ne viennent que d’autres sources"
        ),
    },
    help={
        "en": "ask for consent (`basis: consent`) for these contacts, or correct `sources` on the line of `data`",
        "fr": (
            "demandez le consentement (`basis: consent`) pour ces contacts, ou corrigez `sources` sur la ligne "
            "de `data`"
        ),
    },
    why={
        "en": (
            "The exception lives on a relation: you bought, you left your address. With a bought address there "
            "is no such relation."
        ),
        "fr": (
            "L’exception tient à une relation : vous avez acheté, vous avez laissé votre adresse. Avec une "
            "adresse achetée, il n’y en a pas."
        ),
    },
    asks={
        "en": (
            "The details must have been obtained from the customer, on the occasion of a sale of a product or a "
            "service."
        ),
        "fr": (
            "Les coordonnées doivent avoir été recueillies auprès du client, à l’occasion d’une vente ou d’une "
            "prestation de services."
        ),
    },
    mend={
        "en": "Write only to those who gave you their address themselves; for the others, obtain consent first.",
        "fr": (
            "N’écrivez qu’à ceux qui vous ont donné eux-mêmes leur adresse ; pour les autres, obtenez d’abord "
            "leur accord."
        ),
    },
    justified=None,
)

BAD = """
# purposes.yaml
club:
  name: Vous inviter au club du pain
  kind: marketing
  legal_basis:
    basis: legitimate-interests
    interest: proposer à nos clients des pains semblables
    assessment:
      document: Mise en balance n° 1
    soft_opt_in: true
    channels: [text-message]
    data_subjects: [customers]
  choice: Répondez STOP.

# sources.yaml
address-seller:
  name: Un vendeur de fichiers d’adresses
  origin: third-party

# activities/club.yaml
name: Club du pain
purposes: [club]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:  # <- customer-exception-for-bought-contacts
    sources: [address-seller]
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# purposes.yaml
club:
  name: Vous inviter au club du pain
  kind: marketing
  legal_basis:
    basis: legitimate-interests
    interest: proposer à nos clients des pains semblables
    assessment:
      document: Mise en balance n° 1
    soft_opt_in: true
    channels: [text-message]
    data_subjects: [customers]
  choice: Répondez STOP.

# activities/club.yaml
name: Club du pain
purposes: [club]
data_subjects: [customers]
sources: [order-form]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


_ELSEWHERE = frozenset({"third-party", "public", "inferred"})


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each use of contact details from elsewhere for marketing that rests on the exception alone."""
    for purpose in facts.register.purposes.values():
        entries = purpose.legal_basis or ()
        if not entries or not all(one.soft_opt_in for one in entries):
            continue
        for use in facts.uses_by_purpose.get(purpose.id, ()):
            origins = {origin for source in use.sources for origin in source.origin}
            known = use.sources and all(source.origin for source in use.sources)
            if known and origins <= _ELSEWHERE and any("contact" in item.tags for item in use.items):
                yield Finding(
                    rule=RULE.rule,
                    at=use.where,
                    on="key",
                    values={"name": purpose.name, "activity": use.activity.name},
                    related=(Related(at=purpose.where.at("legal_basis"), part="contradicts"),),
                )
