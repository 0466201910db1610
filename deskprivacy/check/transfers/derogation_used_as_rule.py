"""A derogation, meant for particular situations, carries a transfer that lasts."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.abroad import DeclaredTransfer
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.transfer_tools import lasting_reasons

RULE = Rule(
    rule="derogation-used-as-rule",
    family="transfers",
    severity=Severity.WARNING,
    law=("GDPR 49(1)", "GDPR 44", "EDPB 2/2018"),
    checked="2026-11-22",
    title={
        "en": "a derogation carries a transfer that lasts",
        "fr": "une dérogation sert de base à un transfert durable",
    },
    message={
        "en": "“{name}”: a derogation carries a transfer that lasts by its nature ({country}; `{sign}`)",
        "fr": "« {name} » : une dérogation porte un transfert qui dure par nature ({country} ; `{sign}`)",
    },
    help={
        "en": "name a lasting tool in `mechanism`: `adequacy`, `scc` or `bcr`, with `assessment` and `copy`",
        "fr": "indiquez un outil durable dans `mechanism` : `adequacy`, `scc` ou `bcr`, avec `assessment` et `copy`",
    },
    why={
        "en": "Under a derogation your data go unprotected: that is bearable once, not every day.",
        "fr": "Avec une dérogation, vos données partent sans protection : passe pour une fois, pas pour chaque jour.",
    },
    asks={
        "en": (
            "Derogations are read strictly; those for contracts and claims serve occasional transfers only "
            "(GDPR 49(1)(b), (c) and (e), recital 111)."
        ),
        "fr": (
            "Les dérogations sont d’interprétation stricte ; celles des contrats et des droits en justice ne "
            "servent qu’à des transferts occasionnels (RGPD, art. 49(1)(b), (c) et (e), considérant 111)."
        ),
    },
    mend={
        "en": "Sign the Commission’s clauses with the recipient, or choose one within the European Economic Area.",
        "fr": (
            "Signez les clauses de la Commission avec le destinataire, ou choisissez-en un dans l’Espace "
            "économique européen."
        ),
    },
    justified={
        "en": "The transfer happened once, and a note shows that no other tool was at hand.",
        "fr": "Le transfert n’a eu lieu qu’une fois, et une note montre qu’aucun autre outil n’était disponible.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: MA
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [MA]
    mechanism: derogation  # <- derogation-used-as-rule
    derogation: 49-1-b
    reason: storage
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Boulangers invités au Maroc
  role: controller
  sector: education
  country: MA
  transfer:
    countries: [MA]
    mechanism: derogation
    derogation: 49-1-b
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each entry that rests on a derogation alone and shows a sign of lasting, at the mechanism."""
    for one in facts.transfers:
        if one.entry.mechanism == ("derogation",) and one.outside and (sign := _lasts(one)):
            values = {"name": one.recipient.name, "country": one.outside[0], "sign": sign}
            yield Finding(rule=RULE.rule, at=one.where.at("mechanism"), values=values)


def _lasts(one: DeclaredTransfer) -> str | None:
    if one.entry.reason in lasting_reasons():
        return f"reason: {one.entry.reason}"
    if stored := set(one.outside) & set(one.recipient.stored_in):
        return f"stored_in: {min(stored)}"
    role = one.line.role if one.line else one.recipient.role
    return "role: processor" if role == "processor" else None
