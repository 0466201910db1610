"""Tastes and behaviour are combined to target or personalise, and profiling is declared as none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.uses import DataUse

RULE = Rule(
    rule="profiling-denied",
    family="decisions",
    severity=Severity.WARNING,
    law=("GDPR 4(4)", "GDPR 13(2)(f)", "GDPR 21(2)"),
    checked="2026-11-22",
    title={
        "en": "profiling is denied, though everything looks like it",
        "fr": "le profilage est nié, alors que tout y ressemble",
    },
    message={
        "en": "“{name}” declares no profiling, and uses {items} for “{purpose}”",
        "fr": "« {name} » déclare l’absence de profilage, et se sert de {items} pour « {purpose} »",
    },
    help={
        "en": "describe it in `automated_decisions` with `kind: profiling`, `logic`, `effect` and `choice`; or write "
        "`form: aggregated` if nobody is told apart",
        "fr": "décrivez-le dans `automated_decisions` avec `kind: profiling`, `logic`, `effect` et `choice` ; ou "
        "écrivez `form: aggregated` si personne n’est distingué",
    },
    why={
        "en": "A portrait drawn from habits decides what one is shown. Whoever does not know of it cannot refuse it.",
        "fr": "Un portrait tiré des habitudes décide de ce que l’on vous montre. Qui l’ignore ne peut pas le refuser.",
    },
    asks={
        "en": "To evaluate somebody’s tastes or behaviour by machine is profiling; people are told of it and may "
        "object to it for marketing.",
        "fr": "Évaluer par une machine les goûts ou le comportement d’une personne, c’est du profilage ; elle en est "
        "informée et peut s’y opposer en matière de prospection.",
    },
    mend={
        "en": "Say what is combined, to what end, and how to stop it; or work without a profile.",
        "fr": "Dites ce qui est rapproché, dans quel but et comment l’arrêter ; ou passez-vous de profil.",
    },
    justified={
        "en": "Everybody who looks at the same page sees the same: no profile is kept.",
        "fr": "Qui regarde la même page voit la même chose : aucun profil n’est gardé.",
    },
)

BAD = """
# activities/favourites.yaml
name: Idées de pains
purposes: [favourites]
data_subjects: [customers]
retention: one-year
required: optional
data:
  habits:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []  # <- profiling-denied
# purposes.yaml
favourites:
  name: Vous proposer les pains que vous aimez
  kind: personalisation
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Formulaire conservé
  choice: Vous nous appelez.
# data_categories.yaml
habits:
  name: Habitudes
  cnil_family: personal-life
  sources: [order-form]
  items:
    favourite-breads: {name: Pains préférés, tags: [interests]}
    past-orders: {name: Commandes passées, tags: [behaviour]}
"""

GOOD = """
# activities/favourites.yaml
name: Idées de pains
purposes: [favourites]
data_subjects: [customers]
retention: one-year
required: optional
data:
  habits:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Idées de pains
    kind: profiling
    logic: Nous rapprochons vos pains préférés de vos commandes passées.
    effect: Vous voyez d’abord les pains qui leur ressemblent.
# purposes.yaml
favourites:
  name: Vous proposer les pains que vous aimez
  kind: personalisation
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Formulaire conservé
  choice: Vous nous appelez.
# data_categories.yaml
habits:
  name: Habitudes
  cnil_family: personal-life
  sources: [order-form]
  items:
    favourite-breads: {name: Pains préférés, tags: [interests]}
    past-orders: {name: Commandes passées, tags: [behaviour]}
"""

_TARGETED = frozenset({"personalisation", "marketing", "ads"})
_TELLING = frozenset({"interests", "behaviour"})
_NOBODY = frozenset({"aggregated", "anonymised"})


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each purpose that targets by two telling items or more, where decisions are declared as none."""
    for activity in facts.register.activities.values():
        if activity.automated_decisions != ():
            continue
        uses = facts.register.uses[activity.id]
        for ident in activity.purposes:
            purpose = facts.register.purposes[ident]
            telling = _telling(use for use in uses if ident in use.purposes)
            if purpose.kind in _TARGETED and len(telling) > 1:
                yield Finding(
                    rule=RULE.rule,
                    at=activity.where.at("automated_decisions"),
                    values={"name": activity.name, "purpose": purpose.name, "items": telling},
                    related=(Related(at=purpose.where.at("kind"), part="contradicts"),),
                )


def _telling(uses: Iterable[DataUse]) -> tuple[str, ...]:
    """The names of the items that tell tastes or behaviour, each once."""
    items = [item for use in uses if use.line.form not in _NOBODY for item in use.items]
    return tuple(dict.fromkeys(item.name for item in items if _TELLING & set(item.tags)))
