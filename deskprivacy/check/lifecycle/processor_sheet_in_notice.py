"""A notice names a sheet of processing for others, of which it tells nothing."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="processor-sheet-in-notice",
    family="lifecycle",
    severity=Severity.WARNING,
    law=("GDPR 4(8)", "GDPR 13", "GDPR 14", "GDPR 30(2)"),
    checked="2026-11-22",
    title={
        "en": "a notice names a sheet of which it tells nothing",
        "fr": "une notice nomme une fiche dont elle ne dit rien",
    },
    message={
        "en": (
            "the notice tells nothing of “{name}”, nor of its recipients and transfers: it is the sheet of a processor"
        ),
        "fr": (
            "la notice ne dit rien de « {name} », ni de ses destinataires et transferts : "
            "c’est une fiche de sous-traitant"
        ),
    },
    help={
        "en": (
            "take it out of `covers`, for the clients inform these people; or, where you decide why the data are "
            "used, take `on_behalf_of` out of the sheet"
        ),
        "fr": (
            "retirez-la de `covers`, car ce sont les clients qui informent ces personnes ; ou, si c’est vous qui "
            "décidez pourquoi ces données servent, retirez `on_behalf_of` de la fiche"
        ),
    },
    why={
        "en": "Whoever wrote this believes that these people are told, and they read nothing of it.",
        "fr": "Qui a écrit cela croit ces personnes informées, et elles n’en lisent rien.",
    },
    asks={
        "en": (
            "The controller informs people (GDPR 13, 14). A processor acts on its behalf (GDPR 4(8)) and keeps a "
            "record of what it does for whom (GDPR 30(2))."
        ),
        "fr": (
            "C’est le responsable de traitement qui informe les personnes (RGPD, art. 13 et 14). Le sous-traitant "
            "agit pour son compte (art. 4(8)) et tient un registre de ce qu’il fait pour qui (art. 30(2))."
        ),
    },
    mend={
        "en": (
            "Leave the sheet out of the notice. Where one activity is both, yours and that of a client, write two "
            "sheets: the notice covers your own."
        ),
        "fr": (
            "Laissez la fiche hors de la notice. Si une activité est à la fois la vôtre et celle d’un client, "
            "écrivez deux fiches : la notice couvre la vôtre."
        ),
    },
    justified=None,
)

_PIECES = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: [{covers}
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
# activities/hosting.yaml
name: Hébergement du site d’un moulin
description: Nous hébergeons le site et gardons ses sauvegardes.
on_behalf_of: [mill]
recipients: {{}}
measures: [locked-till]
# controllers.yaml
mill:
  name: Moulin de la Sèvre SARL
  address: 2 route du Moulin, 44190 Clisson
  contact:
    email: bonjour@moulin.example
"""

BAD = _PIECES.format(covers="orders, hosting]  # <- processor-sheet-in-notice")
GOOD = _PIECES.format(covers="orders]")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each sheet of processing for others that a notice names; `covers: all` means our own."""
    for notice in facts.register.notices.values():
        for position, ident in enumerate(notice.covers):
            activity = facts.register.activities.get(ident)
            if activity and activity.is_processor_sheet:
                where = notice.where.at("covers", position) if len(notice.covers) > 1 else notice.where.at("covers")
                yield Finding(rule=RULE.rule, at=where, values={"name": activity.name or ident})
