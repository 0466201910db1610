"""The reader is sent to somebody else for what the controller has to say."""

from __future__ import annotations

from collections.abc import Iterator

from deskprivacy.check.facts import Facts
from deskprivacy.check.reading.judging import on_sentences, remarks
from deskprivacy.check.reading.text import Phrase, Reading, Remark
from deskprivacy.check.rule import Rule
from deskprivacy.finding import Finding, Severity

RULE = Rule(
    rule="information-delegated",
    family="text",
    severity=Severity.WARNING,
    law=("GDPR 12(1)", "GDPR 13", "GDPR 14", "CJEU C-40/17"),
    checked="2026-11-22",
    title={
        "en": "the information is left to somebody else",
        "fr": "l’information est renvoyée à un tiers",
    },
    message={
        "en": "“{quote}”: you have to say yourself what you receive and what for",
        "fr": "« {quote} » : c’est à vous de dire ce que vous recevez et pour quoi faire",
    },
    help={
        "en": "say which data you give or receive and why, then add the link to their notice",
        "fr": "dites quelles données vous donnez ou recevez et pourquoi, puis ajoutez le lien vers leur notice",
    },
    why={
        "en": "The reader is sent from page to page, and finds nowhere what this organisation does.",
        "fr": "Le lecteur passe de page en page et ne trouve nulle part ce que fait cet organisme.",
    },
    asks={
        "en": (
            "Each controller informs about its own processing; a site informs about what it collects and passes "
            "on, even by another’s button."
        ),
        "fr": (
            "Chaque responsable informe de son propre traitement ; un site informe de ce qu’il collecte et "
            "transmet, même par le bouton d’un autre."
        ),
    },
    mend={
        "en": "State your own part here; a link to the other’s notice only completes it.",
        "fr": "Exposez ici votre propre part ; le lien vers la notice de l’autre ne fait que la compléter.",
    },
    justified={
        "en": "You neither give data to that third party nor receive any from it.",
        "fr": "Vous ne donnez aucune donnée à ce tiers et n’en recevez aucune.",
    },
)

BAD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Pour en savoir plus, visitez le site web du réseau social.  # <- information-delegated
"""

GOOD = """
# notices/customers.yaml
name: Vos données à la boulangerie
covers: all
languages: [fr]
status: draft
version: "1"
effective: 2026-12-01
introduction: Nous recevons votre nom de Facebook. Pour en savoir plus, lisez [la page du réseau social](https://example.org/vie-privee).
"""


def judge(text: Reading) -> Iterator[Remark]:
    """A remark for each sentence that sends the reader away without even a link, or an address to type."""
    return remarks(text, "delegation", lambda one: text.is_body(one) and not (text.has_link(one) or _address(one)))


def _address(phrase: Phrase) -> bool:
    return "://" in phrase.plain or "www." in phrase.plain


def check(facts: Facts) -> Iterator[Finding]:
    """The same for every public text of a register."""
    return on_sentences(RULE, judge, facts.text)
