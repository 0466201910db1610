"""Logs are kept for less time than the authority recommends."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.minimisation._recommended import concerning
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.periods import exceeds

RULE = Rule(
    rule="logs-kept-too-briefly",
    family="minimisation",
    severity=Severity.INFO,
    law=("CNIL 2021-122", "GDPR 32(1)"),
    checked="2026-11-22",
    title={
        "en": "logs are kept for less time than is recommended",
        "fr": "des journaux sont gardés moins longtemps que recommandé",
    },
    message={
        "en": (
            "“{name}”: {period} in “{activity}”; {law} recommends at least {least_period}, so that an intrusion "
            "found late can still be understood"
        ),
        "fr": (
            "« {name} » : {period} dans « {activity} » ; {law} recommande au moins {least_period}, pour comprendre "
            "une intrusion découverte tard"
        ),
    },
    help={
        "en": "write between 6 and 12 months in `active:`, or say `why:` less is enough",
        "fr": "écrivez de 6 à 12 mois dans `active:`, ou dites pourquoi moins suffit (`why:`)",
    },
    why={
        "en": "When data have leaked, the log is the only witness of whose they were.",
        "fr": "Quand des données ont fui, le journal est le seul témoin de qui elles concernaient.",
    },
    asks={
        "en": "Security fits the risk; the CNIL recommends logs of six to twelve months.",
        "fr": "La sécurité s’adapte au risque ; la CNIL recommande de garder les journaux de six à douze mois.",
    },
    mend={
        "en": "Lengthen the rotation, and protect the logs from those whom they watch.",
        "fr": "Allongez la rotation, et protégez les journaux de ceux qu’ils surveillent.",
    },
    justified={
        "en": "The logs are technical, of little use against intrusions, or very intrusive themselves.",
        "fr": "Ces journaux sont techniques, peu utiles contre les intrusions, ou eux-mêmes très intrusifs.",
    },
)

BAD = """
# data_categories.yaml
server-logs:
  name: Journaux
  cnil_family: connection-data
  sources: [order-form]
  items:
    log-line:
      name: Ligne du journal
      tags: [log]

# retention_rules.yaml
logs:
  name: Journaux
  active: 3 weeks  # <- logs-kept-too-briefly
  from: recording
  then: delete

# activities/menus.yaml
name: Site de commande
purposes: [order-preparation]
data_subjects: [customers]
retention: logs
required: optional
data:
  server-logs:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# data_categories.yaml
server-logs:
  name: Journaux
  cnil_family: connection-data
  sources: [order-form]
  items:
    log-line:
      name: Ligne du journal
      tags: [log]

# retention_rules.yaml
logs:
  name: Journaux
  active: 6 months
  from: recording
  then: delete

# activities/menus.yaml
name: Site de commande
purposes: [order-preparation]
data_subjects: [customers]
retention: logs
required: optional
data:
  server-logs:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each rule of logs that is shorter than recommended, without a reason."""
    seen: set[str] = set()
    for one in facts.kept:
        period = one.rule.active
        if one.rule.why or one.rule.text or not period or period == "unlimited" or one.rule.id in seen:
            continue
        for preset in concerning(facts, one):
            if preset.least and exceeds(preset.least, period):
                seen.add(one.rule.id)
                values = {"name": one.rule.name or one.rule.id, "period": period, "activity": one.use.activity.name}
                values |= {"law": preset.law, "least_period": preset.least}
                yield Finding(rule=RULE.rule, at=one.rule.where.at("active"), values=values)
