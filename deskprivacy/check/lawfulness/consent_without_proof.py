"""A purpose rests on consent, and nothing says how it is proven."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.uses import entry_address

RULE = Rule(
    rule="consent-without-proof",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 7(1)", "GDPR 5(2)"),
    checked="2026-11-22",
    title={
        "en": "nothing says how consent is proven",
        "fr": "rien ne dit comment le consentement est prouvé",
    },
    message={
        "en": "“{name}” rests on consent, and nothing says how you prove that it was given",
        "fr": "« {name} » repose sur le consentement, et rien ne dit comment vous prouvez qu’il a été donné",
    },
    help={
        "en": (
            "write `proof:` in that entry of `legal_basis`: the log or the file that shows who agreed, when and "
            "to what (it stays internal)"
        ),
        "fr": (
            "écrivez `proof:` dans cette entrée de `legal_basis` : le journal ou le dossier qui montre qui a dit "
            "oui, quand et à quoi (il reste interne)"
        ),
    },
    why={
        "en": (
            "Without a trace, a yes that was never said weighs as much as a real one, and nobody can prove "
            "that they did not say it."
        ),
        "fr": "Sans trace, un oui jamais dit pèse autant qu’un vrai, et nul ne peut prouver qu’il ne l’a pas dit.",
    },
    asks={
        "en": "The controller shall be able to demonstrate that the person has consented.",
        "fr": "Le responsable doit être en mesure de démontrer que la personne a consenti.",
    },
    mend={
        "en": (
            "Keep, for each consent, its date, its wording and the form it was given in, for as long as you rely on it."
        ),
        "fr": "Gardez pour chaque accord sa date, son texte et le formulaire, tant que vous vous en prévalez.",
    },
    justified=None,
    internal=True,
)

BAD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:  # <- consent-without-proof
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
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
    proof: Formulaires signés, classés par date
  choice: Vous nous appelez.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each basis `consent` without `proof`."""
    for purpose in facts.register.purposes.values():
        entries = purpose.legal_basis or ()
        for position, one in enumerate(entries):
            if one.basis == "consent" and not one.proof:
                where = entry_address(purpose.where.at("legal_basis"), entries, position)
                yield Finding(rule=RULE.rule, at=where, values={"name": purpose.name})
