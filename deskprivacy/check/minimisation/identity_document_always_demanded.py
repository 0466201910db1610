"""Whoever exercises a right has to show an identity document, doubt or no doubt."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="identity-document-always-demanded",
    family="minimisation",
    severity=Severity.WARNING,
    law=("GDPR 12(6)", "GDPR 12(2)", "GDPR 5(1)(c)"),
    checked="2026-11-22",
    title={
        "en": "an identity document is demanded for every request",
        "fr": "une pièce d’identité est exigée pour toute demande",
    },
    message={
        "en": "“{name}” demands an identity document of whoever exercises a right, even where there is no doubt",
        "fr": "« {name} » exige une pièce d’identité de qui exerce un droit, même sans aucun doute",
    },
    help={
        "en": "write `identity: on-doubt`, or `identity: account` where people sign in",
        "fr": "écrivez `identity: on-doubt`, ou `identity: account` si la personne se connecte",
    },
    why={
        "en": "A copy of an identity card deters many requests, and is itself what a thief of identities looks for.",
        "fr": "Demander une copie de carte d’identité décourage, et cette copie est ce que cherche un usurpateur.",
    },
    asks={
        "en": "More information to confirm who asks may be requested where there are reasonable doubts, and only then.",
        "fr": "Des informations de plus pour confirmer l’identité se demandent en cas de doute raisonnable, pas avant.",
    },
    mend={
        "en": (
            "Answer from the account or to the address that you already have; where a doubt remains, ask for what "
            "removes it, and delete it once it has."
        ),
        "fr": (
            "Répondez depuis le compte, ou à l’adresse que vous avez déjà ; si un doute demeure, demandez de quoi le "
            "lever, et effacez-le ensuite."
        ),
    },
    justified={
        "en": "A text demands it for these requests, or a wrong answer would do grave harm: keep the analysis.",
        "fr": "Un texte l’exige pour ces demandes, ou une erreur serait grave : conservez l’analyse.",
    },
)

BAD = """
# controllers.yaml
aubepine:
  name: Boulangerie Aubépine SARL
  address: 3 rue des Lilas, 44000 Nantes
  country: FR
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: false
    reason: Ni suivi régulier à grande échelle, ni données sensibles
  rights:
    contact:
      email: donnees@aubepine.example
    identity: document  # <- identity-document-always-demanded
  authority: cnil
"""

GOOD = """
# controllers.yaml
aubepine:
  name: Boulangerie Aubépine SARL
  address: 3 rue des Lilas, 44000 Nantes
  country: FR
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: false
    reason: Ni suivi régulier à grande échelle, ni données sensibles
  rights:
    contact:
      email: donnees@aubepine.example
    identity: on-doubt
  authority: cnil
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each controller that always checks identity by a document."""
    for one in facts.register.controllers.values():
        if one.rights and one.rights.identity == "document":
            yield Finding(rule=RULE.rule, at=one.where.at("rights", "identity"), values={"name": one.name or one.id})
