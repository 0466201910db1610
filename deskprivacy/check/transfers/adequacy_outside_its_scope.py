"""Adequacy is claimed for a recipient that the decision leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.adequacy import decision_on

RULE = Rule(
    rule="adequacy-outside-its-scope",
    family="transfers",
    severity=Severity.ERROR,
    law=("GDPR 45(1)", "GDPR 45(3)", "GDPR 44"),
    checked="2026-11-22",
    title={
        "en": "an adequacy decision does not reach this recipient",
        "fr": "une décision d’adéquation ne s’étend pas à ce destinataire",
    },
    message={
        "en": "“{name}” ({country}) lies outside decision {act}, which leaves out such recipients",
        "fr": (
            "« {name} » ({country}) est hors du champ de la décision {act}, qui laisse de côté ce type de destinataire"
        ),
    },
    help={
        "en": (
            "name another tool in `mechanism`, for instance `scc`, with `assessment` and `copy`; or correct "
            "`role` or `sector`"
        ),
        "fr": (
            "indiquez un autre outil dans `mechanism`, par exemple `scc`, avec `assessment` et `copy` ; ou "
            "corrigez `role` ou `sector`"
        ),
    },
    why={
        "en": "A country may protect you against its companies and not against its offices.",
        "fr": "Un pays peut vous protéger contre ses entreprises et non contre ses administrations.",
    },
    asks={
        "en": (
            "A decision may cover one sector only: a public body in Canada or Japan lies outside it, and so "
            "does personal credit information in Korea."
        ),
        "fr": (
            "Une décision peut ne couvrir qu’un secteur : un organisme public du Canada ou du Japon en est "
            "exclu, de même que les informations de crédit en Corée."
        ),
    },
    mend={
        "en": (
            "Read the scope of the decision; agree appropriate safeguards with the recipient, or do not send the data."
        ),
        "fr": (
            "Lisez le champ de la décision ; convenez de garanties appropriées avec le destinataire, ou n’envoyez"
            " pas les données."
        ),
    },
    justified={
        "en": "The body is private and subject to the law that the decision rests on, whatever its sector is called.",
        "fr": "L’organisme est privé et soumis à la loi sur laquelle repose la décision, quel que soit son secteur.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Agence canadienne des grains
  role: authority
  sector: public-authority
  country: CA
  transfer:
    countries: [CA]
    mechanism: adequacy  # <- adequacy-outside-its-scope
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: CA
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [CA]
    mechanism: adequacy
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each entry that rests on adequacy alone, where the decision leaves out such a role or sector.

    A doubt where what it leaves out was not read in the decision itself.
    """
    for one in facts.transfers:
        if one.entry.mechanism != ("adequacy",):
            continue
        role = one.line.role if one.line else one.recipient.role
        for code in one.outside:
            decision = decision_on(code, facts.today)
            if decision and (role in decision.roles_left_out or one.recipient.sector in decision.sectors_left_out):
                values = {"name": one.recipient.name, "country": code, "act": decision.act}
                severity = Severity.WARNING if decision.doubtful else None
                yield Finding(rule=RULE.rule, at=one.where.at("mechanism"), values=values, severity=severity)
