"""A machine decides alone on special data, under a condition that does not allow it."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.decisions._by_french_law import special_uses
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="automated-decision-on-special-data",
    family="decisions",
    severity=Severity.ERROR,
    law=("GDPR 22(4)", "GDPR 9(2)(a)", "GDPR 9(2)(g)"),
    checked="2026-11-22",
    title={
        "en": "a machine decides alone on special data",
        "fr": "une machine décide seule à partir de données sensibles",
    },
    message={
        "en": "“{name}” uses special data ({category}) under `{ground}`; a machine’s decision only allows `9-2-a` or "
        "`9-2-g`",
        "fr": "« {name} » se sert de données sensibles ({category}) au titre de `{ground}` ; une décision de machine "
        "n’admet que `9-2-a` ou `9-2-g`",
    },
    help={
        "en": "write `condition.ground: 9-2-a` if consent is explicit, narrow the decision’s `data`, or let a person "
        "decide",
        "fr": "écrivez `condition.ground: 9-2-a` si le consentement est explicite, restreignez les `data` de la "
        "décision, ou faites décider une personne",
    },
    why={
        "en": "Health, faith or origin must not shut a door by a calculation.",
        "fr": "La santé, la foi ou l’origine ne doivent pas fermer une porte par un calcul.",
    },
    asks={
        "en": "Decisions by machine alone rest on special data only with explicit consent or for a substantial public "
        "interest laid down by law, with safeguards.",
        "fr": "Une décision de machine seule ne s’appuie sur des données sensibles qu’avec un consentement explicite, "
        "ou pour un intérêt public important prévu par la loi, avec des garanties.",
    },
    mend={
        "en": "Take these data out of the decision, or obtain explicit consent for it.",
        "fr": "Retirez ces données de la décision, ou recueillez un consentement explicite.",
    },
    justified=None,
)

BAD = """
# activities/allergies.yaml
name: Commandes pour les personnes allergiques
purposes: [allergy-orders]
data_subjects: [customers]
retention: one-year
required: optional
data:
  allergies:
    condition: {ground: 9-2-h}
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Refus d’une commande trop risquée  # <- automated-decision-on-special-data
    kind: solely-automated
    human: on-request
    article_22: explicit-consent
    safeguards: [human-review, express-view, contest]
    logic: Une commande qui contient un allergène que vous déclarez est refusée. Règles données sur demande.
    effect: La commande n’est pas préparée.
    data: [allergies]
dpia:
  criteria: [automated-decision, sensitive]
  required: true
  status: done
  date: 2026-03-30
  document: Analyses / Allergies
# purposes.yaml
allergy-orders:
  name: Préparer des commandes sans allergène
  kind: order
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Formulaire conservé
  choice: Vous nous appelez.
# data_categories.yaml
allergies:
  name: Allergies
  cnil_family: other-categories
  sources: [order-form]
  items:
    allergens: {name: Allergènes, special: health}
"""

GOOD = """
# activities/allergies.yaml
name: Commandes pour les personnes allergiques
purposes: [allergy-orders]
data_subjects: [customers]
retention: one-year
required: optional
data:
  allergies:
    condition: {ground: 9-2-a}
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Refus d’une commande trop risquée
    kind: solely-automated
    human: on-request
    article_22: explicit-consent
    safeguards: [human-review, express-view, contest]
    logic: Une commande qui contient un allergène que vous déclarez est refusée. Règles données sur demande.
    effect: La commande n’est pas préparée.
    data: [allergies]
dpia:
  criteria: [automated-decision, sensitive]
  required: true
  status: done
  date: 2026-03-30
  document: Analyses / Allergies
# purposes.yaml
allergy-orders:
  name: Préparer des commandes sans allergène
  kind: order
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Formulaire conservé
  choice: Vous nous appelez.
# data_categories.yaml
allergies:
  name: Allergies
  cnil_family: other-categories
  sources: [order-form]
  items:
    allergens: {name: Allergènes, special: health}
"""

_ALLOWED = frozenset({"9-2-a", "9-2-g"})


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each decision under GDPR 22 that names special data used under another condition, at its name."""
    for activity in facts.register.activities.values():
        for position, decision in enumerate(activity.automated_decisions or ()):
            if not decision.is_by_machine and decision.article_22 is None:
                continue
            for use in special_uses(facts, activity, decision):
                ground = use.line.condition.ground if use.line.condition else None
                if ground and ground not in _ALLOWED:
                    yield Finding(
                        rule=RULE.rule,
                        at=activity.where.at("automated_decisions", position, "name"),
                        values={"name": decision.name, "category": use.category.name, "ground": ground},
                        related=(Related(at=use.where.at("condition"), part="contradicts"),),
                    )
