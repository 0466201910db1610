"""Minors may consent online, and nothing says who consents for the youngest."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._children import online_consents
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="minor-consent-undeclared",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 8(1)", "GDPR 8(2)", "LIL 45"),
    checked="2026-11-22",
    title={
        "en": "nothing says who consents for the youngest",
        "fr": "rien ne dit qui consent pour les plus jeunes",
    },
    message={
        "en": (
            "“{name}” may be minors and consent online in “{activity}”, and nothing says who consents below the "
            "age that the law sets"
        ),
        "fr": (
            "« {name} » peuvent être mineurs et consentent en ligne dans « {activity} », et rien ne dit qui "
            "consent au-dessous de l’âge légal"
        ),
    },
    help={
        "en": (
            "write `minors.age` and `minors.consent` in that category of persons (in France `age: 15` and "
            "`consent: joint`), and `parental:` in the basis"
        ),
        "fr": (
            "écrivez `minors.age` et `minors.consent` dans cette catégorie de personnes (en France `age: 15` et "
            "`consent: joint`), et `parental:` dans la base légale"
        ),
    },
    why={
        "en": "A box ticked by a child of ten is no consent; and a parent who was not asked cannot protect.",
        "fr": (
            "Une case cochée par un enfant de dix ans n’est pas un consentement ; et un parent qu’on n’a pas "
            "consulté ne protège pas."
        ),
    },
    asks={
        "en": (
            "Below 15 years in France, consent to an online service is given jointly by the minor and a holder "
            "of parental responsibility, which the controller makes reasonable efforts to verify."
        ),
        "fr": (
            "En France, avant 15 ans, le consentement à un service en ligne est donné conjointement par le "
            "mineur et un titulaire de l’autorité parentale, ce que le responsable vérifie raisonnablement."
        ),
    },
    mend={
        "en": (
            "Ask for the age, and below the limit for the agreement of a parent; or open the service from that "
            "age only."
        ),
        "fr": (
            "Demandez l’âge et, au-dessous de la limite, l’accord d’un parent ; ou n’ouvrez le service qu’à "
            "partir de cet âge."
        ),
    },
    justified={
        "en": "The service is not offered directly to children, and they are turned away at the door.",
        "fr": "Le service n’est pas proposé directement aux enfants, et ils en sont écartés dès l’entrée.",
    },
)

BAD = """
# purposes.yaml
drawing-contest:
  name: Organiser un concours de dessins
  kind: contest
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Bulletins conservés
  choice: Écrivez-nous.
# data_subjects.yaml
visitors:
  name: Visiteurs de la boutique
  minors:  # <- minor-consent-undeclared
    status: targeted
# sources.yaml
web-form:
  name: Notre formulaire en ligne
  origin: data-subject
  url: https://aubepine.example/concours

# activities/menus.yaml
name: Concours de dessins
purposes: [drawing-contest]
data_subjects: [visitors]
retention: one-year
required: optional
data:
  contact-details:
    sources: [web-form]
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""

GOOD = """
# purposes.yaml
drawing-contest:
  name: Organiser un concours de dessins
  kind: contest
  legal_basis:
    basis: consent
    how: Vous cochez une case, vide au départ.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Bulletins conservés
    parental: Avant 15 ans, un parent coche aussi sa case.
  choice: Écrivez-nous.
# data_subjects.yaml
visitors:
  name: Visiteurs de la boutique
  minors:
    status: targeted
    age: 15
    consent: joint
# sources.yaml
web-form:
  name: Notre formulaire en ligne
  origin: data-subject
  url: https://aubepine.example/concours

# activities/menus.yaml
name: Concours de dessins
purposes: [drawing-contest]
data_subjects: [visitors]
retention: one-year
required: optional
data:
  contact-details:
    sources: [web-form]
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each category of persons with minors that consents online, where neither it nor the basis says."""
    seen: set[str] = set()
    for ident, use, basis in online_consents(facts):
        person = facts.register.data_subjects[ident]
        minors = person.minors
        if ident in seen or minors is None or minors.status == "excluded" or minors.consent or basis.parental:
            continue
        seen.add(ident)
        values = {"name": person.name, "activity": use.activity.name}
        related = (Related(at=use.where, part="declared"),)
        yield Finding(rule=RULE.rule, at=person.where.at("minors"), on="key", values=values, related=related)
