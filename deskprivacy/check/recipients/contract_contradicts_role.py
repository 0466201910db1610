"""The contract is of one article and the role of another: processor, or joint controller, or neither."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity

RULE = Rule(
    rule="contract-contradicts-role",
    family="recipients",
    severity=Severity.ERROR,
    law=("GDPR 26(1)", "GDPR 28(3)", "GDPR 4(8)"),
    checked="2026-11-22",
    title={
        "en": "a contract contradicts the role of the recipient",
        "fr": "un contrat contredit le rôle du destinataire",
    },
    message={
        "en": "“{name}” is declared with the role “{recipient_role}”, and its contract is of Article {article}",
        "fr": "« {name} » est déclaré comme « {recipient_role} », et son contrat relève de l’article {article}",
    },
    help={
        "en": (
            "`article: 28` goes with `role: processor`, `article: 26` with `role: joint-controller`: correct the "
            "one that is wrong"
        ),
        "fr": (
            "`article: 28` va avec `role: processor`, `article: 26` avec `role: joint-controller` : corrigez "
            "celui des deux qui est faux"
        ),
    },
    why={
        "en": "Whether a body obeys or decides settles to whom you can turn, and who answers for a fault.",
        "fr": (
            "Selon que l’organisme obéit ou décide, vous ne vous adressez pas au même, et ce n’est pas le même "
            "qui répond d’une faute."
        ),
    },
    asks={
        "en": "Article 28 binds a processor, which acts on instructions; Article 26, those who decide together.",
        "fr": "L’article 28 lie un sous-traitant, qui agit sur instruction ; l’article 26, ceux qui décident ensemble.",
    },
    mend={
        "en": "Look at who decides why the data are used, then correct the role, or have the right contract signed.",
        "fr": "Regardez qui décide de l’usage des données, puis corrigez le rôle ou faites signer le bon contrat.",
    },
    justified=None,
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  contract:
    article: 26  # <- contract-contradicts-role
    document: Contrat du 2 mars 2026
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
    document: Contrat du 2 mars 2026
  transfer: []
  sub_processors: []
"""

_ROLE_OF_ARTICLE = {28: "processor", 26: "joint-controller"}


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each contract whose article fits none of the roles of its recipient, all of them declared."""
    for ident, roles in facts.roles.items():
        recipient = facts.register.recipients[ident]
        article = recipient.contract.article if recipient.contract else None
        role = roles[0]
        if article is None or role is None or {None, _ROLE_OF_ARTICLE[article]} & set(roles):
            continue
        yield Finding(
            rule=RULE.rule,
            at=recipient.where.at("contract", "article"),
            values={"name": recipient.name, "recipient_role": role, "article": article},
            related=(Related(at=recipient.where.at("role"), part="contradicts"),),
        )
