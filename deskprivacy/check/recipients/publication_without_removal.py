"""Data are published, and nobody can read how to have them taken down."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import TOTALS
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="publication-without-removal",
    family="recipients",
    severity=Severity.WARNING,
    law=("GDPR 17(1)", "GDPR 17(2)", "GDPR 12(2)"),
    checked="2026-11-22",
    title={
        "en": "data are published, and no way to have them removed is declared",
        "fr": "des données sont publiées, sans moyen déclaré de les faire retirer",
    },
    message={
        "en": "“{activity}” publishes data to “{name}”, and no choice says how to have them removed",
        "fr": "« {activity} » publie des données pour « {name} », et aucun choix ne dit comment les faire retirer",
    },
    help={
        "en": "write `choice` on this line, or on the purpose: `how`, `effect` and `delay`",
        "fr": "écrivez `choice` sur cette ligne, ou sur la finalité : `how`, `effect` et `delay`",
    },
    why={
        "en": "A photo that everybody can see is copied fast; the person must know at once whom to ask.",
        "fr": "Une photo que tous peuvent voir se copie vite ; la personne doit savoir aussitôt à qui s’adresser.",
    },
    asks={
        "en": (
            "The person may have data erased; whoever made them public takes reasonable steps to tell those "
            "that copied them (GDPR 17(2)). Exercise is made easy."
        ),
        "fr": (
            "La personne peut faire effacer ses données ; qui les a rendues publiques prend des mesures "
            "raisonnables pour avertir ceux qui les ont copiées (RGPD, art. 17(2)). L’exercice de ce droit "
            "est facilité."
        ),
    },
    mend={
        "en": "Offer a button or an address, with a short delay, and say it where the data are published.",
        "fr": "Offrez un bouton ou une adresse, avec un délai court, et dites-le là où les données paraissent.",
    },
    justified={
        "en": "The publication serves the press, archives or research, where erasure does not apply (Article 17(3)).",
        "fr": (
            "La publication relève de la presse, des archives ou de la recherche, où l’effacement ne joue pas "
            "(article 17(3))."
        ),
    },
)

BAD = """
# recipients.yaml
readers:
  name: Visiteurs de notre page
  role: public
# activities/orders.yaml
name: Commandes de pain
purposes: [order-preparation, newsletter]
data_subjects: [customers]
data:
  contact-details:
    purposes: [order-preparation, newsletter]
    retention: one-year
    required:
      mandatory: to-contract
      otherwise: Nous ne pouvons pas préparer votre commande.
recipients:
  till-provider:
    purposes: [order-preparation]
    data: [contact-details]
  readers:  # <- publication-without-removal
    purposes: [order-preparation]
    data: [contact-details/name]
trackers: []
measures: [locked-till]
automated_decisions: []
"""

GOOD = """
# recipients.yaml
readers:
  name: Visiteurs de notre page
  role: public
# purposes.yaml
winners:
  name: Publier le prénom des gagnants du concours
  kind: publication
  legal_basis:
    basis: consent
    how: Vous cochez la case « Publiez mon prénom », vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Bulletins conservés
# activities/winners.yaml
name: Concours
purposes: [winners]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
    items: [name]
recipients:
  readers:
    purposes: [winners]
    data: [contact-details/name]
    choice: Vous décochez la case ; votre prénom disparaît le jour même.
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

_LAID_DOWN = {"legal-obligation", "public-task"}


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each line to the public where neither it nor one of its purposes has a choice.

    Where the law itself lays the publication down, or why it is made is not known, the rule is silent.
    """
    for one in facts.disclosures:
        if one.role != "public" or one.line.choice or one.line.form in TOTALS or not one.purposes:
            continue
        purposes = [facts.register.purposes[ident] for ident in one.purposes]
        bases = {entry.basis for purpose in purposes for entry in purpose.legal_basis or ()}
        if any(purpose.choice for purpose in purposes) or (bases and bases <= _LAID_DOWN):
            continue
        values = {"name": one.recipient.name, "activity": one.activity.name}
        yield Finding(rule=RULE.rule, at=one.where.at("choice"), values=values)
