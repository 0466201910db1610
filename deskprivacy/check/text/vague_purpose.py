"""A purpose that could mean anything."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.address import Address
from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity, Where

RULE = Rule(
    rule="vague-purpose",
    family="text",
    severity=Severity.WARNING,
    law=("GDPR 5(1)(b)", "GDPR 12(1)", "WP260 rev.01 §12-13"),
    checked="2026-11-22",
    title={
        "en": "a purpose is too vague",
        "fr": "une finalité est trop vague",
    },
    message={
        "en": "“{quote}” could mean almost any use",
        "fr": "« {quote} » peut désigner presque n’importe quel usage",
    },
    help={
        "en": "say what is done, with which data and to what end: a verb and its object",
        "fr": "dites ce qui est fait, avec quelles données et dans quel but : un verbe et son complément",
    },
    why={
        "en": "A person can only object to a use that they can picture.",
        "fr": "On ne peut s’opposer qu’à un usage que l’on se représente.",
    },
    asks={
        "en": (
            "Purposes must be specified and explicit. The guidelines name “research”, “new services” and "
            "“personalised services” as examples of what is not."
        ),
        "fr": (
            "Les finalités doivent être déterminées et explicites. Les lignes directrices citent « recherche », "
            "« nouveaux services » et « services personnalisés » comme contre-exemples."
        ),
    },
    mend={
        "en": "Name the act: “we count purchases by region to choose where to open a shop”.",
        "fr": "Nommez l’action : « nous comptons les achats par région pour choisir où ouvrir une boutique ».",
    },
    justified={
        "en": "The words are a short title, and the text below it is precise.",
        "fr": "Ces mots sont un titre court, et le texte qui suit est précis.",
    },
)

BAD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous utilisons votre numéro pour améliorer votre expérience.  # <- vague-purpose
  kind: order
  legal_basis: contract
"""

GOOD = """
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  description: Nous utilisons votre numéro pour vous dire que le pain est prêt.
  kind: order
  legal_basis: contract
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence that names such a purpose."""
    return remarks(text, "vague-purposes")


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register; a name of anything else, or with a description, may be short."""
    described = {purpose.where.at("name") for purpose in facts.register.purposes.values() if purpose.description}
    return (
        one
        for one in on_sentences(RULE, judge, facts.text)
        if one.at not in described and not _names_no_purpose(one.at)
    )


def _names_no_purpose(where: Where) -> bool:
    return isinstance(where, Address) and where.kind != "purposes" and where.named[-1:] == ("name",)
