"""Special data go to somebody whom the condition that allows them does not reach."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import TOTALS
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.parties import OUTSIDERS
from deskprivacy.model.uses import Disclosure

RULE = Rule(
    rule="special-data-beyond-their-ground",
    family="recipients",
    severity=Severity.ERROR,
    law=("GDPR 9(1)", "GDPR 9(2)(d)", "GDPR 9(3)"),
    checked="2026-11-22",
    title={
        "en": "special data go further than the condition that allows them",
        "fr": "des données sensibles vont plus loin que la condition qui les permet",
    },
    message={
        "en": "“{name}” gets “{category}”, which is allowed by {ground} only: that condition does not reach so far",
        "fr": "« {name} » reçoit « {category} », que seule permet la condition {ground} : elle ne va pas jusque-là",
    },
    help={
        "en": (
            "ask for explicit consent (`condition: {ground: 9-2-a}`) for this disclosure, or take the data off the line"
        ),
        "fr": (
            "demandez un consentement explicite (`condition: {ground: 9-2-a}`) pour cette communication, ou "
            "retirez ces données de la ligne"
        ),
    },
    why={
        "en": "What a member tells an association, or a patient a carer, was not said for others to hear.",
        "fr": (
            "Ce qu’un membre confie à son association, ou un patient à son soignant, n’était pas dit pour "
            "d’autres oreilles."
        ),
    },
    asks={
        "en": (
            "An association passes nothing outside without consent; what care, employment or rescue allow is no "
            "leave to publish."
        ),
        "fr": (
            "Une association ne communique rien au-dehors sans consentement ; ce qui est permis pour soigner, "
            "employer ou secourir n’autorise pas à publier."
        ),
    },
    mend={
        "en": "Stop the disclosure, or collect an explicit consent that names the recipient.",
        "fr": "Cessez la communication, ou recueillez un consentement explicite qui nomme le destinataire.",
    },
    justified={
        "en": "A law, named in `condition`, `reason`, orders this very disclosure.",
        "fr": "Une loi, citée dans `condition`, `reason`, impose cette communication précise.",
    },
)

BAD = """
# data_categories.yaml
diet:
  name: Régime alimentaire
  cnil_family: personal-life
  sources: [order-form]
  items:
    allergies: {name: Allergies, special: health}
# recipients.yaml
federation:
  name: Fédération des clubs de boulangerie
  role: controller
  sector: education
  country: FR
  transfer: []
# activities/club.yaml
name: Club du pain
purposes: [order-preparation]
data_subjects: [customers]
data:
  diet:
    retention: one-year
    required: optional
    condition:
      ground: 9-2-d
recipients:
  federation:  # <- special-data-beyond-their-ground
    data: [diet/allergies]
trackers: []
measures: [locked-till]
automated_decisions: []
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  kind: order
  legal_basis: contract
  choice: Vous nous dites de ne plus tenir compte de ces données.
# data_categories.yaml
diet:
  name: Régime alimentaire
  cnil_family: personal-life
  sources: [order-form]
  items:
    allergies: {name: Allergies, special: health}
# recipients.yaml
federation:
  name: Fédération des clubs de boulangerie
  role: controller
  sector: education
  country: FR
  transfer: []
# activities/club.yaml
name: Club du pain
purposes: [order-preparation]
data_subjects: [customers]
data:
  diet:
    retention: one-year
    required: optional
    condition:
      ground: 9-2-a
recipients:
  federation:
    data: [diet/allergies]
trackers: []
measures: [locked-till]
automated_decisions: []
"""

_PUBLICITY = {"advertising-network", "marketing-agency", "social-network", "marketplace", "analytics"}
_ASSOCIATION = "9-2-d"  # members’ data stay inside, but with consent
_NO_PUBLICITY = {"9-2-b", "9-2-c", "9-2-h", "9-2-i"}


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each line that names special data whose declared condition does not reach the recipient."""
    for one in facts.disclosures:
        if one.role not in OUTSIDERS or one.line.form in TOTALS:
            continue
        for use, items in facts.given(one):
            ground = use.line.condition.ground if use.line.condition else None
            if not any(item.special for item in items) or not ground:
                continue
            leaves = ground == _ASSOCIATION and not _all_consent(facts, one)
            shown = ground in _NO_PUBLICITY and (one.role == "public" or one.recipient.sector in _PUBLICITY)
            if leaves or shown:
                yield Finding(
                    rule=RULE.rule,
                    at=one.where,
                    values={"name": one.recipient.name, "category": use.category.name, "ground": ground},
                    related=(Related(at=use.where.at("condition"), part="contradicts"),),
                    severity=None if leaves else Severity.WARNING,
                )


def _all_consent(facts: Facts, one: Disclosure) -> bool:
    bases = [entry.basis for ident in one.purposes for entry in facts.register.purposes[ident].legal_basis or ()]
    return bool(bases) and set(bases) == {"consent"}
