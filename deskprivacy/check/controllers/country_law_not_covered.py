"""A controller is established where another law than that of the Union holds."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.reader import countries

RULE = Rule(
    rule="country-law-not-covered",
    family="controllers",
    severity=Severity.INFO,
    law=("GDPR 3",),
    checked="2026-11-22",
    title={
        "en": "the law of the controller’s country is not covered",
        "fr": "le droit du pays du responsable de traitement n’est pas couvert",
    },
    message={
        "en": "“{name}” is established outside the EEA ({country}): the law of that country is not covered here",
        "fr": "« {name} » est établi hors de l’EEE ({country}) : le droit de ce pays n’est pas couvert ici",
    },
    help={
        "en": (
            "check the register against that law too; where persons in the EEA are addressed, or an establishment "
            "there acts, say so with `authority`, `representative` or `territories`: what the GDPR asks follows from it"
        ),
        "fr": (
            "vérifiez aussi le registre au regard de ce droit ; si vous vous adressez à des personnes de l’EEE, ou si "
            "un établissement y agit, dites-le avec `authority`, `representative` ou `territories` : ce que demande "
            "le RGPD en découle"
        ),
    },
    why={
        "en": "What is found here is found in the GDPR alone; people in that country have the rights of its own law.",
        "fr": "Ce qui est relevé ici l’est au regard du seul RGPD ; les personnes de ce pays ont les droits de sa loi.",
    },
    asks={
        "en": (
            "The GDPR holds for an establishment in the Union, and for a controller elsewhere that offers goods or "
            "services to persons in the Union or monitors their behaviour (GDPR 3(1) and (2)). What it asks only then, "
            "such as a representative, is asked only where the register shows such a tie."
        ),
        "fr": (
            "Le RGPD vaut pour un établissement dans l’Union, et pour un responsable établi ailleurs qui offre des "
            "biens ou services à des personnes de l’Union ou suit leur comportement (RGPD, art. 3(1) et (2)). Ce "
            "qu’il ne demande qu’alors, comme un représentant, n’est demandé que si le registre montre un tel lien."
        ),
    },
    mend={
        "en": "Nothing is at fault: the tool knows the law of the Union and of some of its Member States only.",
        "fr": "Rien n’est en faute : l’outil ne connaît que le droit de l’Union et de quelques États membres.",
    },
    justified={
        "en": "The register was checked against that law elsewhere.",
        "fr": "Le registre a été vérifié ailleurs au regard de ce droit.",
    },
)

BAD = """
# controllers.yaml
aubepine:
  name: Aubepine Bakery Ltd
  address: 8 Mill Lane, Bristol BS1 0XX
  country: GB  # <- country-law-not-covered
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: false
    reason: Ni suivi régulier à grande échelle, ni données sensibles
  rights:
    contact:
      email: donnees@aubepine.example
    identity: on-doubt
"""

GOOD = """
# controllers.yaml
aubepine:
  name: Aubepine Bakery Ltd
  address: 8 Mill Lane, Cork
  country: IE
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: false
    reason: Ni suivi régulier à grande échelle, ni données sensibles
  rights:
    contact:
      email: donnees@aubepine.example
    identity: on-doubt
  authority: dpc
"""


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each country outside the EEA where a controller of this register has its seat, at the first."""
    told: set[str] = set()
    for one in facts.register.own_controllers:
        country = one.country
        if country is None or country in told or countries().position(country) != "outside":
            continue
        told.add(country)
        values = {"name": one.name or one.trade_name or one.id, "country": country}
        yield Finding(rule=RULE.rule, at=one.where.at("country"), values=values)
