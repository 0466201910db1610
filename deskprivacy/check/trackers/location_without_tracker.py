"""A device gives its location, and no tracker of the activity says that it is read."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.activities import Activity

RULE = Rule(
    rule="location-without-tracker",
    family="trackers",
    severity=Severity.WARNING,
    law=("LIL 82", "CNIL 2024-061"),
    sought_in=("itself",),
    checked="2026-11-22",
    title={
        "en": "a device gives its location, and no tracker says so",
        "fr": "un appareil donne sa position, et aucun traceur ne le dit",
    },
    message={
        "en": "“{name}” is observed on the person’s device, and no tracker of the activity reads a location",
        "fr": "« {name} » est observé sur l’appareil de la personne, et aucun traceur de l’activité ne lit de position",
    },
    help={
        "en": "declare in `trackers` a `device-permission` that reads these `data`, with its `consent`, and name it in "
        "the "
        "activity",
        "fr": "déclarez dans `trackers` une `device-permission` qui lit ces `data`, avec son `consent`, et citez-la "
        "dans "
        "l’activité",
    },
    why={
        "en": "Where somebody goes tells where they live, pray, love and are treated. Nobody gives that away unasked.",
        "fr": "Les lieux où l’on va disent où l’on vit, prie, aime et se soigne. Cela ne se donne pas sans être "
        "demandé.",
    },
    asks={
        "en": "To read the location of a device needs consent, unless the service asked for cannot do without it; the "
        "system’s permission is not always that consent.",
        "fr": "Lire la position d’un appareil demande le consentement, sauf si le service demandé l’exige ; "
        "l’autorisation du système ne vaut pas toujours consentement.",
    },
    mend={
        "en": "Declare the permission, when it is asked, and how to take it back; prefer an approximate location.",
        "fr": "Déclarez l’autorisation, le moment où elle est demandée et la façon de la retirer ; préférez une "
        "position "
        "approchée.",
    },
    justified={
        "en": "The person types a town or a postcode: nothing is read on the device.",
        "fr": "La personne saisit une ville ou un code postal : rien n’est lu sur l’appareil.",
    },
)

BAD = """
# activities/nearby.yaml
name: Boulangerie la plus proche
purposes: [nearest-shop]
data_subjects: [customers]
sources: [app]
retention: one-year
data:
  location:  # <- location-without-tracker
    channels: [mobile-app]
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
# purposes.yaml
nearest-shop:
  name: Vous montrer la boulangerie la plus proche
  kind: account
  legal_basis:
    basis: consent
    how: Le téléphone vous demande s’il peut donner sa position.
    withdraw: Vous retirez l’accès dans les réglages du téléphone.
    proof: Journal de l’application
  choice: Vous refusez l’accès à la position.
# data_categories.yaml
location:
  name: Localisation
  cnil_family: location-data
  items:
    position: {name: Position du téléphone, tags: [location]}
# sources.yaml
app:
  name: Notre application
  origin: observed
"""

GOOD = """
# activities/nearby.yaml
name: Boulangerie la plus proche
purposes: [nearest-shop]
data_subjects: [customers]
sources: [app]
retention: one-year
data:
  location:
    channels: [mobile-app]
recipients: {}
trackers: [position]
measures: [locked-till]
automated_decisions: []
# trackers.yaml
position:
  name: Accès à la position
  technology: device-permission
  data: [location/position]
  purposes: [nearest-shop]
  consent: required
  choice: Vous retirez votre accord par le bouton qui l’a donné.
# purposes.yaml
nearest-shop:
  name: Vous montrer la boulangerie la plus proche
  kind: account
  legal_basis:
    basis: consent
    how: Notre application vous demande votre accord pour ce seul usage, avant que le téléphone ne demande le sien.
    withdraw: Vous retirez cet accord par le bouton qui l’a donné.
    proof: Journal de l’application
  choice: Vous refusez l’accès à la position.
# data_categories.yaml
location:
  name: Localisation
  cnil_family: location-data
  items:
    position: {name: Position du téléphone, tags: [location]}
# sources.yaml
app:
  name: Notre application
  origin: observed
"""


_ON_DEVICES = frozenset({"mobile-app", "website"})


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each line of location observed through an app or a site, where the trackers declared read none."""
    for use in facts.uses:
        places = [item.name for item in use.items if "location" in item.tags]
        observed = any("observed" in source.origin for source in use.sources)
        if (
            places
            and observed
            and use.line.channels
            and _ON_DEVICES.issuperset(use.line.channels)
            and _reads_no_location(facts, use.activity)
        ):
            yield Finding(rule=RULE.rule, at=use.where, on="key", values={"name": places[0]})


def _reads_no_location(facts: Facts, activity: Activity) -> bool:
    """Whether the trackers are declared, say what they read, and none reads a location."""
    if activity.trackers is None:
        return False
    trackers = [facts.register.trackers[one] for one in activity.trackers]
    return all(tracker.data for tracker in trackers) and not any(
        "location" in item.tags for tracker in trackers for ref in tracker.data for item in facts.items(ref)
    )
