"""A decision that a law leaves to a machine rests on special data, which French law forbids."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.decisions._by_french_law import decisions_in_france, special_uses
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="administrative-decision-on-special-data",
    family="decisions",
    severity=Severity.WARNING,
    law=("LIL 47",),
    checked="2026-11-22",
    title={
        "en": "an administrative decision by machine rests on special data",
        "fr": "une décision administrative de machine repose sur des données sensibles",
    },
    message={
        "en": "“{name}” rests on a law (`article_22: law`) and uses special data ({category})",
        "fr": "« {name} » repose sur une loi (`article_22: law`) et se sert de données sensibles ({category})",
    },
    help={
        "en": (
            "narrow the decision’s `data` to others, or let a person decide: `human: before-decision` with `kind: "
            "scoring`"
        ),
        "fr": (
            "limitez les `data` de la décision à d’autres, ou faites décider une personne : `human: before-decision` "
            "avec `kind: scoring`"
        ),
    },
    why={
        "en": "An office must not refuse somebody a right by a calculation on their health, faith or origin.",
        "fr": "Une administration ne doit pas refuser un droit par un calcul sur la santé, la foi ou l’origine.",
    },
    asks={
        "en": (
            "In France an administration may leave an individual decision to a machine alone only where the processing "
            "bears on no special data; a decision on an administrative appeal may not be left to one at all (LIL 47). "
            "The article was read in texts that quote it."
        ),
        "fr": (
            "En France, une administration ne peut laisser une décision individuelle à une machine seule que si le "
            "traitement ne porte sur aucune donnée sensible ; une décision sur un recours administratif ne peut l’être "
            "en aucun cas (LIL, art. 47). L’article a été lu dans des textes qui le citent."
        ),
    },
    mend={
        "en": "Take these data out of the processing, or have a person take the decision.",
        "fr": "Retirez ces données du traitement, ou faites prendre la décision par une personne.",
    },
    justified={
        "en": "A law other than that on administrative decisions allows it, with safeguards; cite it.",
        "fr": "Une autre loi que celle des décisions administratives le permet, avec des garanties ; citez-la.",
    },
)

_PIECES = """
# activities/canteen.yaml
name: Places à la cantine
purposes: [canteen]
data_subjects: [customers]
retention: one-year
required: optional
data:
  situation:
    condition: {{ground: 9-2-g}}
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Attribution d’une place{name}
    kind: solely-automated
    human: on-request
    article_22: law
    logic: Les demandes sont servies selon un barème ; vous en obtenez les règles sur demande.
    effect: Vous avez une place ou non.
    data: [situation/{item}]
dpia:
  criteria: [automated-decision, sensitive]
  required: true
  status: done
  date: 2026-03-30
  document: Analyses / Cantine
# purposes.yaml
canteen:
  name: Attribuer les places à la cantine
  kind: public-service
  legal_basis:
    basis: public-task
    text: Code de l’éducation, art. L. 131-13
# data_categories.yaml
situation:
  name: Situation de la famille
  cnil_family: other-categories
  sources: [order-form]
  items:
    disability: {{name: Handicap, special: health}}
    siblings: {{name: Nombre d’enfants}}
"""

BAD = _PIECES.format(name="  # <- administrative-decision-on-special-data", item="disability")
GOOD = _PIECES.format(name="", item="siblings")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each category of special data that such a decision names, at the decision's name."""
    for where, activity, decision in decisions_in_france(facts):
        for use in special_uses(facts, activity, decision) if decision.article_22 == "law" else ():
            yield Finding(
                rule=RULE.rule,
                at=where.at("name"),
                values={"name": decision.name, "category": use.category.name},
                related=(Related(at=use.where, part="contradicts"),),
            )
