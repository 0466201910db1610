"""Data that are used with consent alone are said to be mandatory."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.duty.rights import needs_explicit_consent
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.uses import DataUse, entry_address

RULE = Rule(
    rule="consent-to-mandatory-data",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 7(4)", "GDPR 4(11)", "GDPR 9(2)(a)", "EDPB 05/2020"),
    sought_in=("itself",),
    checked="2026-11-22",
    title={
        "en": "data given by consent are said to be mandatory",
        "fr": "des données confiées par consentement sont dites obligatoires",
    },
    message={
        "en": "“{activity}”: these data ({name}) are used only with consent, and are said to be mandatory",
        "fr": (
            "« {activity} » : ces données ({name}) ne sont utilisées qu’avec le consentement de la personne, et elles "
            "sont dites obligatoires"
        ),
    },
    help={
        "en": (
            "write `required: optional` on that line of `data`; if the data are truly needed for something else, "
            "add that purpose with its basis; if the law lets special data be used without consent, write that ground "
            "in `condition`"
        ),
        "fr": (
            "écrivez `required: optional` sur cette ligne de `data` ; si les données sont vraiment nécessaires à "
            "autre chose, ajoutez cette finalité et sa base ; si la loi permet d’utiliser des données sensibles sans "
            "consentement, écrivez ce fondement dans `condition`"
        ),
    },
    why={
        "en": "A yes that must be said is none. Whoever believes the field must be filled has not chosen.",
        "fr": "Un oui obligatoire n’en est pas un. Qui croit devoir remplir le champ n’a pas choisi.",
    },
    asks={
        "en": (
            "Consent is not freely given where a service is made to depend on it though it is not needed for "
            "that service. For special data it must be explicit and as free: a contract is no ground of GDPR 9(2)."
        ),
        "fr": (
            "Le consentement n’est pas libre si un service en dépend alors qu’il n’en a pas besoin. Pour des données "
            "sensibles, il doit être explicite et tout aussi libre : le contrat n’est pas un cas de l’article 9(2)."
        ),
    },
    mend={
        "en": "Make the field optional, and let the order go through without it.",
        "fr": "Rendez le champ facultatif, et laissez la commande aboutir sans lui.",
    },
    justified={
        "en": (
            "The data are the very object of what is asked for, such as the address for a newsletter that is "
            "subscribed to alone."
        ),
        "fr": (
            "Les données sont l’objet même de la demande : l’adresse, pour une lettre à laquelle on s’abonne "
            "sans rien d’autre."
        ),
    },
)

BAD = """
# purposes.yaml
club:
  name: Vous proposer des recettes
  kind: personalisation
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Formulaire conservé
  choice: Appelez-nous.

# activities/club.yaml
name: Club du pain
purposes: [club]
data_subjects: [customers]
sources: [order-form]
retention: one-year
data:
  contact-details:
    required:
      mandatory: to-contract  # <- consent-to-mandatory-data
      otherwise: Nous ne pouvons pas vous vendre de pain.
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# purposes.yaml
club:
  name: Vous proposer des recettes
  kind: personalisation
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Formulaire conservé
  choice: Appelez-nous.

# activities/club.yaml
name: Club du pain
purposes: [club]
data_subjects: [customers]
sources: [order-form]
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


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each line of mandatory data whose purposes, or whose use as special data, rest on consent alone."""
    for use in facts.uses:
        if use.activity.is_processor_sheet or not (_purposes_consented(facts, use) or needs_explicit_consent(use.line)):
            continue
        own = use.line.required
        for position, one in enumerate(use.required or ()):
            if one.mandatory and not one.when:
                where = entry_address(use.where.at("required"), own, position).at("mandatory") if own else use.where
                values = {"activity": use.activity.name, "name": use.category.name}
                yield Finding(rule=RULE.rule, at=where, on="value" if own else "key", values=values)


def _purposes_consented(facts: Facts, use: DataUse) -> bool:
    """Whether all purposes of a line rest on consent, and on nothing else."""
    purposes = [facts.register.purposes[ident].legal_basis for ident in use.purposes]
    return bool(purposes) and all(found and {one.basis for one in found} == {"consent"} for found in purposes)
