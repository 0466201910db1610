"""The role of a recipient hardly fits its trade: a bank that obeys, a host that decides."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.presumptions import usual_roles

RULE = Rule(
    rule="role-unlikely-for-sector",
    family="recipients",
    severity=Severity.WARNING,
    law=("GDPR 4(7)", "GDPR 4(8)", "GDPR 28(10)", "EDPB 07/2020"),
    checked="2026-11-22",
    title={
        "en": "a role hardly fits the sector of the recipient",
        "fr": "un rôle convient mal au secteur du destinataire",
    },
    message={
        "en": (
            "“{name}” ({sector}) is declared as “{recipient_role}”; such a body is as a rule a {usual_recipient_role}"
        ),
        "fr": (
            "« {name} » ({sector}) est déclaré comme « {recipient_role} » ; un tel organisme est d’ordinaire "
            "{usual_recipient_role}"
        ),
    },
    help={
        "en": "look at who decides why and how the data are used, then correct `role` or `sector`",
        "fr": "regardez qui décide de l’usage des données et de ses moyens, puis corrigez `role` ou `sector`",
    },
    why={
        "en": "A wrong role sends you to the wrong door, and leaves one who decides on your data without duties.",
        "fr": (
            "Un rôle inexact vous envoie à la mauvaise porte, et laisse sans obligations celui qui décide de vos "
            "données."
        ),
    },
    asks={
        "en": "The role follows from who really settles purposes and means, not from what the contract calls it.",
        "fr": (
            "Le rôle dépend de qui fixe réellement les finalités et les moyens, et non du nom que lui donne le contrat."
        ),
    },
    mend={
        "en": "Have the relationship analysed, keep the note, and adapt contract, notice and register.",
        "fr": "Faites analyser la relation, gardez la note, puis adaptez le contrat, la notice et le registre.",
    },
    justified={
        "en": "A note analyses this very service and shows that the body acts in this role.",
        "fr": "Une note analyse ce service précis et montre que l’organisme y agit dans ce rôle.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Assureur de vos achats
  role: processor  # <- role-unlikely-for-sector
  sector: insurance
  country: FR
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  transfer: []
  sub_processors: []
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Assureur de vos achats
  role: controller
  sector: insurance
  country: FR
  transfer: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each recipient whose role its sector makes unlikely, at the role."""
    for recipient in facts.register.recipients.values():
        presumed = usual_roles().get(recipient.sector or "")
        if presumed and recipient.role in presumed.unlikely:
            values = {
                "name": recipient.name,
                "recipient_role": recipient.role,
                "sector": recipient.sector,
                "usual_recipient_role": presumed.usual,
            }
            yield Finding(rule=RULE.rule, at=recipient.where.at("role"), values=values)
