"""What an exempt audience tracker collects is kept longer than the CNIL allows."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.trackers._consents import consent_cases
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.periods import exceeds
from deskprivacy.model.uses import entry_address

RULE = Rule(
    rule="audience-data-kept-too-long",
    family="trackers",
    severity=Severity.WARNING,
    law=("LIL 82", "GDPR 5(1)(e)", "CNIL 2020-091"),
    checked="2026-11-22",
    title={
        "en": "what an exempt audience tracker collects is kept too long",
        "fr": "ce que recueille un traceur d’audience exempté est gardé trop longtemps",
    },
    message={
        "en": "what “{name}” collects is kept {period}; the CNIL asks for {limit_period} at most",
        "fr": "ce que recueille « {name} » est gardé {period} ; la CNIL demande {limit_period} au plus",
    },
    help={
        "en": "name in `retention` a rule of `25 months` or less with `then: delete` or `anonymise`; or write "
        "`consent: required`",
        "fr": "indiquez dans `retention` une règle de `25 months` ou moins, avec `then: delete` ou `anonymise` ; ou "
        "écrivez `consent: required`",
    },
    why={
        "en": "Two years of visits tell of illnesses, plans and worries. A count needs none of that for long.",
        "fr": "Deux ans de visites disent des maladies, des projets, des soucis. Un simple comptage n’en a pas besoin.",
    },
    asks={
        "en": "Data of exempt audience measurement are kept 25 months at most; then they are deleted or made "
        "anonymous.",
        "fr": "Les données d’une mesure d’audience exemptée se gardent 25 mois au plus, puis s’effacent ou deviennent "
        "anonymes.",
    },
    mend={
        "en": "Shorten the retention in the tool and in the rule, or keep nothing but anonymous counts.",
        "fr": "Raccourcissez la durée dans l’outil et dans la règle, ou ne gardez que des comptages anonymes.",
    },
    justified={
        "en": "What is kept longer is already anonymous, and the rule only says how long the counts are read.",
        "fr": "Ce qui est gardé plus longtemps est déjà anonyme : la règle dit seulement combien de temps on lit les "
        "comptages.",
    },
)

BAD = """
# trackers.yaml
visits:
  name: Compteur de visites
  technology: cookie
  purposes: [visit-count]
  consent:
    required: false
    exemption: audience-measurement
  lifetime: 13 months
  retention: four-years  # <- audience-data-kept-too-long
  choice: Vous refusez par le lien « Mes choix ».
# retention_rules.yaml
four-years:
  active: 4 years
  from: collection
  then: delete
# purposes.yaml
visit-count:
  name: Compter les visites du site
  kind: audience
  legal_basis:
    basis: legitimate-interests
    interest: savoir quelles pages servent
    assessment: {document: Mise en balance du 2 mars 2026}
  choice: Vous refusez par le lien « Mes choix ».
# activities/website.yaml
name: Site de la boulangerie
purposes: [visit-count]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {}
trackers: [visits]
measures: [locked-till]
automated_decisions: []
# data_categories.yaml
browsing:
  name: Navigation
  cnil_family: internet
  items:
    pages-viewed: {name: Pages vues, tags: [behaviour]}
# sources.yaml
website:
  name: Notre site
  origin: observed
"""

GOOD = """
# trackers.yaml
visits:
  name: Compteur de visites
  technology: cookie
  purposes: [visit-count]
  consent:
    required: false
    exemption: audience-measurement
  lifetime: 13 months
  retention: two-years
  choice: Vous refusez par le lien « Mes choix ».
# retention_rules.yaml
two-years:
  active: 2 years
  from: collection
  then: delete
# purposes.yaml
visit-count:
  name: Compter les visites du site
  kind: audience
  legal_basis:
    basis: legitimate-interests
    interest: savoir quelles pages servent
    assessment: {document: Mise en balance du 2 mars 2026}
  choice: Vous refusez par le lien « Mes choix ».
# activities/website.yaml
name: Site de la boulangerie
purposes: [visit-count]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {}
trackers: [visits]
measures: [locked-till]
automated_decisions: []
# data_categories.yaml
browsing:
  name: Navigation
  cnil_family: internet
  items:
    pages-viewed: {name: Pages vues, tags: [behaviour]}
# sources.yaml
website:
  name: Notre site
  origin: observed
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each retention of an exempt tracker beyond the limit of the exemption, with its rule."""
    for case in consent_cases(facts):
        limit = case.exemption.retention if case.exemption else None
        held = case.tracker.retention or ()
        for position, use in enumerate(held if limit else ()):
            rule = facts.register.retention_rules[use.rule]
            if limit and rule.active and (rule.active == "unlimited" or exceeds(rule.active, limit)):
                yield Finding(
                    rule=RULE.rule,
                    at=entry_address(case.tracker.where.at("retention"), held, position),
                    values={"name": case.tracker.name, "period": rule.active, "limit_period": limit},
                    related=(Related(at=rule.where.at("active"), part="declared"),),
                )
