"""What is called consent is silence: a box ticked beforehand, the acceptance of terms, no refusal."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._phrases import telling
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.uses import entry_address

RULE = Rule(
    rule="consent-by-silence",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 4(11)", "GDPR 7(2)", "CJEU C-673/17", "EDPB 05/2020"),
    checked="2026-11-22",
    title={
        "en": "consent is taken from silence",
        "fr": "le consentement est tiré du silence",
    },
    message={
        "en": "“{name}”: consent is said to be given thus: “{phrase}”; that is no clear act of agreement",
        "fr": "« {name} » : le consentement serait donné ainsi : « {phrase} » ; ce n’est pas un acte positif clair",
    },
    help={
        "en": (
            "obtain consent by an act made for it alone, such as a box that is empty at first, and describe it "
            "in `how:`; else choose another basis"
        ),
        "fr": (
            "recueillez l’accord par un acte fait pour cela seul, par exemple une case vide au départ, et "
            "décrivez-le dans `how:` ; sinon, choisissez une autre base"
        ),
    },
    why={
        "en": "Nobody says yes by saying nothing. Whoever did not see the box did not choose.",
        "fr": "On ne dit pas oui en ne disant rien. Qui n’a pas vu la case n’a pas choisi.",
    },
    asks={
        "en": (
            "Consent is a freely given, specific, informed and unambiguous act; silence, pre-ticked boxes or "
            "inactivity are none, nor is it hidden in terms and conditions."
        ),
        "fr": (
            "Le consentement est un acte libre, spécifique, éclairé et univoque ; le silence, une case cochée "
            "d’avance ou l’inactivité n’en sont pas un, et il ne se glisse pas dans des conditions générales."
        ),
    },
    mend={
        "en": "Ask again with an empty box for each purpose; until then, do not use the data for it.",
        "fr": (
            "Redemandez l’accord par une case vide pour chaque finalité ; d’ici là, n’utilisez pas les données à "
            "cette fin."
        ),
    },
    justified={
        "en": "The sentence speaks of something else: it says, for instance, what follows a refusal.",
        "fr": "La phrase parle d’autre chose : elle dit, par exemple, ce qui suit un refus.",
    },
)

BAD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:
    basis: consent
    how: Une case pré-cochée figure sur le bon de commande.  # <- consent-by-silence
    withdraw: Vous décochez la case.
    proof: Bons de commande conservés
  choice: Décochez la case.
"""

GOOD = """
# purposes.yaml
newsletter:
  name: Vous annoncer nos nouveautés
  kind: marketing
  legal_basis:
    basis: consent
    how: Vous cochez une case du bon de commande, qui n’est jamais pré-cochée.
    withdraw: Vous décochez la même case, sur la même page.
    proof: Bons de commande conservés
  choice: Appelez-nous.
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each `how` in which a phrase of silence stands, in the reference language."""
    for purpose in facts.register.purposes.values():
        entries = purpose.legal_basis or ()
        for position, one in enumerate(entries):
            phrase = telling("consent-by-silence", one.how, facts.register.settings.language)
            if one.basis == "consent" and phrase:
                where = entry_address(purpose.where.at("legal_basis"), entries, position)
                values = {"name": purpose.name, "phrase": phrase}
                yield Finding(rule=RULE.rule, at=where.at("how"), values=values, confidence="medium")
