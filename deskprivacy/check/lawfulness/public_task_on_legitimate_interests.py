"""A public body rests one of its own tasks on legitimate interests."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.named_parties import is_public_body

RULE = Rule(
    rule="public-task-on-legitimate-interests",
    family="lawfulness",
    severity=Severity.WARNING,
    law=("GDPR 6(1)",),
    checked="2026-11-22",
    title={
        "en": "a public body rests its own task on legitimate interests",
        "fr": "un organisme public fonde sa propre mission sur l’intérêt légitime",
    },
    message={
        "en": "“{purpose}” is a public service of “{controller}”, and rests on legitimate interests",
        "fr": "« {purpose} » est un service public de « {controller} », et repose sur l’intérêt légitime",
    },
    help={
        "en": "write `basis: public-task` with the `text` that lays it down, or `legal-obligation`",
        "fr": "écrivez `basis: public-task` avec le `text` qui fixe la mission, ou `legal-obligation`",
    },
    why={
        "en": "What an office may do with people’s data is for the law to say, not for the office’s own interest.",
        "fr": "Ce qu’une administration peut faire des données, c’est à la loi de le dire, non à son intérêt.",
    },
    asks={
        "en": (
            "Legitimate interests are no basis for what public authorities do in the performance of their tasks (GDPR "
            "6(1), second subparagraph)."
        ),
        "fr": (
            "L’intérêt légitime n’est pas une base pour ce que les autorités publiques font dans l’exécution de leurs "
            "missions (RGPD, art. 6(1), second alinéa)."
        ),
    },
    mend={
        "en": "Name the law that gives the task; where there is none, the processing is not part of it.",
        "fr": "Nommez le texte qui confie la mission ; s’il n’y en a pas, le traitement n’en fait pas partie.",
    },
    justified={
        "en": "The body acts here as anybody would, outside its tasks, or it is no public authority; say why.",
        "fr": (
            "L’organisme agit ici comme n’importe qui, hors de ses missions, ou n’est pas une autorité publique ; "
            "dites pourquoi."
        ),
    },
)

_PIECES = """
# controllers.yaml
aubepine:
  name: Commune de Clisson
  address: 3 rue des Lilas, 44190 Clisson
  country: FR
  contact:
    email: mairie@clisson.example
  dpo:
    designated: true
    contact:
      email: delegue@clisson.example
  rights:
    contact:
      email: donnees@clisson.example
    delay: 1 month
    identity: on-doubt
  authority: cnil
# purposes.yaml
order-preparation:
  name: Préparer votre commande
  kind: public-service
  legal_basis:{basis}
"""

BAD = _PIECES.format(
    basis="  # <- public-task-on-legitimate-interests\n    basis: legitimate-interests\n    interest: nourrir la ville"
    "\n    assessment: {document: Note du 2 mars 2026, date: 2026-03-02}"
)
GOOD = _PIECES.format(basis='\n    basis: public-task\n    text: "Code de l’éducation, art. L. 131-13"')


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each public service on legitimate interests for which only public bodies answer, at its basis."""
    for ident, activities in facts.activities_by_purpose.items():
        purpose = facts.register.purposes[ident]
        own = [one for one in activities if not one.is_processor_sheet]
        answering = {one.id: one for activity in own for one in facts.register.controllers_of(activity)}
        if purpose.kind != "public-service" or not any(
            one.basis == "legitimate-interests" for one in purpose.legal_basis or ()
        ):
            continue
        if answering and all(is_public_body(one.name or "") for one in answering.values()):
            values = {"purpose": purpose.name, "controller": next(iter(answering.values())).name}
            yield Finding(rule=RULE.rule, at=purpose.where.at("legal_basis"), on="key", values=values)
