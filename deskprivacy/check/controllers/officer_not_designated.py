"""No data protection officer is designated, where what is declared calls for one."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.law.named_parties import is_public_body
from deskprivacy.model.activities import Activity
from deskprivacy.model.parties import Controller, name_of, under_union_law

RULE = Rule(
    rule="officer-not-designated",
    family="controllers",
    severity=Severity.WARNING,
    law=("GDPR 37(1)",),
    checked="2026-11-22",
    title={
        "en": "no officer is designated where one seems to be demanded",
        "fr": "aucun délégué n’est désigné là où il semble en falloir un",
    },
    message={
        "en": "“{name}” has no data protection officer, and “{activity}” seems to call for one",
        "fr": "« {name} » n’a pas de délégué à la protection des données, et « {activity} » semble en demander un",
    },
    help={
        "en": (
            "designate one and write `dpo.contact`; or say in `dpo.reason` why none is demanded, and waive this finding"
        ),
        "fr": (
            "désignez-en un et écrivez `dpo.contact` ; ou dites dans `dpo.reason` pourquoi il n’en faut pas, et "
            "écartez ce constat par une dérogation"
        ),
    },
    why={
        "en": "Where much is at stake for many people, somebody independent must watch, and answer them.",
        "fr": "Quand l’enjeu est grand pour beaucoup de gens, quelqu’un d’indépendant doit veiller, et leur répondre.",
    },
    asks={
        "en": (
            "An officer is designated by every public authority or body, courts apart, and by whoever, as a core "
            "activity, monitors people regularly on a large scale or processes special or offence data on a large "
            "scale (GDPR 37(1))."
        ),
        "fr": (
            "Désignent un délégué toute autorité publique et tout organisme public, hors juridictions, et quiconque a "
            "pour activité de base un suivi régulier à grande échelle, ou un traitement à grande échelle de données "
            "sensibles ou d’infraction (RGPD, art. 37(1))."
        ),
    },
    mend={
        "en": "Designate an officer, of your own or shared with others, and tell the authority how to reach them.",
        "fr": "Désignez un délégué, à vous ou partagé avec d’autres, et dites à l’autorité comment le joindre.",
    },
    justified={
        "en": "It is no public body, or this is not among its core activities, or not on a large scale; say why.",
        "fr": "Ce n’est pas un organisme public, ni son activité de base, ou pas à grande échelle ; dites pourquoi.",
    },
    internal=True,
)

_PIECES = """
# controllers.yaml
aubepine:
  name: Boulangerie Aubépine SARL
  legal_form: SARL
  registration: RCS Nantes 000 000 000
  address: 3 rue des Lilas, 44000 Nantes
  country: FR
  contact:
    email: bonjour@aubepine.example
  dpo:
    {dpo}
  rights:
    contact:
      email: donnees@aubepine.example
    delay: 1 month
    identity: on-doubt
  authority: cnil
# activities/diets.yaml
name: Menus de régime livrés à tout le département
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {{}}
trackers: []
measures: [locked-till]
automated_decisions: []
dpia:
  criteria: [large-scale, sensitive]
  required: true
  status: done
  date: 2026-11-02
"""

BAD = _PIECES.format(dpo="designated: false  # <- officer-not-designated\n    reason: Nous sommes une boulangerie")
GOOD = _PIECES.format(dpo="designated: true\n    contact:\n      email: delegue@aubepine.example")

_LARGE, _WEIGHTY = "large-scale", frozenset({"sensitive", "monitoring"})


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each controller that says it has none, with the first sheet that calls for one."""
    for controller in facts.register.controllers.values():
        if controller.dpo is None or controller.dpo.designated is not False or not under_union_law(controller):
            continue
        for activity in facts.register.activities.values():
            if shown := _calls_for_one(facts, controller, activity):
                yield Finding(
                    rule=RULE.rule,
                    at=controller.where.at("dpo", "designated"),
                    values={"name": name_of(controller), "activity": activity.name},
                    related=(Related(at=shown, part="contradicts"),),
                )
                break


def _calls_for_one(facts: Facts, controller: Controller, activity: Activity) -> Address | None:
    """Where a running sheet of this controller shows it."""
    answers = not activity.is_processor_sheet and controller in facts.register.controllers_of(activity)
    if not answers or not activity.is_running:
        return None
    criteria = frozenset(activity.dpia.criteria) if activity.dpia else frozenset()
    if _LARGE in criteria and criteria & _WEIGHTY:
        return activity.where.at("dpia", "criteria")
    if is_public_body(controller.name or ""):
        for purpose in (facts.register.purposes[ident] for ident in activity.purposes):
            if any(one.basis == "public-task" for one in purpose.legal_basis or ()):
                return purpose.where.at("legal_basis")
    return None
