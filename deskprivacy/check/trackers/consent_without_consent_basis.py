"""A tracker waits for consent, and its purpose rests on everything but consent."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.trackers._consents import consent_cases
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="consent-without-consent-basis",
    family="trackers",
    severity=Severity.WARNING,
    law=("LIL 82", "GDPR 6(1)(a)", "CJEU C-673/17", "CNIL 2020-091"),
    checked="2026-11-22",
    title={
        "en": "a tracker waits for consent, and its purpose does not rest on it",
        "fr": "un traceur attend le consentement, et sa finalité repose sur autre chose",
    },
    message={
        "en": "“{name}” waits for consent, and no legal basis of “{purpose}” is consent",
        "fr": "« {name} » attend le consentement, et aucune base légale de « {purpose} » n’est le consentement",
    },
    help={
        "en": "write `basis: consent` for this purpose, narrowed by `data` if need be; or name the `exemption` that "
        "holds",
        "fr": "écrivez `basis: consent` pour cette finalité, au besoin restreint par `data` ; ou indiquez "
        "l’`exemption`",
    },
    why={
        "en": "Whoever says no to the banner believes that it is over. With another basis, the use would go on.",
        "fr": "Qui refuse dans le bandeau croit l’affaire close. Avec une autre base, l’usage continuerait.",
    },
    asks={
        "en": "What is read with consent is then used with consent, as a rule; a withdrawal must end both.",
        "fr": "Ce qui est lu avec le consentement s’utilise en principe avec lui ; son retrait doit mettre fin aux "
        "deux.",
    },
    mend={
        "en": "Add consent to the bases of the purpose, for what the tracker collects, with how it is given and "
        "withdrawn.",
        "fr": "Ajoutez le consentement aux bases de la finalité, pour ce que le traceur recueille, et dites comment il "
        "se "
        "donne et se retire.",
    },
    justified={
        "en": "What follows the reading is another operation with a basis of its own, such as an invoice that the law "
        "asks.",
        "fr": "Ce qui suit la lecture est une autre opération, qui a sa propre base : une facture que la loi impose, "
        "par "
        "exemple.",
    },
)

BAD = """
# trackers.yaml
visits:
  name: Compteur de visites
  technology: cookie
  purposes: [visit-count]
  consent: required  # <- consent-without-consent-basis
  lifetime: 13 months
  choice: Vous refusez dans le bandeau.
# purposes.yaml
visit-count:
  name: Compter les visites du site
  kind: audience
  legal_basis:
    basis: legitimate-interests
    interest: savoir quelles pages servent
    assessment: {document: Mise en balance du 2 mars 2026}
  choice: Vous refusez dans le bandeau.
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
  consent: required
  lifetime: 13 months
  choice: Vous refusez dans le bandeau.
# purposes.yaml
visit-count:
  name: Compter les visites du site
  kind: audience
  legal_basis:
    basis: consent
    how: Vous acceptez dans le bandeau.
    withdraw: Vous rouvrez le bandeau par le lien « Mes choix ».
    proof: Journal du bandeau
  choice: Vous refusez dans le bandeau.
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
    """A finding for each purpose for which a tracker asks consent, and of whose bases none is consent."""
    for case in consent_cases(facts):
        for ident in case.purposes if case.entry.required else ():
            purpose = facts.register.purposes[ident]
            if purpose.legal_basis and all(one.basis != "consent" for one in purpose.legal_basis):
                yield Finding(
                    rule=RULE.rule,
                    at=case.where,
                    values={"name": case.tracker.name, "purpose": purpose.name},
                    related=(Related(at=purpose.where.at("legal_basis"), part="contradicts"),),
                )
