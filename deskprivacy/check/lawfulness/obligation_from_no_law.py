"""A legal obligation or a public task is founded on a text that is no law of the Union or of a Member State."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._phrases import telling
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.uses import entry_address

RULE = Rule(
    rule="obligation-from-no-law",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 6(3)",),
    checked="2026-11-22",
    title={
        "en": "a legal basis cites a text that is no law",
        "fr": "une base légale cite un texte qui n’est pas une loi",
    },
    message={
        "en": (
            "“{name}” rests on `{basis}` and cites “{phrase}”, which is neither Union law nor the law of a Member State"
        ),
        "fr": (
            "« {name} » repose sur `{basis}` et cite « {phrase} », qui n’est ni du droit de l’Union ni le droit "
            "d’un État membre"
        ),
    },
    help={
        "en": (
            "write in `text:` the provision that obliges you; if there is none, choose another basis, often "
            "`legitimate-interests`"
        ),
        "fr": (
            "écrivez dans `text:` la disposition qui vous oblige ; s’il n’y en a pas, choisissez une autre base, "
            "souvent `legitimate-interests`"
        ),
    },
    why={
        "en": (
            "Against an obligation of law there is no right to object. A contract or a standard must not take "
            "that right away."
        ),
        "fr": (
            "Face à une obligation légale, il n’y a pas de droit d’opposition. Un contrat ou une norme ne peut "
            "pas l’ôter."
        ),
    },
    asks={
        "en": (
            "The obligation is laid down by Union law or by the law of the Member State to which the controller "
            "is subject."
        ),
        "fr": (
            "L’obligation est définie par le droit de l’Union ou par celui de l’État membre auquel le "
            "responsable est soumis."
        ),
    },
    mend={
        "en": (
            "Name the article of the code or the act; a standard, a contract or a foreign act serves only as an "
            "interest to weigh."
        ),
        "fr": (
            "Nommez l’article du code ou de la loi ; une norme, un contrat ou une loi étrangère n’est qu’un "
            "intérêt à mettre en balance."
        ),
    },
    justified={
        "en": "A law makes that very text binding: cite the law beside it.",
        "fr": "Une loi rend ce texte obligatoire : citez cette loi à côté.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  kind: order
  legal_basis:
    basis: legal-obligation
    text: Conditions générales de vente, art. 4  # <- obligation-from-no-law
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  kind: order
  legal_basis:
    - basis: legal-obligation
      text: C. com., art. L. 123-22
      data: [contact-details/name]
    - basis: contract
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each text of a basis laid down by law that is known to be no law."""
    for purpose in facts.register.purposes.values():
        entries = purpose.legal_basis or ()
        for position, one in enumerate(entries):
            phrase = telling("no-law", one.text, facts.register.settings.language)
            if one.basis in ("legal-obligation", "public-task") and phrase:
                where = entry_address(purpose.where.at("legal_basis"), entries, position)
                values = {"name": purpose.name, "basis": one.basis, "phrase": phrase}
                yield Finding(rule=RULE.rule, at=where.at("text"), values=values, confidence="medium")
