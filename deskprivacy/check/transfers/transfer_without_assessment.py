"""A transfer rests on clauses or binding rules, and nobody has assessed the law of the country."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.adequacy import decision_on
from deskprivacy.law.transfer_tools import tools_to_assess

RULE = Rule(
    rule="transfer-without-assessment",
    family="transfers",
    severity=Severity.WARNING,
    law=("GDPR 46(1)", "CJEU C-311/18", "Decision (EU) 2021/914", "EDPB Recommendations 01/2020"),
    checked="2026-11-22",
    title={
        "en": "a transfer rests on clauses, and the country’s law was not assessed",
        "fr": "un transfert repose sur des clauses, sans évaluation de la loi du pays",
    },
    message={
        "en": "“{name}”: a tool is declared ({transfer_mechanism}; {country}), and no assessment of the law there",
        "fr": "« {name} » : un outil est déclaré ({transfer_mechanism} ; {country}), sans évaluation du droit local",
    },
    help={
        "en": "write in `assessment` where the assessment of the transfer is kept, with its date",
        "fr": "écrivez dans `assessment` où est conservée l’analyse du transfert, avec sa date",
    },
    why={
        "en": (
            "A contract does not bind the police of another country: only an assessment tells whether it can be kept."
        ),
        "fr": "Un contrat ne lie pas la police d’un autre pays : seule une évaluation dit s’il peut être tenu.",
    },
    asks={
        "en": (
            "Whoever exports verifies, case by case, that the law and the practice over there let the "
            "recipient keep its word, adds what is missing, and documents it (C-311/18, §134; clause 14 of "
            "the standard clauses)."
        ),
        "fr": (
            "L’exportateur vérifie, cas par cas, que le droit et la pratique du pays laissent le destinataire "
            "tenir parole, ajoute ce qui manque et le documente (C-311/18, point 134 ; clause 14 des clauses "
            "types)."
        ),
    },
    mend={
        "en": "Make the assessment, with the measures that it calls for; the CNIL publishes a guide to it.",
        "fr": "Faites l’analyse, avec les mesures qu’elle appelle ; la CNIL publie un guide pour cela.",
    },
    justified={
        "en": "The assessment of the provider was reviewed and taken over; its reference is asked of it.",
        "fr": "L’analyse du prestataire a été relue et reprise ; sa référence lui est demandée.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: TN
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:  # <- transfer-without-assessment
    countries: [TN]
    mechanism: scc
    document: Clauses 2021/914, module 2
    copy: Écrivez-nous ; nous vous envoyons les clauses.
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: TN
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [TN]
    mechanism: scc
    document: Clauses 2021/914, module 2
    assessment: Analyse de transfert du 9 février 2026
    copy: Écrivez-nous ; nous vous envoyons les clauses.
"""

_DECIDED = {"adequacy", "dpf"}


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each entry that rests on such a tool, has no assessment and is covered by no adequacy decision."""
    for one in facts.transfers:
        entry = one.entry
        tool = next((tool for tool in entry.mechanism if tool in tools_to_assess()), None)
        if not tool or not one.outside or entry.assessment or _DECIDED & set(entry.mechanism):
            continue
        decisions = [decision_on(code, facts.today) for code in one.outside]
        if all(decision and not decision.only for decision in decisions):
            continue  # the law there has been found adequate: nothing is left to assess
        values = {"name": one.recipient.name, "transfer_mechanism": tool, "country": one.outside[0]}
        yield Finding(rule=RULE.rule, at=one.where.at("assessment"), values=values)
