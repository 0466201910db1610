"""A company of the group is declared as one of our own departments."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="group-company-as-internal",
    family="recipients",
    severity=Severity.WARNING,
    law=("GDPR 4(10)", "GDPR 4(19)", "GDPR 13(1)(e)"),
    checked="2026-11-22",
    title={
        "en": "a company of the group is declared as an internal department",
        "fr": "une société du groupe est déclarée comme service interne",
    },
    message={
        "en": (
            "“{name}” belongs to the group, and is declared as an internal department: another company is not one of "
            "your "
            "departments"
        ),
        "fr": (
            "« {name} » appartient au groupe, et est déclaré comme service interne : une autre société n’est pas un de"
            " vos services"
        ),
    },
    help={
        "en": (
            "write the role that it really has: `processor`, `controller` or `joint-controller`; or remove "
            "`group` if it is a department"
        ),
        "fr": (
            "écrivez le rôle qu’il a vraiment : `processor`, `controller` ou `joint-controller` ; ou retirez "
            "`group` si c’est un service"
        ),
    },
    why={
        "en": "“Us” is the company you chose, not every firm that its owners hold.",
        "fr": "« Nous », c’est la société que vous avez choisie, et non toutes celles que ses actionnaires possèdent.",
    },
    asks={
        "en": (
            "Each company of a group is a person of its own: giving it data is a disclosure, with a basis and a "
            "contract."
        ),
        "fr": (
            "Chaque société d’un groupe est une personne distincte : lui donner des données est une "
            "communication, avec sa base et son contrat."
        ),
    },
    mend={
        "en": "Qualify the company, sign the contract that goes with its role, and name it to the public.",
        "fr": "Qualifiez la société, signez le contrat qui va avec son rôle, et nommez-la au public.",
    },
    justified={
        "en": "It is a branch without legal personality of the controller itself.",
        "fr": "C’est une succursale du responsable lui-même, sans personnalité morale.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Aubépine Services
  role: internal  # <- group-company-as-internal
  group: true
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Aubépine Services
  role: processor
  group: true
  sector: group-company
  service: Tenue de la caisse
  country: FR
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  transfer: []
  sub_processors: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each internal recipient that says it belongs to the group."""
    for recipient in facts.register.recipients.values():
        of_the_group = recipient.group is True or recipient.sector == "group-company"
        if recipient.role == "internal" and of_the_group:
            key = "group" if recipient.group else "sector"
            yield Finding(
                rule=RULE.rule,
                at=recipient.where.at("role"),
                values={"name": recipient.name},
                related=(Related(at=recipient.where.at(key), part="contradicts"),),
            )
