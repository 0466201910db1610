"""Consumers are called to be sold what French law does not let anybody sell by telephone."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._channels import calls_consumers_of
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.direct_marketing import bans
from deskprivacy.model.uses import entry_address

RULE = Rule(
    rule="telephone-marketing-banned",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("C. conso. L223-1",),
    sought_in=("activities.data", "activities.purposes"),
    checked="2026-11-22",
    title={
        "en": "calls that are banned even with consent",
        "fr": "des appels interdits même avec consentement",
    },
    message={
        "en": (
            "“{name}”: in France nobody may call consumers to sell equipment or works that save energy, produce "
            "renewable energy or adapt a home, and consent does not lift the ban"
        ),
        "fr": (
            "« {name} » : en France, nul ne peut appeler des consommateurs pour vendre des équipements ou des travaux "
            "d’économies d’énergie, d’énergies renouvelables ou d’adaptation du logement, et le consentement n’y "
            "change rien"
        ),
    },
    help={
        "en": "take `telephone` out of `channels`; if you call only about a contract in force, say so in `when`",
        "fr": "retirez `telephone` de `channels` ; si vous n’appelez qu’au sujet d’un contrat en cours, dites-le dans "
        "`when`",
    },
    why={
        "en": "Many such calls were frauds on people at home; the law closed the door for everybody.",
        "fr": "Nombre de ces appels étaient des escroqueries ; la loi a fermé la porte à tous.",
    },
    asks={
        "en": (
            "No canvassing by telephone for equipment or works in homes with a view to saving energy or producing "
            "renewable energy, but for calls about a contract in force. A contract that follows such a call is void."
        ),
        "fr": (
            "Pas de prospection par téléphone pour des équipements ou des travaux de logement en vue d’économies "
            "d’énergie ou de production d’énergies renouvelables, sauf les appels liés à un contrat en cours. Le "
            "contrat conclu à la suite d’un tel appel est nul."
        ),
    },
    mend={
        "en": "Write by post, or by e-mail to those who agreed; stop the calls, those of your suppliers of leads too.",
        "fr": "Écrivez par la poste, ou par e-mail à ceux qui l’ont accepté ; arrêtez les appels, y compris ceux de "
        "vos apporteurs d’affaires.",
    },
    justified={
        "en": "The name of the purpose speaks of it, but nothing of the sort is sold by telephone, or only to "
        "businesses.",
        "fr": "Le nom de la finalité en parle, mais rien de tel n’est vendu par téléphone, ou seulement à des "
        "professionnels.",
    },
)

BAD = """
# purposes.yaml
calls:
  name: Vous appeler pour proposer l’isolation de votre logement
  kind: marketing
  legal_basis:
    basis: consent
    how: Vous cochez une case vide.
    withdraw: Vous décochez la case dans votre compte.
    proof: Journal du formulaire
    channels: [telephone]  # <- telephone-marketing-banned
  choice: Vous décochez la case dans votre compte.
# activities/menus.yaml
name: Prospection
purposes: [calls]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = BAD.replace("    channels: [telephone]  # <- telephone-marketing-banned\n", "    channels: [post]\n")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each basis of telephone marketing whose purpose tells of what is banned, case by case aside."""
    language = facts.register.settings.language
    for purpose in facts.register.purposes.values():
        if purpose.kind != "marketing":
            continue
        entries = purpose.legal_basis or ()
        for position, basis in enumerate(entries):
            where = entry_address(purpose.where.at("legal_basis"), entries, position)
            for ban in bans():
                if (
                    ban.channel in basis.channels
                    and not basis.when
                    and ban.since <= facts.today
                    and ban.concerns(purpose.name or "", language)
                    and calls_consumers_of(facts, purpose, basis, ban.country)
                ):
                    values = {"name": purpose.name}
                    yield Finding(rule=RULE.rule, at=where.at("channels"), values=values, law=RULE.law)
