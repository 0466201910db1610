"""The public is told that a standard is respected, and nothing in the register proves it."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.promises import Promise
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Related, Severity
from deskprivacy.model.activities import Activity

RULE = Rule(
    rule="standard-without-evidence",
    family="commitments",
    severity=Severity.WARNING,
    law=("GDPR 5(2)", "GDPR 5(1)(a)", "GDPR 24(1)", "GDPR 32(1)"),
    sought_in=("activities",),
    checked="2026-11-22",
    title={
        "en": "a claim to respect a standard rests on no evidence",
        "fr": "l’affirmation de respecter une norme ne repose sur aucune preuve",
    },
    message={
        "en": "“{sentence}”: no measure of the activities concerned says what proves it",
        "fr": "« {sentence} » : aucune mesure des activités concernées ne dit ce qui le prouve",
    },
    help={
        "en": "write in `evidence` of the measure the attestation, its scope and its date; or withdraw the claim",
        "fr": "écrivez dans `evidence` de la mesure l’attestation, son périmètre et sa date ; ou retirez l’affirmation",
    },
    why={
        "en": "A label reassures those who cannot check; without an audit it is only a word.",
        "fr": "Un label rassure ceux qui ne peuvent pas vérifier ; sans contrôle, ce n’est qu’un mot.",
    },
    asks={
        "en": "The controller can show what it claims; an unproved claim of security misleads.",
        "fr": "Le responsable peut prouver ce qu’il affirme ; une sécurité affirmée sans preuve trompe.",
    },
    mend={
        "en": (
            "Ask for the latest attestation, yours or the provider’s; where there is none, describe the measure "
            "instead."
        ),
        "fr": (
            "Demandez la dernière attestation, la vôtre ou celle du prestataire ; à défaut, décrivez plutôt la mesure."
        ),
    },
    justified={
        "en": "The audit is under way, and its date is set.",
        "fr": "L’audit est en cours, et sa date est fixée.",
    },
    internal=True,
)

BAD = """
# commitments.yaml
promise:  # <- standard-without-evidence
  sentence: Nous respectons la norme ISO/IEC 27001.
  asserts: standard-respected
  status: kept
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

GOOD = """
# commitments.yaml
promise:
  sentence: Nous respectons la norme ISO/IEC 27001.
  asserts: standard-respected
  status: kept
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Voici ce que nous faisons de vos données.
commitments: [promise]
# measures.yaml
locked-till:
  name: Caisse verrouillée
  family: access-control
  description: Code personnel par vendeur
  public: Seuls nos vendeurs ouvrent le fichier des commandes.
  evidence: Certificat ISO/IEC 27001 n° 2026-114, boutique, 10 avril 2026
"""


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each such claim without evidence of its own, of a measure, or a recipient’s certificate."""
    for promise in facts.promises.get("standard-respected", ()):
        concerned = [one for one in promise.activities if _speaks_of(facts, promise, one)]
        measures = {ident: facts.register.measures[ident] for one in concerned for ident in one.measures or ()}
        certified = any(
            one.recipient.certifications for activity in concerned for one in facts.receipts.get(activity.id, ())
        )
        proved = promise.commitment.evidence or any(one.evidence for one in measures.values())
        if not proved and not certified:
            yield Finding(
                rule=RULE.rule,
                at=promise.commitment.where.at("evidence"),
                values={"sentence": promise.commitment.sentence.strip()},
                related=tuple(Related(at=one.where, part="declared") for one in measures.values()),
            )


def _speaks_of(facts: Facts, promise: Promise, activity: Activity) -> bool:
    scope = promise.commitment.scope
    if scope is None or not scope.data:
        return True
    concerned = {ref.partition("/")[0] for ref in scope.data}
    return any(use.category.id in concerned for use in facts.register.uses[activity.id])
