"""A contract is said to require what it does not: marketing, advertising, audience measurement, research, credit."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="contract-basis-for-marketing",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 6(1)(b)", "EDPB 2/2019", "CJEU C-394/23"),
    checked="2026-11-22",
    title={
        "en": "a contract is the basis of what it does not require",
        "fr": "un contrat sert de base à ce qu’il n’exige pas",
    },
    message={
        "en": "“{name}” rests on the contract, which is seldom necessary for it",
        "fr": "« {name} » repose sur le contrat, qui l’exige rarement",
    },
    help={
        "en": "choose the basis that holds: `consent`, or `legitimate-interests` with the interest",
        "fr": "choisissez la base qui convient : `consent`, ou `legitimate-interests` avec l’intérêt poursuivi",
    },
    why={
        "en": (
            "Somebody who buys a loaf has not asked to be profiled. To say that the contract requires it "
            "takes the choice away."
        ),
        "fr": "Qui achète du pain n’a pas demandé à être profilé. Dire que le contrat l’exige lui retire le choix.",
    },
    asks={
        "en": "The processing must be objectively indispensable to what the person has bought or asked for.",
        "fr": "Le traitement doit être objectivement indispensable à ce que la personne a acheté ou demandé.",
    },
    mend={
        "en": "Rest the purpose on consent, or on a legitimate interest that is stated and weighed.",
        "fr": "Fondez la finalité sur le consentement, ou sur un intérêt légitime énoncé et mis en balance.",
    },
    justified={
        "en": "The service that is sold is that very purpose: a box made up to the customer's tastes, for instance.",
        "fr": "Le service vendu est cette finalité même : une box composée selon les goûts du client, par exemple.",
    },
)

BAD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis: contract  # <- contract-basis-for-marketing
  choice: Vous nous appelez.
"""

GOOD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Formulaire conservé
  choice: Vous nous appelez.
"""

_BEYOND_A_CONTRACT = frozenset({"marketing", "ads", "audience", "research", "personalisation", "credit"})


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each basis `contract` of a purpose of such a kind, at the basis."""
    for purpose in facts.register.purposes.values():
        if purpose.kind not in _BEYOND_A_CONTRACT:
            continue
        entries = purpose.legal_basis or ()
        for position, one in enumerate(entries):
            if one.basis == "contract":
                where = purpose.where.at("legal_basis", *((position,) if len(entries) > 1 else ()))
                yield Finding(rule=RULE.rule, at=where, values={"name": purpose.name})
