"""Adequacy is claimed for a country that no decision of the Commission covers on that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.adequacy import decision_on

RULE = Rule(
    rule="adequacy-not-in-force",
    family="transfers",
    severity=Severity.ERROR,
    law=("GDPR 45(1)", "GDPR 45(3)", "GDPR 44"),
    checked="2026-11-22",
    title={
        "en": "no adequacy decision covers the country",
        "fr": "aucune décision d’adéquation ne couvre le pays",
    },
    message={
        "en": (
            "“{name}” ({country}): on {day}, no decision of the Commission covers this country, though `mechanism: "
            "{mechanism}` "
            "relies on one"
        ),
        "fr": (
            "« {name} » ({country}) : au {day}, aucune décision de la Commission ne couvre ce pays, alors que "
            "`mechanism: {mechanism}` en suppose une"
        ),
    },
    help={
        "en": (
            "write the tool that really protects the data, `scc` or `bcr` with `assessment` and `copy`, or "
            "correct `countries`"
        ),
        "fr": (
            "écrivez l’outil qui protège réellement les données, `scc` ou `bcr` avec `assessment` et `copy`, ou "
            "corrigez `countries`"
        ),
    },
    why={
        "en": "You are told that the law over there protects you as here, and nobody has found that it does.",
        "fr": "On vous dit que la loi de là-bas vous protège comme ici, et personne n’a constaté que c’est vrai.",
    },
    asks={
        "en": (
            "Only a decision of the Commission finds that a country, a territory or a sector protects enough; "
            "it counts from its adoption to its end, its repeal or its annulment (GDPR 45(1), 45(3), 45(5))."
        ),
        "fr": (
            "Seule une décision de la Commission constate qu’un pays, un territoire ou un secteur protège "
            "assez ; elle vaut de son adoption jusqu’à son terme, son abrogation ou son annulation (RGPD, "
            "art. 45(1), 45(3) et 45(5))."
        ),
    },
    mend={
        "en": (
            "`deskprivacy explain adequacy` lists the decisions. Where there is none: sign the standard "
            "clauses and assess the country’s law, or keep the data here."
        ),
        "fr": (
            "`deskprivacy explain adequacy` énumère les décisions. S’il n’y en a pas : signez les clauses "
            "types et évaluez le droit du pays, ou gardez les données ici."
        ),
    },
    justified={
        "en": "A newer decision is in the Official Journal, and this list does not know it yet: give its number.",
        "fr": (
            "Une décision plus récente figure au Journal officiel, et cette liste ne la connaît pas encore : "
            "donnez son numéro."
        ),
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: IN
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [IN]
    mechanism: adequacy  # <- adequacy-not-in-force
"""

GOOD = """
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
    countries: [CH]
    mechanism: adequacy
"""

_DECIDED = {"adequacy", "dpf"}


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each entry that relies on adequacy for a country without a decision, at the mechanism.

    Where another tool is named too, one covered country is enough: nothing says which tool protects which country.
    """
    for one in facts.transfers:
        tools = one.entry.mechanism
        claimed = next((tool for tool in tools if tool in _DECIDED), None)
        wrong = [code for code in one.outside if not _covered(code, tools, facts.today)]
        if not claimed or not wrong or (set(tools) - _DECIDED and len(wrong) < len(one.outside)):
            continue
        values = {"name": one.recipient.name, "country": wrong[0], "day": str(facts.today), "mechanism": claimed}
        yield Finding(rule=RULE.rule, at=one.where.at("mechanism"), values=values)


def _covered(code: str, tools: tuple[str, ...], day: date) -> bool:
    decision = decision_on(code, day)
    return decision is not None and (decision.certified or "adequacy" in tools)
