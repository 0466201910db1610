"""A tracker holds a secret or card data on the device."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="secret-in-tracker",
    family="security",
    severity=Severity.WARNING,
    law=("GDPR 25(1)", "GDPR 32(1)"),
    checked="2026-11-22",
    title={
        "en": "a tracker holds a secret or card data",
        "fr": "un traceur contient un secret ou des données de carte",
    },
    message={
        "en": "“{name}” holds “{item}” on the device",
        "fr": "« {name} » garde « {item} » sur l’appareil",
    },
    help={
        "en": "keep a random key in the tracker and the rest on the server; then name in its `data` only the items "
        "that it still holds",
        "fr": "gardez dans le traceur une clé tirée au hasard, et le reste sur le serveur ; puis ne nommez dans "
        "ses `data` que les éléments qu’il garde encore",
    },
    why={
        "en": "A device is lent, stolen or shared. What lies on it can be copied by any script of the page.",
        "fr": "Un appareil se prête, se vole ou se partage. Ce qui s’y trouve peut être copié par tout script de la "
        "page.",
    },
    asks={
        "en": "Secrets and card numbers do not leave the place where they are protected.",
        "fr": "Les secrets et les numéros de carte ne quittent pas l’endroit qui les protège.",
    },
    mend={
        "en": "Have the site use an opaque key, in a cookie marked `Secure`, `HttpOnly` and `SameSite`.",
        "fr": "Faites employer par le site une clé opaque, dans un cookie marqué `Secure`, `HttpOnly` et `SameSite`.",
    },
    justified={
        "en": "The secret is itself the opaque key of a session and ends with it.",
        "fr": "Le secret est lui-même la clé opaque d’une session, et finit avec elle.",
    },
)

BAD = """
# trackers.yaml
basket:
  name: Panier
  technology: cookie
  data: [payment/sign-in-password]  # <- secret-in-tracker
  purposes: [order-preparation]
  consent:
    required: false
    exemption: cart-and-billing
  lifetime: session
# activities/website.yaml
name: Site de la boulangerie
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  payment:
recipients: {}
trackers: [basket]
measures: [locked-till]
automated_decisions: []
# data_categories.yaml
payment:
  name: Paiement
  cnil_family: economic-financial
  sources: [order-form]
  items:
    sign-in-password: {name: Empreinte du mot de passe, tags: [secret]}
    basket-key: {name: Numéro du panier, tags: [identifier]}
"""

GOOD = """
# trackers.yaml
basket:
  name: Panier
  technology: cookie
  data: [payment/basket-key]
  purposes: [order-preparation]
  consent:
    required: false
    exemption: cart-and-billing
  lifetime: session
# activities/website.yaml
name: Site de la boulangerie
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  payment:
recipients: {}
trackers: [basket]
measures: [locked-till]
automated_decisions: []
# data_categories.yaml
payment:
  name: Paiement
  cnil_family: economic-financial
  sources: [order-form]
  items:
    sign-in-password: {name: Empreinte du mot de passe, tags: [secret]}
    basket-key: {name: Numéro du panier, tags: [identifier]}
"""

_KEPT_AWAY = frozenset({"secret", "card", "card-code"})


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each secret or card item that a tracker names, alone or with its category; sign-in keys apart."""
    for tracker in facts.register.trackers.values():
        signs_in = any(entry.exemption == "authentication" for entry in tracker.consent or ())
        named = (item for ref in tracker.data for item in facts.items(ref))
        for item in {id(item): item for item in named}.values():  # an item may be named twice: with its category, too
            held = _KEPT_AWAY & set(item.tags)
            if held and not (signs_in and held == {"secret"}):
                values = {"name": tracker.name, "item": item.name}
                yield Finding(rule=RULE.rule, at=tracker.where.at("data"), values=values)
