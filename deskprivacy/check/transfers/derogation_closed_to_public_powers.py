"""A derogation that is closed to public authorities carries a transfer of a public task."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.abroad import DeclaredTransfer
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.transfer_tools import closed_to_public_powers

RULE = Rule(
    rule="derogation-closed-to-public-powers",
    family="transfers",
    severity=Severity.WARNING,  # whether public powers are exercised is not known from the basis alone
    law=("GDPR 49(3)", "GDPR 49(1)"),
    sought_in=("itself", "activities.recipients", "activities.purposes"),
    checked="2026-11-22",
    title={
        "en": "a public task relies on a derogation that is closed to public powers",
        "fr": "une mission publique s’appuie sur une dérogation fermée à la puissance publique",
    },
    message={
        "en": "“{name}”: the transfer serves public tasks only, and rests on {derogation}",
        "fr": "« {name} » : le transfert ne sert que des missions publiques, et repose sur : {derogation}",
    },
    help={
        "en": "name in `derogation` one that is open (`49-1-d`: recognised public interest), or another `mechanism`",
        "fr": (
            "indiquez dans `derogation` celle qui est ouverte (`49-1-d` : intérêt public reconnu par le droit), ou un "
            "autre `mechanism`"
        ),
    },
    why={
        "en": "To an authority people can hardly say no; their consent or contract does not carry data abroad.",
        "fr": (
            "Face à une autorité, on ne peut guère refuser : un consentement ou un contrat ne suffit pas à envoyer vos "
            "données au loin."
        ),
    },
    asks={
        "en": (
            "Consent, contracts and compelling interests do not apply to what public authorities do in the exercise of "
            "their public powers (GDPR 49(3))."
        ),
        "fr": (
            "Le consentement, les contrats et les intérêts impérieux ne valent pas pour ce que font les autorités "
            "publiques dans l’exercice de leurs prérogatives (RGPD, art. 49(3))."
        ),
    },
    mend={
        "en": "Use an instrument between public bodies (GDPR 46(2)(a)), or a public interest that the law recognises.",
        "fr": (
            "Recourez à un instrument entre organismes publics (RGPD, art. 46(2)(a)), ou à un intérêt public que le "
            "droit reconnaît."
        ),
    },
    justified={
        "en": "The body is private, or exercises no public power in this activity.",
        "fr": "L’organisme est privé, ou n’exerce pas de prérogative de puissance publique dans cette activité.",
    },
)

_PIECES = """
# recipients.yaml
twin-town:
  name: Ville jumelle
  role: controller
  sector: public-authority
  country: MA
  transfer:
    countries: [MA]
    mechanism: derogation
    derogation: {derogation}
    document: Note du 2 mars 2026
# purposes.yaml
exchanges:
  name: Organiser les échanges entre villes
  kind: public-service
  legal_basis:
    basis: public-task
    text: CGCT, art. L1115-1
# activities/exchanges.yaml
name: Échanges entre villes
purposes: [exchanges]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients:
  twin-town:
    data: [contact-details]
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Relations internationales
"""
BAD = _PIECES.format(derogation="49-1-a  # <- derogation-closed-to-public-powers")
GOOD = _PIECES.format(derogation="49-1-d")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each entry on such a derogation, where all that it serves rests on a public task."""
    for one in facts.transfers:
        if one.entry.derogation in closed_to_public_powers() and _is_public(facts, one):
            values = {"name": one.recipient.name or one.recipient.id, "derogation": one.entry.derogation}
            yield Finding(rule=RULE.rule, at=one.where.at("derogation"), values=values)


def _is_public(facts: Facts, one: DeclaredTransfer) -> bool:
    lines = (one.line,) if one.line else facts.disclosures_by_recipient.get(one.recipient.id, ())
    purposes = one.entry.purposes or tuple(purpose for line in lines for purpose in line.purposes)
    bases = {entry.basis for ident in purposes for entry in facts.register.purposes[ident].legal_basis or ()}
    return bases == {"public-task"}
