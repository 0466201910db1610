"""A published notice prints a promise that the register itself calls disputed."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.standing import ByAddress

RULE = Rule(
    rule="disputed-promise-published",
    family="commitments",
    severity=Severity.ERROR,
    law=("GDPR 5(1)(a)", "GDPR 12(1)"),
    sought_in=("open_questions",),
    checked="2026-11-22",
    title={
        "en": "a published notice makes a disputed promise",
        "fr": "une notice publiée fait une promesse contestée",
    },
    message={
        "en": "“{sentence}” is disputed, and the published notice “{notice}” prints it",
        "fr": "« {sentence} » est contestée, et la notice publiée « {notice} » l’imprime",
    },
    help={
        "en": (
            "settle it: `status: kept` if the facts bear it out, else `withdrawn` with `reason`; until then take "
            "it off `commitments`"
        ),
        "fr": (
            "tranchez : `status: kept` si les faits la confirment, sinon `withdrawn` avec `reason` ; d’ici là, "
            "retirez-la de `commitments`"
        ),
    },
    why={
        "en": "Nobody should have to rely on a promise that its author no longer believes.",
        "fr": "Personne ne devrait se fier à une promesse à laquelle son auteur ne croit plus.",
    },
    asks={
        "en": "Information is fair and true: what is promised is kept, or is not promised.",
        "fr": "L’information est loyale et exacte : ce que l’on promet, on le tient, ou on ne le promet pas.",
    },
    mend={
        "en": "Have the contradiction decided by whoever can, then tell the public if the promise goes.",
        "fr": "Faites trancher la contradiction par qui le peut, puis prévenez le public si la promesse tombe.",
    },
    justified=None,
)

BAD = """
# commitments.yaml
promise:
  sentence: Nous ne communiquons vos données à personne.
  asserts: no-disclosure
  status: disputed
  reason: Les coursiers les reçoivent.
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: published
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
commitments:
  - promise  # <- disputed-promise-published
"""

GOOD = """
# commitments.yaml
promise:
  sentence: Nous ne communiquons vos données à personne.
  asserts: no-disclosure
  status: disputed
  reason: Les coursiers les reçoivent.
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
commitments: [promise]
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each disputed promise of a published notice, at its line there.

    Where an open question calls it undecided, `undecided-fact-published` has said so already.
    """
    undecided = ByAddress((where, True) for where, one in facts.register.standing.items() if one != "asked")
    for notice in facts.register.notices.values():
        if notice.status != "published":
            continue
        for position, ident in enumerate(notice.commitments or ()):
            promise = facts.register.commitments[ident]
            if promise.status == "disputed" and not undecided.over(promise.where):
                yield Finding(
                    rule=RULE.rule,
                    at=notice.where.at("commitments", position),
                    values={"sentence": promise.sentence.strip(), "notice": notice.name},
                    related=(Related(at=promise.where.at("status"), part="contradicts"),),
                )
