"""Minors may well be among the persons, and nothing says whether they are."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._children import consents, may_be_online
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.law.named_parties import are_adults
from deskprivacy.model.uses import DataUse

RULE = Rule(
    rule="minors-not-considered",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 8", "GDPR 12(1)", "GDPR 6(1)(f)"),
    checked="2026-11-22",
    title={
        "en": "nothing says whether minors are among the persons",
        "fr": "rien ne dit si des mineurs sont parmi les personnes",
    },
    message={
        "en": "“{name}”: nothing says whether minors are among them, though “{activity}” may well reach some",
        "fr": "« {name} » : rien ne dit si des mineurs en font partie, alors que « {activity} » peut en toucher",
    },
    help={
        "en": (
            "write `minors:` in that category of persons, with `status: excluded`, `possible` or `targeted`; "
            "then `age` and `consent`"
        ),
        "fr": (
            "écrivez `minors:` dans cette catégorie de personnes, avec `status: excluded`, `possible` ou "
            "`targeted` ; puis `age` et `consent`"
        ),
    },
    why={
        "en": "A child does not see what is taken, nor for how long. Somebody must have thought of it before.",
        "fr": "Un enfant ne voit pas ce qu’on lui prend, ni pour combien de temps. Quelqu’un doit y avoir pensé avant.",
    },
    asks={
        "en": (
            "Children merit specific protection (recital 38): words they understand (GDPR 12(1)), interests "
            "that weigh more (6(1)(f)), and a parent’s part in their consent online (8)."
        ),
        "fr": (
            "Les enfants méritent une protection particulière (considérant 38) : des mots qu’ils comprennent "
            "(RGPD, art. 12(1)), des intérêts qui pèsent plus (6(1)(f)), et la part d’un parent dans leur "
            "consentement en ligne (8)."
        ),
    },
    mend={
        "en": "Find out who takes part, decide whether minors may, and write the decision down.",
        "fr": "Cherchez qui participe, décidez si des mineurs le peuvent, et écrivez cette décision.",
    },
    justified={
        "en": "The activity is open to professionals only.",
        "fr": "L’activité ne s’adresse qu’à des professionnels.",
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
visitors:  # <- minors-not-considered
  name: Visiteurs de la boutique
# sources.yaml
web-form:
  name: Notre formulaire en ligne
  origin: data-subject
  url: https://aubepine.example/concours

# activities/menus.yaml
name: Concours de dessins
purposes: [drawing-contest]
data_subjects: [visitors]
sources: [web-form]
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
  choice: Écrivez-nous.
# data_subjects.yaml
visitors:
  name: Visiteurs de la boutique
  minors:
    status: possible
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
sources: [web-form]
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
    """A finding for each category of persons of which it is not said, on the first activity that makes it matter.

    Magistrates, agents, professionals are of age by what they are.
    """
    persons = facts.register.data_subjects.items()
    silent = {ident for ident, one in persons if one.minors is None and not are_adults(one.name or "")}
    for use in facts.uses:
        if not silent.intersection(use.data_subjects) or use.activity.is_processor_sheet or not _matters(facts, use):
            continue
        for ident in use.data_subjects:
            if ident in silent:
                silent.remove(ident)
                person = facts.register.data_subjects[ident]
                values = {"name": person.name, "activity": use.activity.name}
                at = person.where.at("minors")
                yield Finding(rule=RULE.rule, at=at, on="key", values=values, related=_because(use))


# What the young do, and what is there for everybody, them included.
_YOUNG = frozenset({"contest", "social", "education", "public-service"})
_STAFF = frozenset({"personnel", "recruitment", "accounting", "suppliers"})


def _matters(facts: Facts, use: DataUse) -> bool:
    """By kind of purpose; or an age asked for outside personnel files; or consent asked for online.

    A line that names no purpose may serve each of its activity.
    """
    purposes = [facts.register.purposes[ident] for ident in use.purposes or use.activity.purposes]
    kinds = {one.kind for one in purposes}
    age = any("age" in item.tags for item in use.items) and not kinds & _STAFF
    return bool(kinds & _YOUNG) or age or (may_be_online(facts, use) and any(consents(one) for one in purposes))


def _because(use: DataUse) -> tuple[Related, ...]:
    return (Related(at=use.where, part="declared"),)
