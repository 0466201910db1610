"""A transfer rests on consent, and nothing shows that people were told of its risks first."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="transfer-consent-without-risks",
    family="transfers",
    severity=Severity.WARNING,
    law=("GDPR 49(1)(a)", "GDPR 7(1)"),
    checked="2026-11-22",
    internal=True,  # the document is
    title={
        "en": "a transfer rests on consent, and nothing shows that its risks were told",
        "fr": "un transfert repose sur le consentement, et rien ne montre que ses risques ont été dits",
    },
    message={
        "en": "“{name}”: the transfer rests on explicit consent, and no document shows that people knew its risks",
        "fr": (
            "« {name} » : le transfert repose sur le consentement, et aucun document ne montre que ses risques "
            "ont été dits"
        ),
    },
    help={
        "en": "write `document:` in that transfer: where the words are kept by which people learn of the risks first",
        "fr": "écrivez `document:` dans ce transfert : où est conservé le texte qui dit d’abord les risques",
    },
    why={
        "en": "Who does not know that no law protects the data there cannot accept it.",
        "fr": "Qui ignore qu’aucune loi ne protège ses données là-bas ne peut pas l’accepter.",
    },
    asks={
        "en": (
            "The consent is explicit, and given after people were informed of the possible risks for want of an "
            "adequacy decision and of safeguards (GDPR 49(1)(a)); who relies on consent can show it (GDPR 7(1))."
        ),
        "fr": (
            "Le consentement est explicite, et donné après information sur les risques que fait courir l’absence de "
            "décision d’adéquation et de garanties (RGPD, art. 49(1)(a)) ; qui l’invoque peut le démontrer (art. 7(1))."
        ),
    },
    mend={
        "en": "Tell the risks where consent is asked, keep the words, and name them; or use another tool.",
        "fr": "Dites les risques là où le consentement est demandé, gardez ce texte et citez-le ; ou changez d’outil.",
    },
    justified={
        "en": "The risks are told orally, and a note of it is kept elsewhere.",
        "fr": "Les risques sont dits de vive voix, et il en est gardé trace ailleurs.",
    },
)

_PIECES = """
# recipients.yaml
mountain-guide:
  name: Guide au Népal
  role: controller
  sector: education
  country: NP
  transfer:
    countries: [NP]
    mechanism: derogation
    derogation: 49-1-a{more}
# activities/trips.yaml
name: Voyages de la boulangerie
purposes: [order-preparation]
data_subjects: [customers]
retention: one-year
required: optional
data:
  contact-details:
recipients:
  mountain-guide:
    data: [contact-details]
trackers: []
measures: [locked-till]
automated_decisions: []
owner:
  service: Boutique
"""
BAD = _PIECES.format(more="  # <- transfer-consent-without-risks")
GOOD = _PIECES.format(more="\n    document: Fiche remise avant le départ, version du 2 mars 2026")


def check(facts: Facts) -> Iterator[Finding]:
    """A finding for each entry on consent without any document, at the derogation."""
    for one in facts.transfers:
        if one.entry.derogation == "49-1-a" and one.entry.document is None and one.entry.assessment is None:
            yield Finding(
                rule=RULE.rule,
                at=one.where.at("derogation"),
                values={"name": one.recipient.name or one.recipient.id},
            )
