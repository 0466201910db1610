"""A contract with a processor is declared, but no text of it."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="processor-contract-without-document",
    family="recipients",
    severity=Severity.WARNING,
    law=("GDPR 28(9)", "GDPR 5(2)"),
    checked="2026-11-22",
    title={
        "en": "a processor’s contract names no text",
        "fr": "le contrat d’un sous-traitant ne renvoie à aucun texte",
    },
    message={
        "en": "the contract with “{name}” names no document: nothing shows what was agreed",
        "fr": "le contrat avec « {name} » ne renvoie à aucun document : rien ne montre ce qui a été convenu",
    },
    help={
        "en": "write in `document` where the signed contract is kept, for instance `Contrats / Caisse / 2026-03-02`",
        "fr": "écrivez dans `document` où est conservé le contrat signé, par exemple `Contrats / Caisse / 2026-03-02`",
    },
    why={
        "en": "A contract that nobody can find protects nobody on the day when your data are lost.",
        "fr": "Un contrat introuvable ne protège personne le jour où vos données se perdent.",
    },
    asks={
        "en": "The contract is in writing, in electronic form too, and the controller can show it.",
        "fr": "Le contrat est écrit, au besoin sous forme électronique, et le responsable peut le produire.",
    },
    mend={
        "en": "Ask the purchasing or legal department for the signed text and say where it lies.",
        "fr": "Demandez le texte signé aux achats ou au service juridique et dites où il se trouve.",
    },
    justified={
        "en": "The contracts are kept in a register of their own, of which the processor’s file number is known.",
        "fr": "Les contrats sont tenus dans un registre à part, où le dossier du sous-traitant a un numéro connu.",
    },
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: FR
  contract:  # <- processor-contract-without-document
    article: 28
    date: 2026-03-02
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
    date: 2026-03-02
    document: Contrats / Caisse / 2026-03-02
  transfer: []
  sub_processors: []
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each processor’s contract without `document` or `evidence`."""
    for ident, roles in facts.roles.items():
        recipient = facts.register.recipients[ident]
        contract = recipient.contract
        if "processor" in roles and contract and not contract.document and not contract.evidence:
            where = recipient.where.at("contract", "document")
            yield Finding(rule=RULE.rule, at=where, values={"name": recipient.name})
