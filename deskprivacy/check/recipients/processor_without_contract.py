"""A processor handles the data, and no contract with it is declared."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.parties import Recipient

RULE = Rule(
    rule="processor-without-contract",
    family="recipients",
    severity=Severity.ERROR,
    law=("GDPR 28(3)", "GDPR 28(9)", "GDPR 28(4)"),
    sought_in=("recipients",),
    checked="2026-11-22",
    title={
        "en": "no contract with a processor is declared",
        "fr": "aucun contrat avec un sous-traitant n’est déclaré",
    },
    message={
        "en": "“{name}” is a processor, and no contract with it is declared",
        "fr": "« {name} » est sous-traitant, et aucun contrat avec lui n’est déclaré",
    },
    help={
        "en": "write `contract` with `article: 28`, `document` (where the signed text is kept), `date` and `until`",
        "fr": "écrivez `contract` avec `article: 28`, `document` (où est conservé le texte signé), `date` et `until`",
    },
    why={
        "en": (
            "Without a contract, nothing forbids the provider to use your data for itself, nor makes it give them back."
        ),
        "fr": (
            "Sans contrat, rien n’interdit au prestataire de se servir de vos données pour lui-même, ni ne "
            "l’oblige à les rendre."
        ),
    },
    asks={
        "en": (
            "A contract or another legal act, in writing, binds the processor and settles the eight points of "
            "Article 28(3)."
        ),
        "fr": (
            "Un contrat ou un autre acte juridique, écrit, lie le sous-traitant et règle les huit points de "
            "l’article 28(3)."
        ),
    },
    mend={
        "en": (
            "Find the contract or its annex on data protection; if there is none, sign the Commission’s clauses "
            "(2021/915)."
        ),
        "fr": (
            "Retrouvez le contrat ou son annexe sur la protection des données ; à défaut, signez les clauses de "
            "la Commission (2021/915)."
        ),
    },
    justified={
        "en": (
            "A law or another legal act binds the processor in place of a contract: name it under `contract`, "
            "`document`."
        ),
        "fr": (
            "Une loi ou un autre acte juridique lie le sous-traitant à la place d’un contrat : citez-le dans "
            "`contract`, `document`."
        ),
    },
    internal=True,
)

BAD = """
# recipients.yaml
till-provider:  # <- processor-without-contract
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  transfer: []
  sub_processors: []
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
    document: Contrat de maintenance de la caisse, annexe 2
    date: 2026-03-02
    until: 2028-03-01
  transfer: []
  sub_processors: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each body that a running activity uses as a processor and that has no contract.

    One body may be declared several times, for what it does: one contract is enough for it, and one finding.
    """
    recipients = facts.register.recipients
    signed = {_body(one) for one in recipients.values() if one.contract is not None}
    for ident, roles in facts.roles.items():
        recipient = recipients[ident]
        if "processor" in roles and _body(recipient) not in signed:
            signed.add(_body(recipient))
            yield Finding(rule=RULE.rule, at=recipient.where.at("contract"), values={"name": recipient.name})


def _body(recipient: Recipient) -> str:
    """Who it is: its name, where it has one."""
    return " ".join((recipient.name or recipient.id).casefold().split())
