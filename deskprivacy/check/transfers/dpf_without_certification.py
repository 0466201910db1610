"""A transfer to the United States rests on the Data Privacy Framework, and nothing shows a certificate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from deskprivacy.check.abroad import DeclaredTransfer
from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.check.transfers._annulled import annulled
from deskprivacy.finding import Finding, Severity
from deskprivacy.law.adequacy import decision_on

RULE = Rule(
    rule="dpf-without-certification",
    family="transfers",
    severity=Severity.WARNING,
    law=("GDPR 45(1)", "Decision (EU) 2023/1795", "CJEU T-553/23"),
    checked="2026-11-22",
    title={
        "en": "nothing shows that the American recipient is certified",
        "fr": "rien ne montre que le destinataire américain est certifié",
    },
    message={
        "en": (
            "“{name}”: decision {act} covers only those on the list of the framework, and nothing says that it is on it"
        ),
        "fr": (
            "« {name} » : la décision {act} ne couvre que les inscrits sur la liste du cadre, et rien ne dit "
            "qu’il y figure"
        ),
    },
    help={
        "en": (
            "write `certifications: [Data Privacy Framework]` on the recipient, and in `evidence` the day on "
            "which you checked"
        ),
        "fr": (
            "écrivez `certifications: [Data Privacy Framework]` sur le destinataire, et dans `evidence` le jour "
            "de la vérification"
        ),
    },
    why={
        "en": "An American company that is not on the list owes you nothing of what the framework promises.",
        "fr": "Une société américaine absente de la liste ne vous doit rien de ce que le cadre promet.",
    },
    asks={
        "en": (
            "The decision covers a transfer only while the recipient is an active participant, and only for "
            "the data that its certification covers (data of employees are declared apart)."
        ),
        "fr": (
            "La décision ne couvre un transfert que tant que le destinataire est un participant actif, et "
            "pour les seules données que vise sa certification (celles des salariés s’y déclarent à part)."
        ),
    },
    mend={
        "en": (
            "Look the company up on www.dataprivacyframework.gov and note the day. Keep standard clauses in "
            "reserve: an appeal against the judgment that upheld the decision (C-703/25 P) was pending when "
            "last seen, in June 2026."
        ),
        "fr": (
            "Cherchez la société sur www.dataprivacyframework.gov et notez le jour. Gardez des clauses types "
            "en réserve : un pourvoi contre l’arrêt qui a validé la décision (C-703/25 P) était pendant quand "
            "il a été vu pour la dernière fois, en juin 2026."
        ),
    },
    justified=None,
    internal=True,
)

BAD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: US
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [US]
    mechanism: dpf  # <- dpf-without-certification
"""

GOOD = """
# recipients.yaml
till-provider:
  name: Prestataire de notre caisse
  role: processor
  sector: software
  country: US
  certifications: [Data Privacy Framework]
  contract:
    article: 28
    document: Contrat du 2 mars 2026
  sub_processors: []
  transfer:
    countries: [US]
    mechanism: dpf
    evidence: Liste consultée le 3 novembre 2026, participation active
"""

_DECIDED = {"adequacy", "dpf"}
_CALLED = re.compile(r"data privacy framework|\bdpf\b|cadre de protection des données", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each entry that rests on that decision alone, without certificate, evidence or document."""
    for one in facts.transfers:
        if not one.entry.mechanism or set(one.entry.mechanism) - _DECIDED:
            continue
        for code in one.outside:
            decision = decision_on(code, facts.today)
            if decision and decision.certified and not _shown(one, facts.today):
                values = {"name": one.recipient.name, "act": decision.act}
                yield Finding(rule=RULE.rule, at=one.where.at("mechanism"), values=values)


def _shown(one: DeclaredTransfer, today: date) -> bool:
    """Whether something declared may show it; a document of an annulled framework shows nothing."""
    entry = one.entry
    document = entry.document and not any(annulled(entry.document, today))
    certified = any(_CALLED.search(text) for text in one.recipient.certifications)
    return certified or bool(entry.evidence or document or entry.assessment)
