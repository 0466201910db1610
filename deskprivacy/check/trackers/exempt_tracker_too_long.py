"""An exempt tracker stays longer than the CNIL allows for its exemption."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.trackers._consents import consent_cases
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.means import Tracker
from deskprivacy.model.periods import exceeds

RULE = Rule(
    rule="exempt-tracker-too-long",
    family="trackers",
    severity=Severity.WARNING,
    law=("LIL 82", "GDPR 5(1)(e)", "CNIL 2020-091", "CNIL 2020-092"),
    checked="2026-11-22",
    title={
        "en": "an exempt tracker stays longer than its exemption allows",
        "fr": "un traceur exempté reste plus longtemps que son exemption ne le permet",
    },
    message={
        "en": (
            "“{name}” has a lifetime of {lifetime_period}; the CNIL asks for {limit_period} at most under this "
            "exemption "
            "({tracker_exemption})"
        ),
        "fr": (
            "« {name} » : durée de vie de {lifetime_period} ; la CNIL demande {limit_period} au plus pour cette "
            "exemption "
            "({tracker_exemption})"
        ),
    },
    help={
        "en": "write `lifetime: {limit_period}` or less, and have the tool set so; or write `consent: required`",
        "fr": (
            "écrivez `lifetime: {limit_period}` ou moins, et faites régler l’outil ainsi ; ou écrivez `consent: "
            "required`"
        ),
    },
    why={
        "en": "An exemption is a small favour taken without asking. The longer it lasts, the more it knows.",
        "fr": "Une exemption est une facilité prise sans demander. Plus elle dure, plus elle en sait.",
    },
    asks={
        "en": "Audience trackers that are exempt live 13 months at most, and no visit renews them; to keep a choice "
        "6 months is good practice.",
        "fr": "Un traceur d’audience exempté vit 13 mois au plus, sans être prolongé à chaque visite ; garder un choix "
        "6 mois est une bonne pratique.",
    },
    mend={
        "en": "Shorten the tracker’s life in the tool and here, or ask for consent.",
        "fr": "Raccourcissez la durée de vie dans l’outil et ici, ou demandez le consentement.",
    },
    justified={
        "en": "A longer memory of a refusal, which spares the person the question.",
        "fr": "Un refus retenu plus longtemps, ce qui épargne la question à la personne.",
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
  lifetime: 2 years  # <- exempt-tracker-too-long
  choice: Vous refusez par le lien « Mes choix ».
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
  choice: Vous refusez par le lien « Mes choix ».
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
    """A finding for each lifetime, the tracker's or that of a cookie, beyond the limit of the exemption."""
    for case in consent_cases(facts):
        exemption = case.exemption
        if exemption is None or exemption.lifetime is None:
            continue
        for where, name, lifetime in _lifetimes(case.tracker):
            if lifetime == "until-cleared" or (lifetime != "session" and exceeds(lifetime, exemption.lifetime)):
                yield Finding(
                    rule=RULE.rule,
                    at=where,
                    values={
                        "name": name,
                        "lifetime_period": lifetime,
                        "limit_period": exemption.lifetime,
                        "tracker_exemption": exemption.id,
                    },
                    severity=Severity.INFO if exemption.good_practice else None,
                )


def _lifetimes(tracker: Tracker) -> Iterator[tuple[Address, str | None, str]]:
    if tracker.lifetime is not None:
        yield tracker.where.at("lifetime"), tracker.name, tracker.lifetime
    for name, cookie in (tracker.cookies or {}).items():
        if cookie.lifetime is not None:
            yield tracker.where.at("cookies", name, "lifetime"), name, cookie.lifetime
