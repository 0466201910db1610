"""The text takes a visit or the use of a service for acceptance."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.text import Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="acceptance-by-use",
    family="text",
    severity=Severity.ERROR,
    law=("GDPR 4(11)", "GDPR 7", "GDPR 12(1)", "EDPB 05/2020 §86"),
    checked="2026-11-22",
    title={
        "en": "use is taken for acceptance",
        "fr": "l’usage est pris pour une acceptation",
    },
    message={
        "en": "“{quote}”: a notice informs, nobody accepts it by using a service",
        "fr": "« {quote} » : une notice informe, nul ne l’accepte en utilisant un service",
    },
    help={
        "en": "delete it; where consent is the basis, ask for it by an act of its own",
        "fr": "supprimez cette phrase ; si la base est le consentement, demandez-le par un acte distinct",
    },
    why={
        "en": "People are told that they have agreed, and believe that they have lost the right to say no.",
        "fr": "On dit aux gens qu’ils ont accepté, et ils croient avoir perdu le droit de dire non.",
    },
    asks={
        "en": (
            "Consent is a clear affirmative act, separate from everything else. To inform is a duty that needs "
            "no acceptance."
        ),
        "fr": (
            "Le consentement est un acte positif clair, distinct de tout le reste. Informer est un devoir qui "
            "n’appelle aucune acceptation."
        ),
    },
    mend={
        "en": (
            "Delete the sentence: the notice holds without it. Where you rely on consent, ask for it apart, "
            "with a box that is empty at first."
        ),
        "fr": (
            "Supprimez la phrase : la notice vaut sans elle. Si vous vous fondez sur le consentement, "
            "demandez-le à part, par une case vide au départ."
        ),
    },
    justified=None,
)

BAD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: En utilisant notre formulaire, vous acceptez cette notice.  # <- acceptance-by-use
"""

GOOD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence that turns use, or a visit, into acceptance."""
    return remarks(text, "acceptance")


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    return on_sentences(RULE, judge, facts.text)
