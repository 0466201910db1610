"""A processor uses the data for purposes of its own: for that, it is a controller."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="processor-with-own-purposes",
    family="recipients",
    severity=Severity.ERROR,
    law=("GDPR 28(10)", "GDPR 28(3)(a)", "GDPR 4(7)"),
    sought_in=("activities.recipients", "activities.hosting", "trackers"),
    checked="2026-11-22",
    title={
        "en": "a processor uses the data for itself",
        "fr": "un sous-traitant se sert des données pour lui-même",
    },
    message={
        "en": "“{name}” is declared as a processor, and also with purposes of its own",
        "fr": "« {name} » est déclaré comme sous-traitant, et aussi avec des finalités qui lui sont propres",
    },
    help={
        "en": (
            "write `role: controller`, or `joint-controller`, on the line for that use; or remove `own_use` if "
            "the contract forbids it"
        ),
        "fr": (
            "écrivez `role: controller`, ou `joint-controller`, sur la ligne qui vise cet usage ; ou retirez "
            "`own_use` si le contrat l’interdit"
        ),
    },
    why={
        "en": "A provider that works for itself with your data must tell you so, and answer to you.",
        "fr": "Un prestataire qui travaille pour lui-même avec vos données doit vous le dire, et vous répondre.",
    },
    asks={
        "en": (
            "A processor acts only on instructions; one that settles purposes itself is a controller for that "
            "processing."
        ),
        "fr": (
            "Le sous-traitant n’agit que sur instruction ; celui qui fixe lui-même des finalités est responsable "
            "de ce traitement."
        ),
    },
    mend={
        "en": (
            "Have the contract forbid the own use, or treat the body as a controller, with a basis for giving it "
            "the data."
        ),
        "fr": (
            "Faites interdire cet usage par le contrat, ou traitez l’organisme en responsable, avec une base pour"
            " lui donner les données."
        ),
    },
    justified={
        "en": "Its own use is of data that are anonymous already, which the regulation does not reach.",
        "fr": "Son propre usage porte sur des données déjà anonymes, que le règlement n’atteint pas.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  own_use:  # <- processor-with-own-purposes
    purposes: Il compare les ventes de tous ses clients et en tire des études.
  transfer: []
  sub_processors: []
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: controller
  sector: software
  country: FR
  transfer: []
  own_use:
    purposes: Il compare les ventes de tous ses clients et en tire des études.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each recipient that is a processor and nothing else, and says what it does for itself."""
    for ident, roles in facts.roles.items():
        recipient = facts.register.recipients[ident]
        if set(roles) == {"processor"} and recipient.own_use and recipient.own_use.purposes:
            yield Finding(
                rule=RULE.rule,
                at=recipient.where.at("own_use"),
                values={"name": recipient.name},
                related=(Related(at=recipient.where.at("role"), part="contradicts"),),
            )
