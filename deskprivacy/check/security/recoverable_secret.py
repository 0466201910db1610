"""A password or another secret can be read again: it is kept in clear, or in a form that can be undone."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.secrets import in_clear, presented, recoverable

RULE = Rule(
    rule="recoverable-secret",
    family="security",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(f)", "GDPR 32(1)", "CNIL 2022-100", "CNIL SAN-2022-018"),
    checked="2026-11-22",
    title={
        "en": "a secret can be read again",
        "fr": "un secret peut être relu",
    },
    message={
        "en": "“{name}” is a secret, and is said to be “{found}”",
        "fr": "« {name} » est un secret, et il est dit « {found} »",
    },
    help={
        "en": "have it kept by a salted one-way function (`Argon2id`, for instance), then change `name` or "
        "`description`",
        "fr": "faites-le garder par une fonction à sens unique et salée (`Argon2id`, par exemple), puis corrigez "
        "`name` ou `description`",
    },
    why={
        "en": "Most people use one password in several places. Whoever reads it here opens the rest.",
        "fr": "Beaucoup ont le même mot de passe en plusieurs endroits. Qui le lit ici ouvre tout le reste.",
    },
    asks={
        "en": "Secrets are kept so that nobody can read them again, not even you.",
        "fr": "Les secrets se gardent de telle façon que personne ne puisse les relire, pas même vous.",
    },
    mend={
        "en": "Keep a salted hash, send a link to choose a new password, and erase what can be read.",
        "fr": "Gardez une empreinte salée, envoyez un lien pour choisir un nouveau mot de passe, et effacez ce qui est "
        "lisible.",
    },
    justified={
        "en": "It is shown to another service (a token, a key), encrypted, and its name does not say so yet.",
        "fr": "Il est présenté à un autre service (un jeton, une clé), chiffré, et son nom ne le dit pas encore.",
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
    password:
      name: Mot de passe récupérable  # <- recoverable-secret
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
      description: Personne ne peut relire le mot de passe, qui n’est jamais en clair.
      tags: [secret]
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each item tagged `secret` whose name or description says that it can be read again.

    What is shown to another service has to be read to serve: it may be kept encrypted, but not in clear.
    """
    for category in facts.register.data_categories.values():
        for ident, item in (category.items or {}).items():
            if "secret" not in item.tags:
                continue
            told = {"name": item.name, "description": item.description}
            avowed = in_clear if any(presented(text) for text in told.values()) else recoverable
            found = next(((key, words) for key, text in told.items() if (words := avowed(text))), None)
            if found:
                yield Finding(
                    rule=RULE.rule,
                    at=category.where.at("items", ident, found[0]),
                    values={"name": item.name, "found": found[1]},
                )
