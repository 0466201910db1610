"""A tracker, a source or a recipient is told by a name that no longer exists."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.obsolete_names import obsolete_in

RULE = Rule(
    rule="obsolete-technology-named",
    family="trackers",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(a)", "GDPR 12(1)"),
    checked="2026-11-22",
    title={
        "en": "a technology or a service is told by a name that no longer exists",
        "fr": "une technologie ou un service porte un nom qui n’existe plus",
    },
    message={
        "en": "“{name}”: “{found}” no longer exists under this name (since {since})",
        "fr": "« {name} » : « {found} » n’existe plus sous ce nom (depuis {since})",
    },
    help={
        "en": "find out whether it is still used; then write its name of today in `name` and `description`, or delete "
        "it",
        "fr": "vérifiez s’il est encore employé ; puis écrivez son nom d’aujourd’hui dans `name` et `description`, ou "
        "retirez-le",
    },
    why={
        "en": "A person looks in vain for what no longer exists, and wonders what else in the page is out of date.",
        "fr": "La personne cherche en vain ce qui n’existe plus, et se demande ce qui, dans la page, est périmé aussi.",
    },
    asks={
        "en": "What people are told is true today and can be understood.",
        "fr": "Ce que l’on dit aux personnes est vrai aujourd’hui et se comprend.",
    },
    mend={
        "en": "Ask the web team for what runs today; an inventory of cookies takes an hour.",
        "fr": "Demandez à l’équipe web ce qui fonctionne aujourd’hui ; un relevé des cookies prend une heure.",
    },
    justified={
        "en": "An old device or kiosk still runs it, and the inventory proves it.",
        "fr": "Un ancien appareil ou une borne s’en sert encore, et le relevé le prouve.",
    },
)

BAD = """
# sources.yaml
order-form:
  name: Notre formulaire de commande
  description: Il s’ouvre aussi depuis notre page Twitter.  # <- obsolete-technology-named
  origin: data-subject
"""

GOOD = """
# sources.yaml
order-form:
  name: Notre formulaire de commande
  description: Il s’ouvre aussi depuis notre page X (anciennement Twitter).
  origin: data-subject
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each old name in the name or description of a source, a recipient or a tracker, once an entity."""
    register = facts.register
    for entity in (*register.sources.values(), *register.recipients.values(), *register.trackers.values()):
        seen: set[str] = set()
        for key, text in (("name", entity.name), ("description", entity.description)):
            for name, found in obsolete_in(text) if text else ():
                if name.id not in seen:
                    seen.add(name.id)
                    yield Finding(
                        rule=RULE.rule,
                        at=entity.where.at(key),
                        values={"name": entity.name, "found": found, "since": name.since},
                    )
