"""A secret question opens an account."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.secrets import secret_question

RULE = Rule(
    rule="secret-question-kept",
    family="security",
    severity=Severity.WARNING,
    law=("GDPR 32(1)", "CNIL 2022-100"),
    checked="2026-11-22",
    title={
        "en": "a secret question opens an account",
        "fr": "une question secrète ouvre un compte",
    },
    message={
        "en": "“{name}”: others can guess or find the answer to a secret question",
        "fr": "« {name} » : d’autres peuvent deviner ou trouver la réponse à une question secrète",
    },
    help={
        "en": "send a link that expires in place of the question, then delete this item",
        "fr": "remplacez la question par un lien qui expire, puis retirez cet élément",
    },
    why={
        "en": "A mother’s maiden name or a first school is known to relatives and to social networks.",
        "fr": "Le nom de jeune fille d’une mère ou une première école se trouvent auprès des proches et sur les "
        "réseaux sociaux.",
    },
    asks={
        "en": "What lets somebody in must be as strong as the password that it replaces.",
        "fr": "Ce qui fait entrer doit être aussi solide que le mot de passe qu’il remplace.",
    },
    mend={
        "en": "Use a one-time link or code, or a second factor, and erase the questions and answers.",
        "fr": "Employez un lien ou un code à usage unique, ou un second facteur, et effacez questions et réponses.",
    },
    justified={
        "en": "The answer alone opens nothing: it is one question more after another proof.",
        "fr": "La réponse seule n’ouvre rien : elle s’ajoute à une autre preuve.",
    },
)

BAD = """
# activities/accounts.yaml
name: Comptes en ligne
purposes: [accounts]
data_subjects: [customers]
retention: one-year
required: optional
data:
  sign-in:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
# purposes.yaml
accounts:
  name: Vous laisser entrer dans votre compte
  kind: account
  legal_basis: contract
# data_categories.yaml
sign-in:
  name: Connexion
  cnil_family: connection-data
  sources: [order-form]
  items:
    answer:  # <- secret-question-kept
      name: Réponse à la question de sécurité
      tags: [secret]
"""

GOOD = """
# activities/accounts.yaml
name: Comptes en ligne
purposes: [accounts]
data_subjects: [customers]
retention: one-year
required: optional
data:
  sign-in:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions: []
# purposes.yaml
accounts:
  name: Vous laisser entrer dans votre compte
  kind: account
  legal_basis: contract
# data_categories.yaml
sign-in:
  name: Connexion
  cnil_family: connection-data
  sources: [order-form]
  items:
    password:
      name: Empreinte du mot de passe
      tags: [secret]
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each category with a secret question or its answer, at that whose id comes first."""
    for category in facts.register.data_categories.values():
        items = (category.items or {}).items()
        kept = {ident: item for ident, item in items if "secret" in item.tags and secret_question(item.name)}
        if kept:
            ident = min(kept)  # whatever the order of the file: the finding stays the same one
            where = category.where.at("items", ident)
            yield Finding(rule=RULE.rule, at=where, on="key", values={"name": kept[ident].name})
