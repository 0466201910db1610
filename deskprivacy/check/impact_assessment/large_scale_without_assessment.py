"""Special or offence data are used on a large scale, and no impact assessment is declared."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.duty.screening import assessed
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.activities import Activity

RULE = Rule(
    rule="large-scale-without-assessment",
    family="impact_assessment",
    severity=Severity.ERROR,
    law=("GDPR 35(3)(b)",),
    checked="2026-11-22",
    title={
        "en": "special data on a large scale have no impact assessment",
        "fr": "des données sensibles à grande échelle sont sans analyse d’impact",
    },
    message={
        "en": "“{name}” uses “{item}” on a large scale by its own screening, and no impact assessment is declared",
        "fr": "« {name} » traite « {item} » à grande échelle d’après son propre examen, et aucune analyse d’impact "
        "n’est déclarée",
    },
    help={
        "en": "write `required: true` and `status` in `dpia`; if the scale is small, take `large-scale` out of "
        "`criteria`",
        "fr": "écrivez `required: true` et `status` dans `dpia` ; si l’échelle est petite, retirez `large-scale` de "
        "`criteria`",
    },
    why={
        "en": "A leak would lay bare the health, beliefs or past of many people at once.",
        "fr": "Une fuite mettrait à nu la santé, les convictions ou le passé de beaucoup de personnes à la fois.",
    },
    asks={
        "en": "Special data and data on offences on a large scale need an assessment, whatever the other criteria.",
        "fr": "Les données sensibles ou d’infraction à grande échelle demandent une analyse, quels que soient les "
        "autres critères.",
    },
    mend={
        "en": (
            "Write down what is done, why it is needed, what could go wrong for people and what prevents it "
            "(GDPR 35(7)), with your officer’s advice. Add nothing until it is done."
        ),
        "fr": (
            "Écrivez ce qui est fait, pourquoi c’est nécessaire, ce qui peut mal tourner pour les personnes "
            "et ce qui l’empêche (RGPD, art. 35(7)), avec l’avis du délégué. D’ici là, n’ajoutez rien."
        ),
    },
    justified={
        "en": (
            "A law of the Union or of the State rules the processing, and its impact was assessed when it was "
            "adopted (GDPR 35(10)): name that law in `dpia.reason`. Where every purpose rests on the law and a reason "
            "is given, the finding is a warning."
        ),
        "fr": (
            "Un texte de l’Union ou de l’État régit le traitement, et une analyse d’impact a été faite lors de son "
            "adoption (RGPD, art. 35(10)) : nommez-le dans `dpia.reason`. Quand toutes les finalités reposent sur la "
            "loi et qu’une raison est donnée, le constat est un avertissement."
        ),
    },
)

BAD = """
# activities/allergies.yaml
name: Menus des cantines
purposes: [canteen-menus]
data_subjects: [guests]
retention: one-year
required: optional
data:
  allergies:
    condition: {ground: 9-2-a}
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
dpia:
  criteria: [sensitive, large-scale]  # <- large-scale-without-assessment
  required: false
  reason: Les repas sont servis depuis vingt ans.
# data_subjects.yaml
guests:
  name: Convives des cantines
  minors:
    status: excluded
# purposes.yaml
canteen-menus:
  name: Préparer des repas sans allergène
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
# controllers.yaml
aubepine:
  name: Boulangerie Aubépine SARL
  address: 3 rue des Lilas, 44000 Nantes
  country: FR
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: true
    contact:
      email: delegue@aubepine.example
  rights:
    contact:
      email: donnees@aubepine.example
  authority: cnil
"""

GOOD = """
# activities/allergies.yaml
name: Menus des cantines
purposes: [canteen-menus]
data_subjects: [guests]
retention: one-year
required: optional
data:
  allergies:
    condition: {ground: 9-2-a}
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
dpia:
  criteria: [sensitive, large-scale]
  required: true
  status: done
  date: 2026-03-30
  document: Analyses / Cantines
# data_subjects.yaml
guests:
  name: Convives des cantines
  minors:
    status: excluded
# purposes.yaml
canteen-menus:
  name: Préparer des repas sans allergène
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
# controllers.yaml
aubepine:
  name: Boulangerie Aubépine SARL
  address: 3 rue des Lilas, 44000 Nantes
  country: FR
  contact:
    email: bonjour@aubepine.example
  dpo:
    designated: true
    contact:
      email: delegue@aubepine.example
  rights:
    contact:
      email: donnees@aubepine.example
  authority: cnil
"""

_LAID_DOWN = {"legal-obligation", "public-task"}


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each screening that says `large-scale` of an activity with special or offence data."""
    for activity in facts.register.activities.values():
        dpia = activity.dpia
        if dpia is None or "large-scale" not in dpia.criteria or activity.status == "ended" or assessed(activity):
            continue
        for use in facts.register.uses[activity.id]:
            item = next((one for one in use.items if one.special or one.criminal), None)
            if item is not None:
                yield Finding(
                    rule=RULE.rule,
                    at=activity.where.at("dpia", "criteria"),
                    values={"name": activity.name, "item": item.name},
                    related=(Related(at=use.where, part="contradicts"),),
                    severity=Severity.WARNING if dpia.reason and _laid_down(facts, activity) else None,
                )
                break


def _laid_down(facts: Facts, activity: Activity) -> bool:
    """Whether all purposes rest on the law, whose adoption may have been the time to assess (GDPR 35(10))."""
    bases = [facts.register.purposes[ident].legal_basis or () for ident in activity.purposes]
    return bool(bases) and all(found and {one.basis for one in found} <= _LAID_DOWN for found in bases)
