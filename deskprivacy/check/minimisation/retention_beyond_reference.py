"""Data are kept for longer than the authority recommends, and no reason is given."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.minimisation._recommended import concerning
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.periods import exceeds

RULE = Rule(
    rule="retention-beyond-reference",
    family="minimisation",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(e)", "CNIL 2021-131", "CNIL 2021-122"),
    sought_in=("activities.data", "activities.purposes"),
    checked="2026-11-22",
    title={
        "en": "data are kept for longer than is recommended, without a reason",
        "fr": "des données sont gardées plus longtemps que recommandé, sans raison",
    },
    message={
        "en": "“{name}”: {period} in “{activity}”; {law} recommends at most {most_period}, and no reason is given",
        "fr": (
            "« {name} » : {period} dans « {activity} » ; {law} recommande au plus {most_period}, et aucune raison "
            "n’est donnée"
        ),
    },
    help={
        "en": "shorten `active:`, or say in the rule `why:` you need longer, or which `text:` demands it",
        "fr": (
            "raccourcissez `active:`, ou dites dans la règle pourquoi il faut plus longtemps (`why:`), ou quel "
            "texte l’exige (`text:`)"
        ),
    },
    why={
        "en": "An old address, an old application, an old log hurts the person more often than it helps anybody.",
        "fr": (
            "Une vieille adresse, une vieille candidature, un vieux journal nuit plus souvent à la personne "
            "qu’il ne sert à quelqu’un."
        ),
    },
    asks={
        "en": (
            "Data are kept no longer than the purposes need; the CNIL has published how long it finds "
            "sufficient: three years after the last contact for marketing, two for applications, six to twelve "
            "months for logs."
        ),
        "fr": (
            "Les données ne sont pas gardées plus longtemps que les finalités ne l’exigent ; la CNIL a publié ce "
            "qu’elle juge suffisant : trois ans après le dernier contact pour la prospection, deux pour les "
            "candidatures, de six à douze mois pour les journaux."
        ),
    },
    mend={
        "en": "Take the period recommended, and have the data deleted by a job, not by hand.",
        "fr": "Prenez la durée recommandée, et faites supprimer les données par une tâche automatique, non à la main.",
    },
    justified={
        "en": (
            "The purchase cycle is longer and that was examined, or a documented threat asks for older logs: the "
            "rule’s `why` says so."
        ),
        "fr": (
            "Le cycle d’achat est plus long et cela a été étudié, ou une menace documentée exige des journaux "
            "plus anciens : le `why` de la règle le dit."
        ),
    },
)

BAD = """
# retention_rules.yaml
prospects:
  name: Prospects
  active: 5 years  # <- retention-beyond-reference
  from: last-contact
  then: delete

# activities/menus.yaml
name: Prospection
purposes: [newsletter]
data_subjects: [customers]
retention: prospects
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# retention_rules.yaml
prospects:
  name: Prospects
  active: 5 years
  from: last-contact
  then: delete
  why: on ne change de four à pain que tous les cinq ans (étude d’avril 2026)

# activities/menus.yaml
name: Prospection
purposes: [newsletter]
data_subjects: [customers]
retention: prospects
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each rule and recommendation, with the first use that both concern.

    Where several recommendations concern the same data, the longest of them is one: what keeps to it is silent.
    """
    seen: set[tuple[str, str]] = set()
    for one in facts.kept:
        if one.rule.why or one.rule.text or not one.rule.active or one.rule.active == "unlimited":
            continue
        found = tuple(concerning(facts, one))
        if any(not exceeds(one.rule.active, preset.most) for preset in found):
            continue
        for preset in found:
            if (one.rule.id, preset.id) not in seen:
                seen.add((one.rule.id, preset.id))
                yield Finding(
                    rule=RULE.rule,
                    at=one.rule.where.at("active"),
                    values={
                        "name": one.rule.name or one.rule.id,
                        "period": one.rule.active,
                        "activity": one.use.activity.name,
                        "law": preset.law,
                        "most_period": preset.most,
                    },
                    law=("GDPR 5(1)(e)", preset.law),
                    related=(Related(at=one.where, part="declared"),),
                )
