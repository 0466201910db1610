"""A social network's button acts before the person has agreed."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.trackers._consents import consent_cases
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="social-plug-in-without-consent",
    family="trackers",
    severity=Severity.WARNING,
    law=("LIL 82", "CJEU C-40/17", "CNIL 2020-091"),
    checked="2026-11-22",
    title={
        "en": "a social network’s button waits for no consent",
        "fr": "le bouton d’un réseau social n’attend pas le consentement",
    },
    message={
        "en": "“{name}” is a social network’s button, and is exempt (“{tracker_exemption}”)",
        "fr": "« {name} » est le bouton d’un réseau social, et il est exempté (« {tracker_exemption} »)",
    },
    help={
        "en": "write `consent: required`; a plain link, which calls nobody before the click, is no tracker: delete it "
        "here",
        "fr": "écrivez `consent: required` ; un simple lien, qui n’appelle personne avant le clic, n’est pas un "
        "traceur : "
        "retirez-le d’ici",
    },
    why={
        "en": "The network learns which pages a person reads, even of those who have no account with it.",
        "fr": "Le réseau apprend quelles pages une personne lit, même si elle n’a pas de compte chez lui.",
    },
    asks={
        "en": "The site that embeds the button obtains consent for what the button reads and sends, before it does.",
        "fr": "Le site qui place le bouton recueille le consentement à ce que celui-ci lit et envoie, avant qu’il le "
        "fasse.",
    },
    mend={
        "en": "Load the button after a click or a choice, or replace it by a link.",
        "fr": "Ne chargez le bouton qu’après un clic ou un choix, ou remplacez-le par un lien.",
    },
    justified={
        "en": "The button is shown only to members who are signed in to the network and have asked to use it.",
        "fr": "Le bouton n’apparaît qu’aux membres connectés au réseau, qui ont demandé à s’en servir.",
    },
)

BAD = """
# trackers.yaml
share-button:
  name: Bouton Edelweiss
  technology: social-plug-in
  provider: edelweiss
  purposes: [accounts]
  consent:  # <- social-plug-in-without-consent
    required: false
    exemption: authentication
# recipients.yaml
edelweiss:
  name: Réseau social Edelweiss
  role: joint-controller
  sector: social-network
  country: FR
  contract:
    article: 26
    document: Accord du 30 mars 2026
    essence: Nous vous informons ; Edelweiss répond de ce qu’il fait ensuite.
  transfer: []
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
recipients:
  edelweiss:
    data: [browsing]
trackers: [share-button]
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
share-button:
  name: Bouton Edelweiss
  technology: social-plug-in
  provider: edelweiss
  purposes: [sharing]
  consent: required
  choice: Vous n’allumez pas le bouton.
# recipients.yaml
edelweiss:
  name: Réseau social Edelweiss
  role: joint-controller
  sector: social-network
  country: FR
  contract:
    article: 26
    document: Accord du 30 mars 2026
    essence: Nous vous informons ; Edelweiss répond de ce qu’il fait ensuite.
  transfer: []
# purposes.yaml
sharing:
  name: Vous laisser partager une page
  kind: social
  legal_basis:
    basis: consent
    how: Vous cliquez une première fois pour allumer le bouton.
    withdraw: Vous l’éteignez d’un clic.
    proof: Journal du site
  choice: Vous n’allumez pas le bouton.
# activities/website.yaml
name: Site de la boulangerie
purposes: [sharing]
data_subjects: [customers]
sources: [website]
retention: one-year
data:
  browsing:
recipients:
  edelweiss:
    data: [browsing]
trackers: [share-button]
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
    """A finding for each entry of a social network's button that claims an exemption, at the entry."""
    for case in consent_cases(facts):
        if case.tracker.technology == "social-plug-in" and case.exemption:
            values = {"name": case.tracker.name, "tracker_exemption": case.exemption.id}
            yield Finding(rule=RULE.rule, at=case.where, values=values)
