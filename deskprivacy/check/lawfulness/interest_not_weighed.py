"""A legitimate interest is relied on, and nothing says where it was weighed against the interests of the persons."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.uses import entry_address

RULE = Rule(
    rule="interest-not-weighed",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 6(1)(f)", "GDPR 5(2)", "EDPB 1/2024"),
    checked="2026-11-22",
    title={
        "en": "a legitimate interest is not weighed",
        "fr": "un intérêt légitime n’est pas mis en balance",
    },
    message={
        "en": (
            "“{name}” rests on legitimate interests, and nothing says where they were weighed against those of "
            "the persons"
        ),
        "fr": (
            "« {name} » repose sur l’intérêt légitime, et rien ne dit où il a été mis en balance avec ceux des "
            "personnes"
        ),
    },
    help={
        "en": "write `assessment:` with `document` and `date` in that entry of `legal_basis` (it stays internal)",
        "fr": "écrivez `assessment:` avec `document` et `date` dans cette entrée de `legal_basis` (cela reste interne)",
    },
    why={
        "en": "Here nobody asks the person. The weighing is the only moment at which somebody thinks of them.",
        "fr": (
            "Ici, personne ne demande son avis à l’intéressé. La mise en balance est le seul moment où quelqu’un "
            "pense à lui."
        ),
    },
    asks={
        "en": (
            "Three conditions, examined beforehand and on record (GDPR 6(1)(f)): an interest that is lawful, "
            "a processing that is necessary for it, interests of the persons that do not override it."
        ),
        "fr": (
            "Trois conditions, examinées avant et par écrit (RGPD, art. 6(1)(f)) : un intérêt licite, un "
            "traitement nécessaire pour le servir, des intérêts des personnes qui ne priment pas."
        ),
    },
    mend={
        "en": (
            "One page is enough: the interest, why nothing milder serves it, what it does to the persons, what "
            "protects them."
        ),
        "fr": (
            "Une page suffit : l’intérêt, pourquoi rien de plus léger ne le sert, ce que cela fait aux "
            "personnes, ce qui les protège."
        ),
    },
    justified={
        "en": "A standard of the CNIL (« référentiel ») has already weighed this very case: cite it.",
        "fr": "Un référentiel de la CNIL a déjà pesé exactement ce cas : citez-le.",
    },
    internal=True,
)

BAD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:  # <- interest-not-weighed
    basis: legitimate-interests
    interest: faire connaître nos pains
    channels: [post]
  choice: Écrivez-nous.
"""

GOOD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:
    basis: legitimate-interests
    interest: faire connaître nos pains
    assessment:
      document: Mise en balance n° 1
      date: 2026-05-12
    channels: [post]
  choice: Écrivez-nous.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each basis `legitimate-interests` without an assessment."""
    for purpose in facts.register.purposes.values():
        entries = purpose.legal_basis or ()
        for position, one in enumerate(entries):
            if one.basis == "legitimate-interests" and one.assessment is None:
                where = entry_address(purpose.where.at("legal_basis"), entries, position)
                yield Finding(rule=RULE.rule, at=where, values={"name": purpose.name})
