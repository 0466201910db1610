"""A controller names the authority of another country than its own."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.reader import authorities, countries
from deskprivacy.model.parties import Controller

RULE = Rule(
    rule="authority-of-another-country",
    family="controllers",
    severity=Severity.WARNING,
    law=("GDPR 55(1)", "GDPR 56(1)", "GDPR 77(1)"),
    checked="2026-11-22",
    title={
        "en": "a controller names the authority of another country than its own",
        "fr": "un responsable de traitement nomme l’autorité d’un autre pays que le sien",
    },
    message={
        "en": "“{name}” ({country}) names an authority of another country ({other_country}): `{authority_word}`",
        "fr": "« {name} » ({country}) nomme une autorité d’un autre pays ({other_country}) : `{authority_word}`",
    },
    help={
        "en": "write in `authority` the one of its country ({own_words}), or correct `country`",
        "fr": "écrivez dans `authority` celle de son pays ({own_words}), ou corrigez `country`",
    },
    why={
        "en": "Whoever complains to an authority that cannot act loses weeks until the file has found its way.",
        "fr": "Qui s’adresse à une autorité qui ne peut pas agir perd des semaines, le temps que son dossier suive.",
    },
    asks={
        "en": (
            "Each authority acts on the territory of its own country, and that of the main establishment leads in "
            "cross-border matters (GDPR 55(1), 56(1)); a person may also complain where they live or work (GDPR 77(1))."
        ),
        "fr": (
            "Chaque autorité agit sur le territoire de son pays, et celle de l’établissement principal est chef de "
            "file dans les affaires transfrontalières (RGPD, art. 55(1), 56(1)) ; la personne peut aussi se plaindre "
            "là où elle vit ou travaille (RGPD, art. 77(1))."
        ),
    },
    mend={
        "en": (
            "Name the authority of the country of your main establishment. If you address people in another country, "
            "declare it in `territories`: then its authority may be named."
        ),
        "fr": (
            "Nommez l’autorité du pays de votre établissement principal. Si vous vous adressez à des personnes d’un "
            "autre pays, déclarez-le dans `territories` : son autorité peut alors être nommée."
        ),
    },
    justified={
        "en": "The decisions on processing are taken in an establishment of that other country (GDPR 4(16)).",
        "fr": "Les traitements sont décidés dans un établissement de cet autre pays (RGPD, art. 4(16)).",
    },
)

BAD = """
# controllers.yaml
aubepine:
  name: Boulangerie Aubépine SRL
  address: 8 quai des Brumes, 1000 Bruxelles
  country: BE
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: false
    reason: Ni suivi régulier à grande échelle, ni données sensibles
  rights:
    contact:
      email: donnees@aubepine.example
    identity: on-doubt
  authority: cnil  # <- authority-of-another-country
"""

GOOD = """
# controllers.yaml
aubepine:
  name: Boulangerie Aubépine SRL
  address: 8 quai des Brumes, 1000 Bruxelles
  country: BE
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: false
    reason: Ni suivi régulier à grande échelle, ni données sensibles
  rights:
    contact:
      email: donnees@aubepine.example
    identity: on-doubt
  authority: apd
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each controller inside the EEA whose authority is of a country in which it declares nothing."""
    for one in facts.register.controllers.values():
        named = authorities()[one.authority].country if one.authority else None
        at_home = _at_home(one)
        if named is None or not at_home or named in at_home:
            continue
        values = {
            "name": one.name or one.trade_name or one.id,
            "country": one.country,
            "other_country": named,
            "authority_word": one.authority,
            "own_words": ", ".join(_of(at_home[0])),
        }
        yield Finding(rule=RULE.rule, at=one.where.at("authority"), values=values)


def _at_home(one: Controller) -> tuple[str, ...]:
    """Its Member State, then those of its territories; nothing where it lies outside, for it may choose."""
    if one.country is None or countries().position(one.country) == "outside":
        return ()
    own, *others = (one.country, *(code for territory in one.territories for code in territory.codes))
    return (_state(own), *(_state(code) for code in others))


def _state(code: str) -> str:
    """The Member State that a code belongs to: a part of it may have a code of its own."""
    return countries().territories.get(code) or countries().undecided.get(code) or code


def _of(country: str) -> Iterator[str]:
    """The authorities of a country, as they are written."""
    return (ident for ident, one in authorities().items() if one.country == country)
