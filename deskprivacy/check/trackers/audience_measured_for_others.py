"""An exempt audience tracker is provided by somebody who may use what it collects for itself."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.trackers._consents import consent_cases
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="audience-measured-for-others",
    family="trackers",
    severity=Severity.WARNING,
    law=("LIL 82", "CNIL 2020-091"),
    checked="2026-11-22",
    title={
        "en": "an audience tracker is exempt from consent, and its provider uses the data for itself",
        "fr": "un traceur d’audience est exempté de consentement, et son fournisseur se sert des données pour lui-même",
    },
    message={
        "en": "“{name}” is exempt as audience measurement, and “{provider}” is not only your processor",
        "fr": "« {name} » est exempté au titre de la mesure d’audience, et « {provider} » n’est pas seulement votre "
        "sous-traitant",
    },
    help={
        "en": "write `consent: required`; or, if the contract forbids any use of its own, `role: processor` without "
        "`own_use`",
        "fr": "écrivez `consent: required` ; ou, si le contrat lui interdit tout usage propre, `role: processor` sans "
        "`own_use`",
    },
    why={
        "en": "A counter that also feeds its maker’s business follows the same person from site to site.",
        "fr": "Un compteur qui sert aussi les affaires de son fabricant suit la même personne de site en site.",
    },
    asks={
        "en": "Exempt audience measurement serves the publisher alone: no data for others, no combination, no "
        "following "
        "across sites.",
        "fr": "La mesure d’audience exemptée sert le seul éditeur : aucune donnée pour d’autres, aucun recoupement, "
        "aucun "
        "suivi d’un site à l’autre.",
    },
    mend={
        "en": "Ask for consent, or choose a tool whose maker only processes on your behalf, set as the CNIL describes.",
        "fr": "Demandez le consentement, ou choisissez un outil dont le fabricant n’agit que pour vous, réglé comme la "
        "CNIL le décrit.",
    },
    justified={
        "en": "The provider has documented, in its self-assessment for the CNIL, that this use does not concern this "
        "tool.",
        "fr": "Le fournisseur a établi, dans son autoévaluation destinée à la CNIL, que cet usage ne touche pas cet "
        "outil.",
    },
)

BAD = """
# trackers.yaml
visits:
  name: Compteur de visites
  technology: cookie
  provider: counter-maker
  purposes: [visit-count]
  consent:  # <- audience-measured-for-others
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
# recipients.yaml
counter-maker:
  name: Éditeur du compteur
  role: controller
  country: FR
  transfer: []
# activities/website.yaml
name: Site de la boulangerie
purposes: [visit-count]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients:
  counter-maker:
    data: [browsing]
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
  provider: counter-maker
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
# recipients.yaml
counter-maker:
  name: Éditeur du compteur
  role: processor
  country: FR
  contract:
    article: 28
    document: Contrat du 5 mai 2026
  transfer: []
  sub_processors: []
# activities/website.yaml
name: Site de la boulangerie
purposes: [visit-count]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients:
  counter-maker:
    data: [browsing]
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

_OTHERS = frozenset({"controller", "joint-controller"})


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each exempt audience tracker whose provider decides for itself, at the exempt entry."""
    for case in consent_cases(facts):
        exemption = case.exemption
        if exemption is None or not exemption.for_the_publisher_only or case.tracker.provider is None:
            continue
        provider = facts.register.recipients[case.tracker.provider]
        if provider.role in _OTHERS or provider.own_use is not None:
            key = "role" if provider.role in _OTHERS else "own_use"
            yield Finding(
                rule=RULE.rule,
                at=case.where,
                values={"name": case.tracker.name, "provider": provider.name},
                related=(Related(at=provider.where.at(key), part="contradicts"),),
            )
