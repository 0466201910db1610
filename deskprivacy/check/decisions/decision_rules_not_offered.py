"""A machine decides alone in France, and nothing says that its rules are given on request."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.decisions._by_french_law import decisions_in_france
from deskprivacy.check.facts import Facts
from deskprivacy.check.lawfulness._phrases import telling
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.model.activities import Activity, AutomatedDecision

RULE = Rule(
    rule="decision-rules-not-offered",
    family="decisions",
    severity=Severity.WARNING,
    law=("LIL 47", "CRPA L311-3-1"),
    checked="2026-11-22",
    title={
        "en": "nothing says that the rules of an automated decision are given on request",
        "fr": "rien ne dit que les règles d’une décision automatisée sont données sur demande",
    },
    message={
        "en": "“{name}”: nothing says that whoever asks gets the rules of the processing and how it works",
        "fr": "« {name} » : rien ne dit que les règles du traitement, et son fonctionnement, sont donnés sur demande",
    },
    help={
        "en": (
            "say it in `logic`, or in `rights.by_right.automated-decision.how` of the controller, for instance “You "
            "get the rules of this calculation on request.”"
        ),
        "fr": (
            "dites-le dans `logic`, ou dans `rights.by_right.automated-decision.how` du responsable, par exemple "
            "« Vous obtenez les règles de ce calcul sur demande. »"
        ),
    },
    why={
        "en": "Whoever does not know by which rules a machine decided cannot contest what it decided.",
        "fr": "Qui ne sait pas selon quelles règles une machine a décidé ne peut pas contester sa décision.",
    },
    asks={
        "en": (
            "In France the rules that define the processing and its main features are given, secrets apart, to the "
            "person who asks (LIL 47). A decision of an administration bears a mention of it, or is void (CRPA "
            "L311-3-1). Both were read in texts that quote them: no error rests on them."
        ),
        "fr": (
            "En France, les règles qui définissent le traitement et ses principales caractéristiques sont "
            "communiquées, secrets exceptés, à la personne qui le demande (LIL, art. 47). Une décision "
            "d’administration en porte la mention, à peine de nullité (CRPA, art. L. 311-3-1). Les deux articles ont "
            "été lus dans des textes qui les citent : aucune erreur ne repose sur eux."
        ),
    },
    mend={
        "en": (
            "Write down the rules in words that people understand, say who gives them, and tell it where you explain "
            "the decision; an administration writes the mention into each decision."
        ),
        "fr": (
            "Écrivez les règles en mots que chacun comprend, dites qui les donne, et dites-le là où vous expliquez la "
            "décision ; une administration porte la mention sur chaque décision."
        ),
    },
    justified={
        "en": "The rules are published, or told in full where the decision is explained; say where.",
        "fr": "Les règles sont publiées, ou dites en entier là où la décision est expliquée ; dites où.",
    },
)

_PIECES = """
# activities/large-orders.yaml
name: Grosses commandes
purposes: [large-orders]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients: {}
trackers: []
measures: [locked-till]
automated_decisions:
  - name: Accord sur une grosse commande
    kind: solely-automated
    human: on-request
    article_22: contract
    safeguards: [human-review, express-view, contest]
    LOGIC
    effect: Vous ne pouvez pas commander.
# purposes.yaml
large-orders:
  name: Accepter ou refuser une grosse commande
  kind: order
  legal_basis: contract
"""

BAD = _PIECES.replace("LOGIC", "logic: Un calcul selon vos commandes passées.  # <- decision-rules-not-offered")
GOOD = _PIECES.replace("LOGIC", "logic: Un calcul selon vos commandes passées. Vous en obtenez les règles sur demande.")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each decision that tells nothing of it, at its logic; graver where an administration decides."""
    language = facts.register.settings.language
    for where, activity, decision in decisions_in_france(facts):
        if any(telling("decision-rules", text, language) for text in _texts(facts, activity, decision)):
            continue
        yield Finding(
            rule=RULE.rule,
            at=where.at("logic") if decision.logic else where.at("article_22"),
            values={"name": decision.name},
            severity=None if decision.article_22 == "law" else Severity.INFO,
        )


def _texts(facts: Facts, activity: Activity, decision: AutomatedDecision) -> Iterator[str | None]:
    yield from (decision.logic, decision.effect)
    for controller in facts.register.controllers_of(activity):
        by_right = (controller.rights.by_right if controller.rights else None) or {}
        if right := by_right.get("automated-decision"):
            yield right.how
