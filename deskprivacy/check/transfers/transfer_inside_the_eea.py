"""A transfer is declared to a country where the regulation holds."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.reader import countries

RULE = Rule(
    rule="transfer-inside-the-eea",
    family="transfers",
    severity=Severity.WARNING,
    law=("GDPR 44", "GDPR 1(3)"),
    checked="2026-11-22",
    title={
        "en": "a transfer is declared to a country of the European Economic Area",
        "fr": "un transfert est déclaré vers un pays de l’Espace économique européen",
    },
    message={
        "en": (
            "“{name}”: this country lies within the European Economic Area ({country}); sending data there is no "
            "transfer"
        ),
        "fr": (
            "« {name} » : ce pays est dans l’Espace économique européen ({country}) ; y envoyer des données n’est pas "
            "un transfert"
        ),
    },
    help={
        "en": (
            "remove the country from `countries`; write `transfer: []` if no other remains, and keep it in "
            "`country` or `stored_in`"
        ),
        "fr": (
            "retirez le pays de `countries` ; écrivez `transfer: []` s’il n’en reste aucun, et gardez-le dans "
            "`country` ou `stored_in`"
        ),
    },
    why={
        "en": "A false alarm hides the true ones: the reader looks for dangers where there are none.",
        "fr": "Une fausse alerte cache les vraies : le lecteur cherche un danger là où il n’y en a pas.",
    },
    asks={
        "en": "Chapter V speaks of third countries and international organisations; within the Union data move freely.",
        "fr": (
            "Le chapitre V vise les pays tiers et les organisations internationales ; dans l’Union, les données "
            "circulent librement."
        ),
    },
    mend={
        "en": "Keep under `transfer` only what leaves the European Economic Area.",
        "fr": "Ne gardez sous `transfer` que ce qui quitte l’Espace économique européen.",
    },
    justified={
        "en": "The recipient is an international organisation with its seat in that country.",
        "fr": "Le destinataire est une organisation internationale qui a son siège dans ce pays.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: CH
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries:
      - CH
      - BE  # <- transfer-inside-the-eea
    mechanism: adequacy
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: CH
  stored_in: [CH, BE]
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [CH]
    mechanism: adequacy
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each country of an entry that lies inside."""
    for one in facts.transfers:
        for position, code in enumerate(one.entry.countries):
            if countries().position(code) == "inside":
                values = {"name": one.recipient.name, "country": code}
                yield Finding(rule=RULE.rule, at=one.where.at("countries", position), values=values)
