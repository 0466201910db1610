"""Data on offences are used, and no law that allows it is named."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._expression import doubt, serves_expression
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.special_data import EXPRESSION
from deskprivacy.model.uses import DataUse

RULE = Rule(
    rule="offence-data-without-law",
    family="lawfulness",
    severity=Severity.ERROR,
    law=("GDPR 10", "LIL 46"),
    checked="2026-11-22",
    title={
        "en": "data on offences are used, and no law that allows it is named",
        "fr": "des données d’infraction sont traitées sans que la loi qui le permet soit nommée",
    },
    message={
        "en": "“{activity}” uses data on offences, and no law that allows it is named: {items}",
        "fr": "« {activity} » utilise des données d’infraction sans que la loi qui le permet soit nommée : {items}",
    },
    help={
        "en": (
            "write `condition:` on that line of `data` with `ground: 10-law` and, in `reason`, the article of "
            "law; a victim may prepare its own action (LIL 46)"
        ),
        "fr": (
            "écrivez `condition:` sur cette ligne de `data` avec `ground: 10-law` et, dans `reason`, l’article "
            "de loi ; une victime peut préparer sa propre action (LIL 46)"
        ),
    },
    why={
        "en": "A private file of culprits has no judge. Whoever stands in it cannot defend themselves.",
        "fr": "Un fichier privé de coupables n’a pas de juge. Qui y figure ne peut pas se défendre.",
    },
    asks={
        "en": (
            "Such data are processed under the control of official authority, or where Union or national law "
            "allows it with safeguards (GDPR 10; in France LIL 46); consent does not do."
        ),
        "fr": (
            "Ces données se traitent sous le contrôle de l’autorité publique, ou si le droit de l’Union ou "
            "national le permet avec des garanties (RGPD, art. 10 ; en France, LIL, art. 46) ; le "
            "consentement ne suffit pas."
        ),
    },
    mend={
        "en": "Name the law, or keep only the facts that your complaint needs, for as long as it lasts.",
        "fr": "Nommez la loi, ou ne gardez que les faits utiles à votre plainte, le temps qu’elle dure.",
    },
    justified=None,
)

BAD = """
# data_categories.yaml
incidents:
  name: Incidents
  cnil_family: personal-life
  sources: [order-form]
  items:
    thefts:
      name: Vols constatés, avec leur auteur
      criminal: true

# activities/menus.yaml
name: Main courante
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  incidents:  # <- offence-data-without-law
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# data_categories.yaml
incidents:
  name: Plainte
  cnil_family: personal-life
  sources: [order-form]
  items:
    thefts:
      name: Vol dont nous avons été victimes, avec son auteur présumé
      criminal: true
# purposes.yaml
complaint:
  name: Porter plainte pour ce vol et suivre la procédure
  kind: claims
  legal_basis:
    basis: legitimate-interests
    interest: obtenir réparation d’un vol
    assessment:
      document: Mise en balance n° 3
# retention_rules.yaml
procedure:
  name: Procédure
  until: dispute-closed
  then: delete

# activities/menus.yaml
name: Plainte en cours
purposes: [complaint]
data_subjects: [customers]
retention: procedure
required: optional
data:
  incidents:
    condition:
      ground: 10-law
      reason: LIL, art. 46 ; victime, nous préparons et suivons une action en justice
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each line with data on offences whose condition is not `10-law` with its reason.

    Whoever carries out a task that a text gives acts under the first alternative of GDPR 10: that text is the law. The
    press, art and letters are told of by GDPR 85.
    """
    for use in facts.uses:
        items = tuple(item.name for item in use.items if item.criminal)
        condition = use.line.condition
        named = condition is not None and condition.ground == "10-law" and condition.reason
        claimed = condition is not None and condition.ground == EXPRESSION
        lifted = named or claimed or serves_expression(facts, use) or _by_office(facts, use)
        if items and not lifted and not use.activity.is_processor_sheet:
            values = {"activity": use.activity.name, "items": items}
            where = use.where.at("condition")
            yield Finding(rule=RULE.rule, at=where, on="key", values=values, severity=doubt(facts, use))


def _by_office(facts: Facts, use: DataUse) -> bool:
    """Whether every purpose of the line is a public task whose text is named (GDPR 10, first alternative)."""
    purposes = [facts.register.purposes[one] for one in use.purposes]
    return bool(purposes) and all(
        one.legal_basis and all(entry.basis == "public-task" and entry.text for entry in one.legal_basis)
        for one in purposes
    )
