"""A minor is said to consent alone, or without one of those who must, below the age that the law sets."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._children import majority, online_consents
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.children import lowest_age

RULE = Rule(
    rule="minor-consents-too-young",
    family="lawfulness",
    severity=Severity.ERROR,
    law=("GDPR 8(1)", "LIL 45"),
    checked="2026-11-22",
    title={
        "en": "a minor consents too young, or without those who must",
        "fr": "un mineur consent trop jeune, ou sans ceux qui doivent consentir",
    },
    message={
        "en": (
            "“{name}”: the age declared is {age} years ({minors_consent}); the law asks for {limit} years, and below "
            "that: {wanted_minors_consent}"
        ),
        "fr": (
            "« {name} » : l’âge déclaré est {age} ans ({minors_consent}) ; la loi demande {limit} ans et, au-dessous : "
            "{wanted_minors_consent}"
        ),
    },
    help={
        "en": (
            "write in `minors:` the age below which a parent takes part, and who consents then: in France `age: "
            "15` and `consent: joint`"
        ),
        "fr": (
            "écrivez dans `minors:` l’âge au-dessous duquel un parent intervient, et qui consent alors : en "
            "France `age: 15` et `consent: joint`"
        ),
    },
    why={
        "en": (
            "Below a certain age a yes is the yes of somebody who does not know yet. The law sets that age, not "
            "the form."
        ),
        "fr": (
            "Avant un certain âge, un oui vient de quelqu’un qui ne sait pas encore. Cet âge est fixé par la "
            "loi, non par un formulaire."
        ),
    },
    asks={
        "en": (
            "The age is 16 unless the law of the country lowers it, and never under 13; in France it is 15, and below "
            "it the minor and a parent consent together."
        ),
        "fr": (
            "L’âge est de 16 ans, sauf si la loi du pays l’abaisse, et jamais au-dessous de 13 ; en France, il est de "
            "15 ans et, avant, le mineur et un parent consentent ensemble."
        ),
    },
    mend={
        "en": (
            "Raise the age; below it, ask both the minor and a parent, and check by reasonable means that it "
            "is the parent who answers (GDPR 8(2))."
        ),
        "fr": (
            "Relevez l’âge ; au-dessous, demandez l’accord du mineur et celui d’un parent, et vérifiez par "
            "des moyens raisonnables que c’est bien le parent qui répond (RGPD, art. 8(2))."
        ),
    },
    justified={
        "en": "The service is not an online service offered to children, so that other rules on minors apply.",
        "fr": (
            "Le service n’est pas un service en ligne proposé aux enfants : d’autres règles sur les mineurs "
            "s’appliquent."
        ),
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
  minors:
    status: targeted
    age: 13  # <- minor-consents-too-young
    consent: own
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
    """A finding for each category of persons that consents online too young; a doubt where only the mode differs.

    GDPR 8 speaks of services offered directly to children: where these are only possible among the persons, the age
    declared may be a rule for other things than consent online, which is a doubt. A stricter rule is lawful.
    """
    seen: set[str] = set()
    for ident, use, _basis in online_consents(facts):
        person = facts.register.data_subjects[ident]
        minors, law = person.minors, majority(facts, use)
        if ident in seen or minors is None or minors.status == "excluded" or minors.age is None or not minors.consent:
            continue
        young = minors.age < law.age
        stricter = minors.age > law.age and minors.consent == "parent"
        if not young and (stricter or minors.consent in ("joint", law.below or minors.consent)):
            continue
        seen.add(ident)
        at = person.where.at("minors", "age" if young else "consent")
        values = {"name": person.name, "age": minors.age, "minors_consent": minors.consent, "limit": law.age}
        sure = young and minors.status == "targeted" and (law.certain or minors.age < lowest_age())
        severity = None if sure else Severity.WARNING
        yield Finding(
            rule=RULE.rule, at=at, values=values | {"wanted_minors_consent": law.below or "parent"}, severity=severity
        )
