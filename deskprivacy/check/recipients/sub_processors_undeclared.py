"""A processor is bound by contract, and nobody says whom it employs in turn."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="sub-processors-undeclared",
    family="recipients",
    severity=Severity.WARNING,
    law=("GDPR 28(2)", "GDPR 28(4)", "EDPB Opinion 22/2024"),
    checked="2026-11-22",
    title={
        "en": "a processor’s own processors are not declared",
        "fr": "les sous-traitants d’un sous-traitant ne sont pas déclarés",
    },
    message={
        "en": "“{name}” is a processor, and nothing says whether it employs others in turn",
        "fr": "« {name} » est sous-traitant, et rien ne dit s’il en emploie d’autres à son tour",
    },
    help={
        "en": (
            "list them in `sub_processors`, each a recipient of its own; write `sub_processors: []` if there are none"
        ),
        "fr": (
            "énumérez-les dans `sub_processors`, chacun étant un destinataire ; écrivez `sub_processors: []` s’il"
            " n’y en a pas"
        ),
    },
    why={
        "en": "Your data may pass through hands that nobody here knows, in countries that nobody has looked at.",
        "fr": (
            "Vos données passent peut-être par des mains que personne ici ne connaît, dans des pays que personne "
            "n’a examinés."
        ),
    },
    asks={
        "en": (
            "A processor employs another only with the controller’s prior written authorisation (GDPR 28(2)); "
            "the EDPB wants the controller to have the identity of all of them at hand."
        ),
        "fr": (
            "Un sous-traitant n’en emploie un autre qu’avec l’autorisation écrite préalable du responsable "
            "(RGPD, art. 28(2)) ; le CEPD veut que le responsable ait sous la main l’identité de tous."
        ),
    },
    mend={
        "en": "Ask the processor for its list, which the contract should annex, and enter each body.",
        "fr": "Demandez sa liste au sous-traitant, que le contrat devrait annexer, et inscrivez chaque organisme.",
    },
    justified={
        "en": "The list is long and kept up to date by the provider at an address that the contract names.",
        "fr": "La liste est longue et tenue à jour par le prestataire à une adresse que le contrat indique.",
    },
)

BAD = """
# recipients.yaml
till-provider:  # <- sub-processors-undeclared
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  transfer: []
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  transfer: []
  sub_processors: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each processor with a contract; where there is none, that is the fault to mend first."""
    for ident, roles in facts.roles.items():
        recipient = facts.register.recipients[ident]
        if "processor" in roles and recipient.contract and recipient.sub_processors is None:
            yield Finding(rule=RULE.rule, at=recipient.where.at("sub_processors"), values={"name": recipient.name})
