"""One tracker serves an exempt purpose and one that needs consent: then consent comes first for all."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.trackers._consents import ConsentCase, consent_cases
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.circumstances import NARROWING

RULE = Rule(
    rule="tracker-both-exempt-and-consented",
    family="trackers",
    severity=Severity.WARNING,
    law=("LIL 82", "CNIL 2020-091"),
    checked="2026-11-22",
    title={
        "en": "one tracker is both exempt and subject to consent",
        "fr": "un même traceur est à la fois exempté et soumis au consentement",
    },
    message={
        "en": "“{name}” is exempt for one purpose and needs consent for another: it is written before anybody has "
        "answered",
        "fr": "« {name} » est exempté pour une finalité et soumis au consentement pour une autre : il est déposé avant "
        "toute réponse",
    },
    help={
        "en": "declare two trackers, one with its `exemption`, one with `consent: required`; or write `consent: "
        "required` "
        "for all",
        "fr": "déclarez deux traceurs, l’un avec son `exemption`, l’autre avec `consent: required` ; ou écrivez "
        "`consent: required` pour tout",
    },
    why={
        "en": "Whoever refuses finds the same cookie on the device, and cannot see that it is used for less.",
        "fr": "Qui refuse retrouve le même cookie sur son appareil, et ne peut pas voir qu’il sert à moins.",
    },
    asks={
        "en": "A tracker with several purposes is exempt only where each of them is.",
        "fr": "Un traceur à plusieurs finalités n’est exempté que si chacune l’est.",
    },
    mend={
        "en": "Separate the two trackers, or wait for consent before you use this one.",
        "fr": "Séparez les deux traceurs, ou attendez le consentement avant d’employer celui-ci.",
    },
    justified={
        "en": "The second purpose only starts after consent, with another identifier, under the same name.",
        "fr": "La seconde finalité ne commence qu’après le consentement, avec un autre identifiant, sous le même nom.",
    },
)

BAD = """
# trackers.yaml
basket:
  name: Panier
  technology: cookie
  purposes: [order-preparation, advertising]
  consent:
    - required: false  # <- tracker-both-exempt-and-consented
      exemption: cart-and-billing
      purposes: [order-preparation]
    - required: true
      purposes: [advertising]
  lifetime: 6 months
  choice: Vous refusez dans le bandeau.
# purposes.yaml
advertising:
  name: Mesurer nos annonces
  kind: ads
  legal_basis:
    basis: consent
    how: Vous acceptez dans le bandeau.
    withdraw: Vous rouvrez le bandeau par le lien « Mes choix ».
    proof: Journal du bandeau
  choice: Vous refusez dans le bandeau.
# activities/website.yaml
name: Site de la boulangerie
purposes: [advertising]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {}
trackers: [basket]
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
basket:
  name: Panier
  technology: cookie
  purposes: [order-preparation]
  consent:
    required: false
    exemption: cart-and-billing
  lifetime: session
announcements:
  name: Annonces
  technology: cookie
  purposes: [advertising]
  consent: required
  lifetime: 6 months
  choice: Vous refusez dans le bandeau.
# purposes.yaml
advertising:
  name: Mesurer nos annonces
  kind: ads
  legal_basis:
    basis: consent
    how: Vous acceptez dans le bandeau.
    withdraw: Vous rouvrez le bandeau par le lien « Mes choix ».
    proof: Journal du bandeau
  choice: Vous refusez dans le bandeau.
# activities/website.yaml
name: Site de la boulangerie
purposes: [advertising]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {}
trackers: [basket, announcements]
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
    """A finding for each exempt entry beside one that waits for consent, told apart by their purposes only."""
    waiting = {case.tracker.id: case for case in consent_cases(facts) if case.entry.required and _by_purpose_only(case)}
    for case in consent_cases(facts):
        other = waiting.get(case.tracker.id)
        if case.exemption and other and _by_purpose_only(case):
            yield Finding(
                rule=RULE.rule,
                at=case.where,
                values={"name": case.tracker.name},
                related=(Related(at=other.where, part="contradicts"),),
            )


def _by_purpose_only(case: ConsentCase) -> bool:
    keys = ("when", *(key for key in NARROWING if key != "purposes"))
    return bool(case.purposes) and not any(getattr(case.entry, key) for key in keys)
