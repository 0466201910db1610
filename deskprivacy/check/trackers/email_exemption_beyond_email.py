"""An exemption that exists for pixels in e-mails is claimed for another tracker."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.trackers._consents import consent_cases
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="email-exemption-beyond-email",
    family="trackers",
    severity=Severity.WARNING,
    law=("LIL 82", "CNIL 2026-042"),
    checked="2026-11-22",
    title={
        "en": "an exemption for e-mails is claimed for another tracker",
        "fr": "une exemption propre aux e-mails est invoquée pour un autre traceur",
    },
    message={
        "en": (
            "“{name}” is no pixel in an e-mail ({tracker_technology}), and its exemption (“{tracker_exemption}”) "
            "exists for those only"
        ),
        "fr": (
            "« {name} » n’est pas une balise dans un e-mail ({tracker_technology}), et son exemption "
            "(« {tracker_exemption} ») n’existe que pour celles-ci"
        ),
    },
    help={
        "en": "write `technology: email-pixel`, another `exemption`, or `consent: required`",
        "fr": "écrivez `technology: email-pixel`, une autre `exemption`, ou `consent: required`",
    },
    why={
        "en": "Exemptions are read strictly: each was made for one use, and people can count on that.",
        "fr": (
            "Une exemption s’interprète strictement : elle vaut pour un usage, et les personnes doivent "
            "pouvoir y compter."
        ),
    },
    asks={
        "en": "Every tracker needs consent, unless it falls under an exemption that was made for it.",
        "fr": "Tout traceur demande le consentement, sauf s’il relève d’une exemption faite pour lui.",
    },
    mend={
        "en": "Name the technology or the exemption that is true, or ask for consent.",
        "fr": "Indiquez la technologie ou l’exemption exacte, ou demandez le consentement.",
    },
    justified=None,
)

BAD = """
# trackers.yaml
sign-in:
  name: Connexion par lien
  technology: cookie
  purposes: [accounts]
  consent:  # <- email-exemption-beyond-email
    required: false
    exemption: email-authentication-security
  lifetime: session
# purposes.yaml
accounts:
  name: Vous laisser entrer dans votre compte
  kind: account
  legal_basis: contract
# activities/website.yaml
name: Site de la boulangerie
purposes: [accounts]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {}
trackers: [sign-in]
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
sign-in:
  name: Connexion par lien
  technology: cookie
  purposes: [accounts]
  consent:
    required: false
    exemption: authentication
  lifetime: session
# purposes.yaml
accounts:
  name: Vous laisser entrer dans votre compte
  kind: account
  legal_basis: contract
# activities/website.yaml
name: Site de la boulangerie
purposes: [accounts]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients: {}
trackers: [sign-in]
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
    """A finding for each entry that claims an exemption made for another technology, at the entry."""
    for case in consent_cases(facts):
        exemption, technology = case.exemption, case.tracker.technology
        if exemption and exemption.technology and technology and technology != exemption.technology:
            yield Finding(
                rule=RULE.rule,
                at=case.where,
                values={"name": case.tracker.name, "tracker_technology": technology, "tracker_exemption": exemption.id},
                related=(Related(at=case.tracker.where.at("technology"), part="contradicts"),),
            )
