"""A tracker claims an exemption for a purpose that needs consent: advertising, marketing or social networks."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.trackers._consents import consent_cases
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.law.tracker_exemptions import Exemption
from deskprivacy.model.data import Purpose

RULE = Rule(
    rule="exemption-for-other-purpose",
    family="trackers",
    severity=Severity.ERROR,
    law=("LIL 82", "CNIL 2020-091", "CE 412589"),
    checked="2026-11-22",
    title={
        "en": "an exemption is claimed for a purpose that needs consent",
        "fr": "une exemption est invoquée pour une finalité qui demande le consentement",
    },
    message={
        "en": "“{name}” is exempt (“{tracker_exemption}”), and that does not cover “{purpose}” ({purpose_kind})",
        "fr": "« {name} » est exempté (« {tracker_exemption} »), ce qui ne couvre pas « {purpose} » ({purpose_kind})",
    },
    help={
        "en": "write `consent: required`, or take this purpose out of the tracker’s `purposes`; `requested-service` is "
        "for what is strictly necessary to the online service that the person expressly asks for",
        "fr": "écrivez `consent: required`, ou retirez cette finalité des `purposes` du traceur ; `requested-service` "
        "est pour ce qui est strictement nécessaire au service en ligne que la personne demande expressément",
    },
    why={
        "en": "Nobody has asked to be measured, targeted or shown advertising. The device is the person’s own.",
        "fr": "Personne n’a demandé à être mesuré, ciblé ou exposé à la publicité. L’appareil appartient à la "
        "personne.",
    },
    asks={
        "en": "Without consent, a tracker may only carry the communication, or serve what the person expressly asked "
        "for.",
        "fr": "Sans consentement, un traceur ne peut que servir à la communication ou au service expressément demandé.",
    },
    mend={
        "en": "Ask for consent first, or use one tracker for the service and another, with consent, for the rest.",
        "fr": "Demandez d’abord le consentement, ou employez un traceur pour le service et un autre, avec "
        "consentement, "
        "pour le reste.",
    },
    justified=None,
)

BAD = """
# trackers.yaml
basket:
  name: Panier et annonces
  technology: cookie
  purposes: [advertising]
  consent:  # <- exemption-for-other-purpose
    required: false
    exemption: cart-and-billing
  lifetime: 6 months
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
trackers: [announcements]
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
    """A finding for each purpose of an exempt entry whose kind the exemption does not cover, at the entry."""
    for case in consent_cases(facts):
        exemption = case.exemption
        for ident in case.purposes if exemption else ():
            purpose = facts.register.purposes[ident]
            if exemption and purpose.kind in exemption.needs_consent and not _is_requested(exemption, purpose):
                yield Finding(
                    rule=RULE.rule,
                    at=case.where,
                    values={
                        "name": case.tracker.name,
                        "tracker_exemption": exemption.id,
                        "purpose": purpose.name,
                        "purpose_kind": purpose.kind,
                    },
                    related=(Related(at=purpose.where.at("kind"), part="contradicts"),),
                    severity=_severity(exemption, purpose),
                )


def _is_requested(exemption: Exemption, purpose: Purpose) -> bool:
    """Whether the purpose is the service itself: a contract about it is how a person expressly asks for it."""
    bases = purpose.legal_basis or ()
    return purpose.kind in exemption.unless_requested and bool(bases) and all(one.basis == "contract" for one in bases)


def _severity(exemption: Exemption, purpose: Purpose) -> Severity | None:
    """A doubt where the limits of the exemption are (CNIL 2026-042), or where the purpose may be the service itself."""
    return Severity.WARNING if exemption.technology or purpose.kind in exemption.unless_requested else None
